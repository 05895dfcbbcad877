package app.counterfoil.hub.seller;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of somebody whose access, role or password has been changed since they signed in, or who has been
 * signed in for longer than any working day, with their next request. The rows say so, not the memory: whatever session there is, wherever it began, is held against them.
 */
final class StillHere extends OncePerRequestFilter {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final PersonRows rows;

    StillHere(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var here = SecurityContextHolder.getContext().getAuthentication();
        if (here == null || !(here.getPrincipal() instanceof SignedIn me)) {
            chain.doFilter(request, response);
            return;
        }
        var tooLong = isTooLong(request);
        if (!tooLong && rows.isStillHere(me)) {
            chain.doFilter(request, response);
            return;
        }
        new SecurityContextLogoutHandler().logout(request, response, here);
        if (isAt(request, "/sign-in")) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/sign-in?" + (tooLong ? "long" : "ended"));
        }
    }

    /** A page left open asks for news of itself, so that its session is never unused. */
    private static boolean isTooLong(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getLastAccessedTime() - session.getCreationTime() > LONGEST_SESSION.toMillis();
    }

    /** What is nobody's is not asked about. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isAt(request, "/look/") || isAt(request, "/webjars/");
    }

    private static boolean isAt(HttpServletRequest request, String path) {
        return request.getRequestURI().startsWith(request.getContextPath() + path);
    }
}
