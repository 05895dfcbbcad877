package app.counterfoil.hub.shell;

import app.counterfoil.vault.Loopback;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers under this machine's own name and the names that were given alone. A page elsewhere can have its name lead to
 * this machine, and would then be taken by the browser for one of ours. Who asks from elsewhere does so by https, or else
 * passwords and sessions could be read on the way; whether it was https, the proxy on this machine says.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExpectedHosts extends OncePerRequestFilter {

    private static final int MISDIRECTED = 421;

    private final Set<String> names;
    private final boolean inClear;

    ExpectedHosts(
            @Value("${counterfoil.hosts:}") List<String> names,
            @Value("${counterfoil.pages.in-clear:false}") boolean inClear) {
        this.inClear = inClear;
        this.names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        if (!Loopback.isHost(name) && !names.contains(name)) {
            refuse(
                    response,
                    "Counterfoil does not answer to this name. If it is one of yours, name it in COUNTERFOIL_HOSTS"
                            + " and start Counterfoil again.\n");
        } else if (!inClear && !request.isSecure() && !isFromHere(request, name)) {
            refuse(
                    response,
                    "Counterfoil is asked over the network without https: passwords could be read on the way. Put a"
                            + " proxy with https in front that sets X-Forwarded-Proto and X-Forwarded-For; or, where"
                            + " nobody can listen, start Counterfoil with COUNTERFOIL_PAGES_INCLEAR=true.\n");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFromHere(HttpServletRequest request, String name) {
        return Loopback.isHost(name) && Loopback.isHost(String.valueOf(request.getRemoteAddr()));
    }

    private static void refuse(HttpServletResponse response, String why) throws IOException {
        response.setStatus(MISDIRECTED);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(why);
    }
}
