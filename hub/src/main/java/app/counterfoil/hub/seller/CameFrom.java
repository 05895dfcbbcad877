package app.counterfoil.hub.seller;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/**
 * Where a wish to sign in comes from.
 *
 * @param address the network address
 * @param knownBrowser the cookie of a browser in which people have signed in before, or empty
 * @param shop the name of the shop that is meant, if one was typed
 */
record CameFrom(String address, String knownBrowser, String shop) implements Serializable {

    static final CameFrom NOWHERE = new CameFrom("unknown", "", "");

    static CameFrom of(HttpServletRequest request) {
        var cookie = Optional.ofNullable(WebUtils.getCookie(request, KnownBrowsers.COOKIE));
        return new CameFrom(
                String.valueOf(request.getRemoteAddr()),
                cookie.map(each -> each.getValue()).orElse(""),
                Optional.ofNullable(request.getParameter("shop")).orElse(""));
    }

    @Override
    public String toString() {
        return "CameFrom[hidden]";
    }
}
