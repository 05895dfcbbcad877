package app.counterfoil.vault.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Hides the exact length of a content: it is filled up to a step, never more than an eighth longer. Below 64 bytes all
 * are alike. (The steps are those of Padmé: only the leading bits of a length are kept.)
 */
final class Padding {

    private static final int SMALLEST = 64;
    private static final int LENGTH_BYTES = 4;

    private Padding() {}

    static byte[] pad(byte[] content) {
        var padded = ByteBuffer.allocate(step(LENGTH_BYTES + content.length));
        padded.putInt(content.length).put(content);
        return padded.array();
    }

    static byte[] strip(byte[] padded) {
        var length = padded.length < LENGTH_BYTES ? -1 : ByteBuffer.wrap(padded).getInt();
        if (length < 0 || length > padded.length - LENGTH_BYTES) {
            throw new NotSealedLikeThis("length");
        }
        return Arrays.copyOfRange(padded, LENGTH_BYTES, LENGTH_BYTES + length);
    }

    static int step(int length) {
        if (length <= SMALLEST) {
            return SMALLEST;
        }
        int exponent = 31 - Integer.numberOfLeadingZeros(length);
        int significant = 32 - Integer.numberOfLeadingZeros(exponent);
        int mask = (1 << (exponent - significant)) - 1;
        return (length + mask) & ~mask;
    }
}
