package app.counterfoil.vault.journal;

import app.counterfoil.vault.seal.Fields;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The hash over a range of the journal and all that its checkpoint says, entry by entry, so that a range may be of any
 * size. Format 1, of before ranges knew their cluster, is read for the checkpoints that were signed in it.
 */
final class RangeHash {

    /** The format that new checkpoints are made in. */
    static final int FORMAT = 2;

    private final int format;
    private final MessageDigest digest;
    private int entries;

    RangeHash(UUID seller, Checkpoint checkpoint, byte[] previous) {
        this.format = checkpoint.format();
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not available in this Java.", impossible);
        }
        var head = new Fields();
        if (format != 1) {
            head.text("counterfoil journal range").number(format);
        }
        head.id(seller).number(checkpoint.number()).bytes(previous);
        if (format != 1) {
            head.number(micros(checkpoint.madeAt()))
                    .number(checkpoint.cluster())
                    .number(checkpoint.fromXact())
                    .number(checkpoint.toXact());
        }
        digest.update(head.toBytes());
    }

    void add(JournalLines.Line entry) {
        var fields = new Fields();
        if (format != 1) {
            fields.number(entry.xact());
        }
        fields.id(entry.id())
                .number(micros(entry.at()))
                .id(entry.reader())
                .text(entry.act())
                .text(entry.purpose())
                .text(entry.reason())
                .text(entry.kind())
                .number(entry.records().size());
        for (UUID record : entry.records()) {
            fields.id(record);
        }
        digest.update(fields.toBytes());
        entries++;
    }

    int entries() {
        return entries;
    }

    byte[] hash() {
        return digest.digest();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
