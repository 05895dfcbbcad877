package app.counterfoil.hub.export;

import app.counterfoil.hub.measure.Written;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a copy is told from all others, also when its first and last line are cut off: each row has a code, and the rows
 * stand in an order, that both follow from the random mark of the copy. Nothing of it says anything about a person.
 */
final class CopyMark {

    /** What a code looks like, wherever it stands. */
    static final Pattern CODE = Pattern.compile("\\bCF[0-9A-HJKMNP-TV-Z]{12}\\b");

    /** Letters that are not mistaken for one another (Crockford). */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final int BITS = 5;
    private static final String ALGORITHM = "HmacSHA256";

    private CopyMark() {}

    /** The code of a row in the copy of that mark. */
    static String code(UUID mark, UUID row) {
        var bits = ByteBuffer.wrap(reckoned(mark, "code", row)).getLong();
        var code = new StringBuilder("CF");
        for (int letter = 0; letter < LENGTH; letter++) {
            code.append(LETTERS.charAt((int) (bits & (LETTERS.length() - 1))));
            bits >>>= BITS;
        }
        return code.toString();
    }

    /** The lines in the order of the copy of that mark. */
    static List<CopyLine> inOrder(UUID mark, List<CopyLine> lines) {
        record Placed(long place, CopyLine line) {}
        return lines.stream()
                .map(line -> new Placed(
                        ByteBuffer.wrap(reckoned(mark, "order", line.id())).getLong(), line))
                .sorted(Comparator.comparingLong(Placed::place))
                .map(Placed::line)
                .toList();
    }

    /** What stands in the first and the last line: which copy it is, whose, made by whom, and when it is to be destroyed. */
    static String sentence(Copy copy, String shop, String maker) {
        return "Copy " + copy.number() + " of " + shop + ", made by " + maker + " on "
                + Written.moment(copy.madeAt()) + ". For: " + copy.purpose().title() + ". Destroy it by "
                + Written.day(copy.endsOn()) + ". Each row has a code by which this copy is told.";
    }

    private static byte[] reckoned(UUID mark, String what, UUID row) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(mark), ALGORITHM));
            mac.update(what.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(bytes(row));
        } catch (GeneralSecurityException notThere) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", notThere);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
