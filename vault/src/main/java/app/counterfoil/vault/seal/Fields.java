package app.counterfoil.vault.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes a list of fields so that two different lists never give the same bytes: each field is preceded by its length.
 * Everything that is authenticated, derived from or hashed goes through here.
 */
public final class Fields {

    private static final int ID_BYTES = 2 * Long.BYTES;

    private ByteBuffer out = ByteBuffer.allocate(192);

    /** Appends raw bytes with their length. */
    public Fields bytes(byte[] value) {
        field(value.length).put(value);
        return this;
    }

    /** Appends a text as UTF-8. */
    public Fields text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends a UUID as its 16 bytes. */
    public Fields id(UUID value) {
        field(ID_BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    /** Appends a whole number as 8 bytes. */
    public Fields number(long value) {
        field(Long.BYTES).putLong(value);
        return this;
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
        return Arrays.copyOf(out.array(), out.position());
    }

    /** Writes the length of the next field; there is room for its bytes. */
    private ByteBuffer field(int length) {
        int needed = Math.addExact(length, Integer.BYTES);
        if (out.remaining() < needed) {
            int larger = Math.addExact(out.position(), Math.max(needed, out.capacity()));
            out = ByteBuffer.allocate(larger).put(out.flip());
        }
        return out.putInt(length);
    }
}
