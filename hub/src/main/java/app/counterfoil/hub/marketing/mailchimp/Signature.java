package app.counterfoil.hub.marketing.mailchimp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Mailchimp signs what it posts: HMAC-SHA256 over the time, a dot and the bytes of the body, as they came. */
final class Signature {

    static final String HEADER = "X-Mailchimp-Signature";

    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Signature() {}

    static boolean fits(String header, String secret, byte[] body, Instant now) {
        var read = FORM.matcher(header);
        if (!read.matches()) {
            return false;
        }
        var signedAt = Instant.ofEpochSecond(Long.parseLong(read.group(1)));
        var isOfNow = Duration.between(signedAt, now).abs().compareTo(TOLERANCE) <= 0;
        // Compared in any case, so that no answer is faster for those of another time.
        return MessageDigest.isEqual(HexFormat.of().parseHex(read.group(2)), signed(read.group(1), secret, body))
                && isOfNow;
    }

    private static byte[] signed(String time, String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
