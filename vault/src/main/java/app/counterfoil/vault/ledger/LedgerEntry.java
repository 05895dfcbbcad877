package app.counterfoil.vault.ledger;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.seal.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * One destruction: a day of a purpose, or a subject for a purpose.
 *
 * @param sequence counts from 1 without a gap, over all sellers
 * @param at when it was decided, business time
 * @param seller whose data
 * @param ended what has ended
 * @param rule why, as a code
 * @param hash SHA-256 over the entry and the hash before it, in hexadecimal digits
 */
public record LedgerEntry(long sequence, Instant at, UUID seller, Ended ended, String rule, String hash) {

    /**
     * What has ended.
     *
     * @param purpose what it was held for
     * @param day the day, if it was a day
     * @param subject the subject, if it was a subject
     */
    public record Ended(Purpose purpose, Optional<LocalDate> day, Optional<SubjectId> subject) {

        /** All records of the purpose that end on that day. */
        public static Ended day(Purpose purpose, LocalDate day) {
            return new Ended(purpose, Optional.of(day), Optional.empty());
        }

        /** Everything held on that subject for the purpose. */
        public static Ended subject(Purpose purpose, SubjectId subject) {
            return new Ended(purpose, Optional.empty(), Optional.of(subject));
        }

        String text() {
            return day.map(LocalDate::toString)
                    .orElseGet(() -> subject.map(SubjectId::toString).orElse(""));
        }
    }

    static LedgerEntry next(long sequence, Instant at, UUID seller, Ended ended, String rule, String before) {
        var micros = at.truncatedTo(ChronoUnit.MICROS);
        return new LedgerEntry(
                sequence, micros, seller, ended, rule, hash(sequence, micros, seller, ended, rule, before));
    }

    /** The entry on a line, if it follows that hash. */
    static Optional<LedgerEntry> parse(String line, String before) {
        var words = line.split(" ", -1);
        if (words.length != 7) {
            return Optional.empty();
        }
        try {
            var purpose = Purpose.valueOf(words[3]);
            var ended = words[4].length() == 10
                    ? Ended.day(purpose, LocalDate.parse(words[4]))
                    : Ended.subject(purpose, new SubjectId(UUID.fromString(words[4])));
            var entry = new LedgerEntry(
                    Long.parseLong(words[0]),
                    Instant.parse(words[1]),
                    UUID.fromString(words[2]),
                    ended,
                    words[5],
                    words[6]);
            var hash = hash(entry.sequence, entry.at, entry.seller, ended, entry.rule, before);
            return hash.equals(entry.hash) ? Optional.of(entry) : Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    String line() {
        return sequence + " " + at + " " + seller + " " + ended.purpose() + " " + ended.text() + " " + rule + " "
                + hash;
    }

    private static String hash(long sequence, Instant at, UUID seller, Ended ended, String rule, String before) {
        return HexFormat.of()
                .formatHex(new Fields()
                        .text("counterfoil erasure")
                        .text(before)
                        .number(sequence)
                        .number(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                        .id(seller)
                        .text(ended.purpose().name())
                        .text(ended.text())
                        .text(rule)
                        .digest());
    }
}
