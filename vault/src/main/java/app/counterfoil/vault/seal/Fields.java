package app.counterfoil.vault.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Writes a list of fields so that two different lists never give the same bytes: each field is preceded by its length.
 * Everything that is authenticated, derived from or hashed goes through here.
 */
public final class Fields {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(192);

    /** Appends raw bytes with their length. */
    public Fields bytes(byte[] value) {
        out.write(value.length >>> 24);
        out.write(value.length >>> 16);
        out.write(value.length >>> 8);
        out.write(value.length);
        out.writeBytes(value);
        return this;
    }

    /** Appends a text as UTF-8. */
    public Fields text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends a UUID as its 16 bytes. */
    public Fields id(UUID value) {
        return bytes(ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array());
    }

    /** Appends a whole number as 8 bytes. */
    public Fields number(long value) {
        return bytes(ByteBuffer.allocate(8).putLong(value).array());
    }

    /** SHA-256 over all fields so far. */
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(toBytes());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not available in this Java.", impossible);
        }
    }

    /** All fields so far. */
    public byte[] toBytes() {
        return out.toByteArray();
    }
}
