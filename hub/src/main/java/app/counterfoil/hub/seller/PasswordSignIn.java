package app.counterfoil.hub.seller;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/**
 * Holds a password against the one there is, unless too many were wrong. Whether there is such an account is not told,
 * nor is it seen from how long the answer takes.
 */
final class PasswordSignIn implements AuthenticationProvider {

    /** Each takes a processor for a quarter of a second. */
    private static final Semaphore AT_WORK =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private static final Duration LONGEST_IN_LINE = Duration.ofSeconds(5);

    private final People people;
    private final PasswordEncoder passwords;
    private final WhichShop shops;
    private final SignInRoutes routes;
    private final KnownBrowsers browsers;
    private final Guesses guesses;
    private final Duration step;
    /** What a password is held against where there is nobody. */
    private final Supplier<String> nobodys;

    /**
     * @param step refusals are answered after this time or a multiple of it
     */
    PasswordSignIn(
            People people,
            PasswordEncoder passwords,
            WhichShop shops,
            SignInRoutes routes,
            KnownBrowsers browsers,
            Guesses guesses,
            Duration step) {
        this.people = people;
        this.passwords = passwords;
        this.shops = shops;
        this.routes = routes;
        this.browsers = browsers;
        this.guesses = guesses;
        this.step = step;
        this.nobodys = SingletonSupplier.of(() -> passwords.encode("nobody's"));
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
        var fitting = fitting(asked.getName(), String.valueOf(asked.getCredentials()));
        guesses.wasRight(guessedAt, from);
        var me = shops.only(fitting, cameFrom(asked).shop()).orElseThrow(SeveralShops::new);
        return UsernamePasswordAuthenticationToken.authenticated(me, null, me.getAuthorities());
    }

    /** Whom the password lets in: one person, or one who works for several shops. */
    private List<SignedIn> fitting(String email, String password) {
        var known = people.allByEmail(email);
        if (known.isEmpty()) {
            var unused = passwords.matches(password, nobodys.get());
        }
        var fitting = known.stream()
                .filter(person -> passwords.matches(password, person.getPassword()))
                .toList();
        if (fitting.isEmpty()) {
            throw new BadCredentialsException("they do not fit each other");
        }
        return fitting;
    }

    private static CameFrom cameFrom(Authentication asked) {
        return asked.getDetails() instanceof CameFrom known ? known : CameFrom.NOWHERE;
    }

    /** The password lets them in at several shops, and they have not said which they mean. */
    static final class SeveralShops extends AuthenticationException {
        SeveralShops() {
            super("several shops");
        }
    }

    /** The browser alone where it is known; else the account and where it is guessed at from. */
    private List<Guesses.Key> countedAs(Authentication asked) {
        var from = cameFrom(asked);
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
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
