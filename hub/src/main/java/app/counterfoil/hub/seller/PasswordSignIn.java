package app.counterfoil.hub.seller;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Holds a password against the one there is, unless too many were wrong; whether there is such an account is not told. */
final class PasswordSignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider accounts;
    private final SignInRoutes routes;
    private final Guesses guesses;

    PasswordSignIn(DaoAuthenticationProvider accounts, SignInRoutes routes, Guesses guesses) {
        this.accounts = accounts;
        this.routes = routes;
        this.guesses = guesses;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        var account = new Guesses.Key(Guesses.About.ACCOUNT, Long.toString(routes.token(asked.getName())));
        var address = new Guesses.Key(
                Guesses.About.ADDRESS,
                asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown");
        if (!guesses.take(account, address)) {
            throw new LockedException("too many tries");
        }
        var signedIn = accounts.authenticate(asked);
        guesses.wasRight(account, address);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return accounts.supports(authentication);
    }
}
