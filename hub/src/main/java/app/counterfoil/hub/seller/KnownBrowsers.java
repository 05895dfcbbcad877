package app.counterfoil.hub.seller;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.vault.Term;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Knows a browser in which somebody has signed in before, by a cookie that this installation alone can make. Tries from
 * there are counted for themselves: whoever guesses elsewhere keeps nobody out of a browser of their own.
 */
@Component
class KnownBrowsers {

    static final String COOKIE = "counterfoil-known";

    private static final Duration LIFE = Duration.ofDays(180);
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{32})\\.([0-9a-f]{1,16})");
    private static final int BYTES = 16;

    private final Custody custody;
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(Custody custody) {
        this.custody = custody;
    }

    /** Which browser the cookie is of, if somebody has signed in there with this address. */
    Optional<String> known(String email, String cookie) {
        var written = WRITTEN.matcher(cookie);
        return written.matches() && written.group(2).equals(mark(email, written.group(1)))
                ? Optional.of(written.group(1))
                : Optional.empty();
    }

    /** The cookie for a browser in which somebody has signed in with this address just now. */
    ResponseCookie fresh(String email, boolean secure) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var browser = HexFormat.of().formatHex(bytes);
        return ResponseCookie.from(COOKIE, browser + "." + mark(email, browser))
                .path("/sign-in")
                .maxAge(LIFE)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .build();
    }

    private String mark(String email, String browser) {
        return Long.toHexString(custody.routingToken(Term.channelUser("known browser " + browser + " " + email)));
    }
}
