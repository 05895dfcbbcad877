package app.counterfoil.hub.seller;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.vault.Term;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Knows a browser in which somebody has signed in before, by a cookie that this installation alone can make. Tries from
 * there are counted for themselves: whoever guesses elsewhere keeps nobody out of a browser of their own. A browser that
 * several share, such as the one at the packing table, is known for each of them, up to the last eight.
 */
@Component
class KnownBrowsers {

    static final String COOKIE = "counterfoil-known";

    private static final Duration LIFE = Duration.ofDays(180);
    private static final int MOST = 8;
    private static final String BETWEEN = "_";
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{32})\\.([0-9a-f]{1,16})");
    private static final int BYTES = 16;

    private final Custody custody;
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(Custody custody) {
        this.custody = custody;
    }

    /** One who has signed in there: the number of the browser for them alone, and the mark that it is true. */
    private record Known(String browser, String mark) {
        @Override
        public String toString() {
            return browser + "." + mark;
        }
    }

    /** Which browser the cookie is of for this address, if somebody has signed in there with it. */
    Optional<String> known(String email, String cookie) {
        return of(email, written(cookie)).map(Known::browser);
    }

    /** The cookie for a browser in which somebody has signed in with this address just now; the others stay in it. */
    ResponseCookie after(String email, String cookie, boolean secure) {
        var before = written(cookie);
        var now = of(email, before).orElseGet(() -> fresh(email));
        var value = Stream.concat(Stream.of(now), before.stream().filter(each -> !each.equals(now)))
                .limit(MOST)
                .map(Known::toString)
                .collect(Collectors.joining(BETWEEN));
        return ResponseCookie.from(COOKIE, value)
                .path("/sign-in")
                .maxAge(LIFE)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .build();
    }

    private static List<Known> written(String cookie) {
        return Stream.of(cookie.split(BETWEEN, MOST + 1))
                .limit(MOST)
                .map(WRITTEN::matcher)
                .filter(Matcher::matches)
                .map(each -> new Known(each.group(1), each.group(2)))
                .toList();
    }

    private Optional<Known> of(String email, List<Known> written) {
        return written.stream()
                .filter(each -> MessageDigest.isEqual(bytes(each.mark()), bytes(mark(email, each.browser()))))
                .findFirst();
    }

    private static byte[] bytes(String mark) {
        return mark.getBytes(StandardCharsets.US_ASCII);
    }

    private Known fresh(String email) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var browser = HexFormat.of().formatHex(bytes);
        return new Known(browser, mark(email, browser));
    }

    private String mark(String email, String browser) {
        return Long.toHexString(custody.routingToken(Term.channelUser("known browser " + browser + " " + email)));
    }
}
