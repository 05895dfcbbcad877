package app.counterfoil.hub.vatreturn.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.vatreturn.OriginatingDevice;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Reads the device of a person off the request by which they act at the tax office: what the page's own script has filled in,
 * the address the request comes from, and a cookie that lasts. What does not look as it should is left out.
 */
@Component
class DeviceOfRequest {

    private static final String COOKIE = "counterfoil-device";
    /** As long as browsers let a cookie live. */
    private static final Duration LASTS = Duration.ofDays(400);

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SCREENS = Pattern.compile(
            "(width=\\d{1,5}&height=\\d{1,5}&scaling-factor=\\d{1,2}(\\.\\d{1,4})?&colour-depth=\\d{1,2},?){1,6}");
    private static final Pattern WINDOW = Pattern.compile("width=\\d{1,5}&height=\\d{1,5}");
    private static final Pattern ZONE = Pattern.compile("UTC[+-]\\d{2}:\\d{2}");
    private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{3,45}");
    /** Addresses that nobody has on the internet: of this machine, of a house, of a link. */
    private static final Pattern NOT_PUBLIC = Pattern.compile(
            "127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*|0:0:0:0:0:0:0:1|::1|f[cde].*",
            Pattern.CASE_INSENSITIVE);

    private final BusinessClock clock;
    private final String portHeader;

    /** @param portHeader in which header the proxy in front tells the port of whoever asks */
    DeviceOfRequest(
            BusinessClock clock, @Value("${counterfoil.hmrc.client-port-header:X-Client-Port}") String portHeader) {
        this.clock = clock;
        this.portHeader = portHeader;
    }

    OriginatingDevice of(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        var address = Optional.ofNullable(request.getRemoteAddr())
                .filter(each -> ADDRESS.matcher(each).matches())
                .filter(each -> !NOT_PUBLIC.matcher(each).matches());
        return new OriginatingDevice(
                me.id(),
                device(request, response),
                address.orElse(""),
                fitting(request.getHeader(portHeader), PORT),
                clock.now(),
                Optional.ofNullable(request.getParameter("deviceAgent")).orElse(""),
                fitting(request.getParameter("deviceScreens"), SCREENS),
                fitting(request.getParameter("deviceWindow"), WINDOW),
                fitting(request.getParameter("deviceZone"), ZONE));
    }

    private static String fitting(@Nullable String value, Pattern as) {
        return value != null && as.matcher(value).matches() ? value : "";
    }

    private static String device(HttpServletRequest request, HttpServletResponse response) {
        var known = Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> UUIDS.matcher(value).matches())
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, known)
                        .path("/vat")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(LASTS)
                        .build()
                        .toString());
        return known;
    }
}
