package app.counterfoil.hub.safekeeping;

import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.KeyFingerprint;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What can be read of a backup without any key. The key of its content is random and stands here under the key of the
 * lowest epoch that its rows need, so that a backup ends with the first key that something in it needs.
 *
 * @param madeAt when the backup was made
 * @param schemaVersion the version of the schema that its rows have
 * @param epoch the epoch whose key opens it
 * @param fingerprint by what that key is known again
 * @param wrapped the key of the content under that key
 * @param ledger how far the ledger of erasures had come when the copy was begun, in the ledger's own words
 */
record Header(Instant madeAt, String schemaVersion, int epoch, byte[] fingerprint, byte[] wrapped, String ledger) {

    private static final byte[] MAGIC = "counterfoil backup 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 1 << 16;
    private static final String NAME = "backup";

    /** The header of a new backup whose content is under this key, and that under the key of the epoch. */
    static Header of(Secret content, EpochKeys keys, int epoch, Instant madeAt, String schemaVersion, String ledger) {
        var key = keys.key(epoch);
        return new Header(
                madeAt,
                schemaVersion,
                epoch,
                KeyFingerprint.of(NAME, key),
                new Wrapping(key).wrap(content, place(madeAt, schemaVersion, epoch, ledger)),
                ledger);
    }

    /** Whether the key it was made under is still there, or is another one of that number. */
    boolean opensWith(EpochKeys keys) {
        return keys.epochs().contains(epoch)
                && MessageDigest.isEqual(fingerprint, KeyFingerprint.of(NAME, keys.key(epoch)));
    }

    /**
     * The key of the content.
     *
     * @throws BackupKeyGone if its epoch has ended
     * @throws BackupOfOtherKeys if it was made under keys that are not these
     * @throws BackupUnusable if it was changed
     */
    Secret contentKey(EpochKeys keys, Path file) {
        if (!keys.epochs().contains(epoch)) {
            throw epoch < keys.current() ? new BackupKeyGone(file, this) : new BackupOfOtherKeys(file);
        }
        if (!opensWith(keys)) {
            throw new BackupOfOtherKeys(file);
        }
        try {
            return new Wrapping(keys.key(epoch)).unwrap(wrapped, place(madeAt, schemaVersion, epoch, ledger));
        } catch (NotSealedLikeThis changed) {
            throw BackupUnusable.damaged(file);
        }
    }

    /** As it stands in the file; the content is bound to every byte of it. */
    byte[] toBytes() {
        var fields = new Fields()
                .text(madeAt.toString())
                .text(schemaVersion)
                .number(epoch)
                .bytes(fingerprint)
                .bytes(wrapped)
                .text(ledger)
                .toBytes();
        return ByteBuffer.allocate(MAGIC.length + Integer.BYTES + fields.length)
                .put(MAGIC)
                .putInt(fields.length)
                .put(fields)
                .array();
    }

    /** Reads a header, and nothing beyond it; empty if this is no backup, or its header is not whole. */
    static Optional<Header> read(InputStream file) throws IOException {
        var in = new DataInputStream(file);
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            return Optional.empty();
        }
        var length = in.readNBytes(Integer.BYTES);
        if (length.length < Integer.BYTES) {
            return Optional.empty();
        }
        int bytes = ByteBuffer.wrap(length).getInt();
        if (bytes < 0 || bytes > LONGEST) {
            return Optional.empty();
        }
        return fields(in.readNBytes(bytes));
    }

    private static Optional<Header> fields(byte[] bytes) {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            var header = new Header(
                    Instant.parse(text(in)),
                    text(in),
                    Math.toIntExact(ByteBuffer.wrap(field(in)).getLong()),
                    field(in),
                    field(in),
                    text(in));
            // Only one way of writing it down is taken, so that no byte of it is without meaning.
            return Arrays.equals(
                            Arrays.copyOfRange(
                                    header.toBytes(),
                                    MAGIC.length + Integer.BYTES,
                                    MAGIC.length + Integer.BYTES + bytes.length),
                            bytes)
                    ? Optional.of(header)
                    : Optional.empty();
        } catch (IOException | DateTimeException | ArithmeticException | java.nio.BufferUnderflowException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(field(in), StandardCharsets.UTF_8);
    }

    private static byte[] field(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a field is longer than the header");
        }
        return in.readNBytes(length);
    }

    private static byte[] place(Instant madeAt, String schemaVersion, int epoch, String ledger) {
        return new Fields()
                .text(NAME)
                .text(madeAt.toString())
                .text(schemaVersion)
                .number(epoch)
                .text(ledger)
                .toBytes();
    }

    @Override
    public String toString() {
        return "Header[" + madeAt + ", version " + schemaVersion + ", epoch " + epoch + "]";
    }
}
