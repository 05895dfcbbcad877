package app.counterfoil.hub.seller;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Holds a password against the one there is, unless too many were wrong. Whether there is such an account is not told,
 * nor is it seen from how long the answer takes.
 */
final class PasswordSignIn implements AuthenticationProvider {

    /** Each takes a processor for a quarter of a second. */
    private static final Semaphore AT_WORK =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private static final Duration LONGEST_IN_LINE = Duration.ofSeconds(5);

    private final DaoAuthenticationProvider accounts;
    private final SignInRoutes routes;
    private final KnownBrowsers browsers;
    private final Guesses guesses;
    private final Duration step;

    /**
     * @param step refusals are answered after this time or a multiple of it
     */
    PasswordSignIn(
            DaoAuthenticationProvider accounts,
            SignInRoutes routes,
            KnownBrowsers browsers,
            Guesses guesses,
            Duration step) {
        this.accounts = accounts;
        this.routes = routes;
        this.browsers = browsers;
        this.guesses = guesses;
        this.step = step;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        var began = System.nanoTime();
        try {
            return inLine(asked);
        } catch (AuthenticationException refused) {
            waitForTheStep(began);
            throw refused;
        }
    }

    private @Nullable Authentication inLine(Authentication asked) {
        if (!AccountRules.isShort(asked.getName())) {
            throw new BadCredentialsException("no address is that long");
        }
        try {
            if (!AT_WORK.tryAcquire(LONGEST_IN_LINE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AuthenticationServiceException("too many at the same time");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("stopped", stopped);
        }
        try {
            return counted(asked);
        } finally {
            AT_WORK.release();
        }
    }

    private @Nullable Authentication counted(Authentication asked) {
        var counted = countedAs(asked);
        var guessedAt = counted.get(0);
        var from = counted.subList(1, counted.size()).toArray(Guesses.Key[]::new);
        if (!guesses.take(counted.toArray(Guesses.Key[]::new))) {
            throw new LockedException("too many tries");
        }
        var signedIn = accounts.authenticate(asked);
        guesses.wasRight(guessedAt, from);
        return signedIn;
    }

    /** The browser alone where it is known; else the account and where it is guessed at from. */
    private List<Guesses.Key> countedAs(Authentication asked) {
        var from = asked.getDetails() instanceof CameFrom known ? known : new CameFrom("unknown", "");
        return browsers.known(asked.getName(), from.knownBrowser())
                .map(browser -> List.of(new Guesses.Key(Guesses.About.KNOWN_BROWSER, browser)))
                .orElseGet(() -> List.of(
                        new Guesses.Key(Guesses.About.ACCOUNT, Long.toString(routes.token(asked.getName()))),
                        Guesses.Key.ofAddress(Guesses.About.ADDRESS, from.address())));
    }

    private void waitForTheStep(long began) {
        var nanos = step.toNanos();
        if (nanos > 0) {
            var until = began + ((System.nanoTime() - began) / nanos + 1) * nanos;
            while (System.nanoTime() - until < 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return accounts.supports(authentication);
    }
}
