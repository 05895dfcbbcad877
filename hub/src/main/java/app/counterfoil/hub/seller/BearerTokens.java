package app.counterfoil.hub.seller;

import app.counterfoil.hub.shell.ApiProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever has a token, for this one request, as often as its rate allows; whatever else was there counts for nothing. */
final class BearerTokens extends OncePerRequestFilter {

    /** What every token has that makes files. */
    static final String EXPORTS = "EXPORTS";

    private static final String SCHEME = "bearer ";

    private final ApiTokens tokens;
    private final CallRate rate;

    BearerTokens(ApiTokens tokens, CallRate rate) {
        this.tokens = tokens;
        this.rate = rate;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sent = sent(request);
        var caller = sent.flatMap(tokens::caller);
        // Whoever has no token is counted by where they come from, so that nobody tries many.
        var who = caller.map(each -> each.id().toString()).orElse("from " + request.getRemoteAddr());
        var wait = caller.isPresent() || sent.isPresent() ? rate.secondsToWait(who) : 0;
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            ApiProblems.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "There were too many calls within a minute.",
                    "Wait as many seconds as Retry-After says.");
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller.map(BearerTokens::letIn).orElseGet(BearerTokens::nobody));
        SecurityContextHolder.setContext(context);
        // Not cleared here: whoever is refused further in is told so outside of this filter, by who they are.
        chain.doFilter(request, response);
    }

    private static Optional<String> sent(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private static Authentication letIn(ApiCaller caller) {
        var opens = new ArrayList<GrantedAuthority>();
        caller.scopes().forEach(scope -> opens.add(new SimpleGrantedAuthority(scope.name())));
        if (caller.scopes().stream().anyMatch(ApiScope::exports)) {
            opens.add(new SimpleGrantedAuthority(EXPORTS));
        }
        return UsernamePasswordAuthenticationToken.authenticated(caller, "", opens);
    }

    private static Authentication nobody() {
        return new AnonymousAuthenticationToken("api", "nobody", AuthorityUtils.createAuthorityList("NOBODY"));
    }
}
