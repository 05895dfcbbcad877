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
 * this machine, and would then be taken by the browser for one of ours.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExpectedHosts extends OncePerRequestFilter {

    private static final int MISDIRECTED = 421;

    private final Set<String> names;

    ExpectedHosts(@Value("${counterfoil.hosts:}") List<String> names) {
        this.names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        if (Loopback.isHost(name) || names.contains(name)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(MISDIRECTED);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .write("Counterfoil does not answer to this name. If it is one of yours, name it in COUNTERFOIL_HOSTS"
                        + " and start Counterfoil again.\n");
    }
}
