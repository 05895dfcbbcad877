package app.counterfoil.hub.seller;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What is answered to a form whose token is not the present one: whoever is not signed in any more is led to the sign-in
 * page, which says so; whoever is, learns that the page was older than their session.
 */
final class FormsTooLate implements AccessDeniedHandler {

    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException && isForThoseSignedIn(request) && !isSignedIn()) {
            response.sendRedirect(request.getContextPath() + "/sign-in?late");
            return;
        }
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, denied);
        others.handle(request, response, denied);
    }

    private static boolean isForThoseSignedIn(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.equals("/set-up") && !path.equals("/new-password");
    }

    private static boolean isSignedIn() {
        var here = SecurityContextHolder.getContext().getAuthentication();
        return here != null && here.getPrincipal() instanceof SignedIn;
    }
}
