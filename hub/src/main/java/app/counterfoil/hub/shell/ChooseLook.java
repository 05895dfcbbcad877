package app.counterfoil.hub.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the choice between light, dark and whatever the device prefers. */
@Controller
class ChooseLook {

    static final String COOKIE = "look";
    static final Set<String> LOOKS = Set.of("light", "dark", "auto");

    @PostMapping("/look")
    String choose(
            @RequestParam String look,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, LOOKS.contains(look) ? look : "auto")
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        // Only a path of our own: "//host" and "/\host" would lead elsewhere.
        return "redirect:" + (back.matches("/(?![/\\\\])[A-Za-z0-9/_.-]*") ? back : "/");
    }
}
