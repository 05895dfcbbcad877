package app.counterfoil.hub.seller;

import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.shell.PageSafety;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Who may come in: everything is closed but the pages of sign-in, set-up and lost passwords, their style, the health check and what the rules open. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    /** Mail programs post here by themselves, and have no form of ours (RFC 8058); its secret stands in for the token. */
    private static final String ONE_CLICK = "/unsubscribe/*/*";

    /** Services outside tell here; the secret of their address and their signature stand in for it. */
    private static final String TELLING = "/webhooks/newsletter/*/*/*";

    private final People people;
    private final RulesOfPages rules;
    private final PersonRows rows;
    private final PasswordEncoder passwords;
    private final Duration stepOfRefusals;

    SignInConfiguration(
            People people,
            RulesOfPages rules,
            PersonRows rows,
            PasswordEncoder passwords,
            @Value("${counterfoil.sign-in.step-of-refusals:1s}") Duration stepOfRefusals) {
        this.people = people;
        this.rules = rules;
        this.rows = rows;
        this.passwords = passwords;
        this.stepOfRefusals = stepOfRefusals;
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            ClosedPages closedPages,
            WhichShop shops,
            SignInRoutes routes,
            KnownBrowsers browsers,
            Guesses guesses)
            throws Exception {
        http.authorizeHttpRequests(requests -> open(requests, closedPages))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .authenticationDetailsSource(CameFrom::of)
                        .successHandler((request, response, who) -> toTheOrders(browsers, request, response))
                        .failureHandler((request, response, failed) ->
                                response.sendRedirect(request.getContextPath() + "/sign-in?" + wordFor(failed))))
                .authenticationManager(slowedDown(shops, routes, browsers, guesses))
                // Nobody is led back to where they were: what a stranger asked for is not kept for them.
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(forms -> forms.csrfTokenRepository(new FormTokens()).ignoringRequestMatchers(ONE_CLICK, TELLING))
                .exceptionHandling(refused -> refused.accessDeniedHandler(new FormsTooLate()))
                .addFilterBefore(new StillHere(rows), AuthorizationFilter.class)
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?left"))
                .headers(new PageSafety());
        return http.build();
    }

    private void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            ClosedPages closedPages) {
        requests.requestMatchers(SignInConfiguration::isLedToTheErrorPage).permitAll();
        requests.requestMatchers("/sign-in", "/set-up", "/new-password").permitAll();
        // People who ask about their own data have no account; what they are told is the same for everybody.
        requests.requestMatchers(
                        "/privacy/*",
                        "/privacy/*/thanks",
                        "/privacy/*/copy",
                        "/privacy/*/copy/*",
                        "/privacy/*/code/*",
                        "/privacy/*/stop/*")
                .permitAll();
        // What people are told about their data is for everybody.
        requests.requestMatchers(HttpMethod.GET, "/policy/*", "/policy/*/versions/*")
                .permitAll();
        // A receipt names nobody, and is found by a code that nobody guesses.
        requests.requestMatchers(HttpMethod.GET, "/receipts/*/*").permitAll();
        // Who signs up for a shop's mail, or wants no more of it, has no account either.
        requests.requestMatchers("/newsletter/*", "/newsletter/*/thanks", "/newsletter/*/confirm/*", ONE_CLICK, TELLING)
                .permitAll();
        requests.requestMatchers(HttpMethod.GET, "/webjars/**", "/look/**", "/favicon.svg", "/actuator/health")
                .permitAll();
        for (var rule : rules.rules()) {
            requests.requestMatchers(rule.method(), rule.paths().toArray(String[]::new))
                    .hasAnyRole(rule.roles().stream().map(Role::name).toArray(String[]::new));
        }
        requests.anyRequest().access(closedPages);
    }

    @Bean
    RequestRejectedHandler refusedRequests() {
        return PageSafety.ofRefusedRequests();
    }

    @Bean
    UserDetailsService signIn() {
        return email -> people.byEmail(email).orElseThrow(() -> new UsernameNotFoundException("nobody"));
    }

    /** Slow on purpose, about a third of a second: whoever steals the hashes guesses three passwords a second. */
    @Bean
    static PasswordEncoder passwords() {
        return new BCryptPasswordEncoder(12);
    }

    /** When all is up, and whatever opens shops of its own has done so; a command opens no doors. */
    @Bean
    @Profile("!command")
    ApplicationListener<ApplicationReadyEvent> codesOnTheConsole(SetUp setUp, LostPassword lostPassword) {
        return ready -> {
            setUp.offer();
            lostPassword.offer();
        };
    }

    /** No bean, so that no other way in is made of it. */
    private AuthenticationManager slowedDown(
            WhichShop shops, SignInRoutes routes, KnownBrowsers browsers, Guesses guesses) {
        return new ProviderManager(
                new PasswordSignIn(people, passwords, shops, routes, browsers, guesses, stepOfRefusals));
    }

    private static void toTheOrders(KnownBrowsers browsers, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        remember(browsers, request, response);
        response.sendRedirect(request.getContextPath() + "/orders");
    }

    private static void remember(KnownBrowsers browsers, HttpServletRequest request, HttpServletResponse response) {
        var email = request.getParameter("email");
        if (email != null) {
            var cookie = browsers.after(email, CameFrom.of(request).knownBrowser(), request.isSecure());
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    /** By the container, when something failed; asked for, that page belongs to nobody. */
    private static boolean isLedToTheErrorPage(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
    }

    private static String wordFor(AuthenticationException failed) {
        if (failed instanceof LockedException) {
            return "wait";
        }
        if (failed instanceof PasswordSignIn.SeveralShops) {
            return "which";
        }
        return failed instanceof AuthenticationServiceException ? "busy" : "refused";
    }

    @Bean
    HearsDayTurn staffIsCarriedOn() {
        return (seller, today) -> people.carryOn(seller);
    }
}
