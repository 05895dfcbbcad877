package app.counterfoil.vault.store;

import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.seal.CheckpointSignature;
import app.counterfoil.vault.seal.Fields;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Signed hashes over ranges of the journal. A range is counted in transaction numbers and ends below every transaction
 * that is still running, so it is complete when it is hashed and nobody has to wait for anybody.
 */
final class Checkpoints {

    private record Checkpoint(int number, String fromXact, String toXact, int entries, byte[] hash, byte[] signature) {}

    private static final String ALL =
            """
            SELECT number, from_xact::text, to_xact::text, entries, hash, signature
              FROM vault_checkpoint
             WHERE seller_id = ?
             ORDER BY number
            """;
    private static final String ADD =
            """
            INSERT INTO vault_checkpoint
                   (seller_id, number, made_at, from_xact, to_xact, entries, hash, signature)
            VALUES (?, ?, ?, ?::text::xid8, ?::text::xid8, ?, ?, ?)
            """;
    private static final String FINISHED_BELOW = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin";

    private final SellerRows rows;
    private final Journal journal;
    private final CheckpointSignature signature;
    private final Clock clock;

    Checkpoints(SellerRows rows, Journal journal, EpochKeys keys, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.signature = new CheckpointSignature(keys.signingKey());
        this.clock = clock;
    }

    void make() {
        var all = all();
        var last = all.isEmpty() ? null : all.get(all.size() - 1);
        var from = last == null ? "0" : last.toXact();
        var to = rows.rows(row -> row.getString("xmin"), FINISHED_BELOW).get(0);
        var entries = journal.range(from, to);
        if (entries.isEmpty()) {
            return;
        }
        var number = last == null ? 1 : last.number() + 1;
        var hash = hash(number, last == null ? new byte[0] : last.hash(), entries);
        rows.change(ADD, rows.seller(), number, clock.instant(), from, to, entries.size(), hash, signature.sign(hash));
    }

    List<JournalFlaw> verify() {
        var flaws = new ArrayList<JournalFlaw>();
        var previous = new byte[0];
        var expectedFrom = "0";
        int expected = 1;
        for (var checkpoint : all()) {
            var number = checkpoint.number();
            if (number != expected || !checkpoint.fromXact().equals(expectedFrom)) {
                flaws.add(new JournalFlaw(number, "A checkpoint before this one is missing."));
            }
            var entries = journal.range(checkpoint.fromXact(), checkpoint.toXact());
            if (entries.size() != checkpoint.entries()) {
                flaws.add(new JournalFlaw(
                        number,
                        "The journal holds " + entries.size() + " entries where " + checkpoint.entries()
                                + " were signed."));
            } else if (!MessageDigest.isEqual(hash(number, previous, entries), checkpoint.hash())) {
                flaws.add(new JournalFlaw(number, "An entry is not as it was when it was signed."));
            }
            if (!signature.verifies(checkpoint.signature(), checkpoint.hash())) {
                flaws.add(new JournalFlaw(number, "The signature is not that of this installation."));
            }
            previous = checkpoint.hash();
            expectedFrom = checkpoint.toXact();
            expected = number + 1;
        }
        return List.copyOf(flaws);
    }

    private List<Checkpoint> all() {
        return rows.rows(
                row -> new Checkpoint(
                        row.getInt("number"),
                        row.getString("from_xact"),
                        row.getString("to_xact"),
                        row.getInt("entries"),
                        row.getBytes("hash"),
                        row.getBytes("signature")),
                ALL,
                rows.seller());
    }

    private byte[] hash(int number, byte[] previous, List<JournalEntry> entries) {
        var fields = new Fields().id(rows.seller()).number(number).bytes(previous);
        for (var entry : entries) {
            fields.id(entry.id())
                    .number(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()))
                    .id(entry.reader())
                    .text(entry.act().name())
                    .text(entry.purpose().name())
                    .text(entry.reason())
                    .text(entry.kind())
                    .number(entry.records().size());
            for (UUID record : entry.records()) {
                fields.id(record);
            }
        }
        return CheckpointSignature.digest(fields);
    }
}
