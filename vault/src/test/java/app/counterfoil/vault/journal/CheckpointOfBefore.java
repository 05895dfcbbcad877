package app.counterfoil.vault.journal;

import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.seal.CheckpointSignature;
import app.counterfoil.vault.seal.Fields;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The first checkpoint of a journal with one entry, written down as it was before format 2. */
final class CheckpointOfBefore {

    private CheckpointOfBefore() {}

    static byte[] hash(UUID seller, JournalEntry entry) {
        var fields = new Fields()
                .id(seller)
                .number(1)
                .bytes(new byte[0])
                .id(entry.id())
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()))
                .id(entry.reader())
                .text(entry.act().name())
                .text(entry.purpose().name())
                .text(entry.reason())
                .text(entry.kind())
                .number(entry.records().size());
        entry.records().forEach(fields::id);
        try {
            return MessageDigest.getInstance("SHA-256").digest(fields.toBytes());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] signed(Path keys, byte[] hash) {
        return new CheckpointSignature(KeyRing.inFolder(keys, Clock.systemUTC()).signingKey()).sign(hash);
    }
}
