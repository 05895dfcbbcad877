package app.counterfoil.hub.seller;

import app.counterfoil.hub.shell.ApiProblems;
import app.counterfoil.hub.shell.PageSafety;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Who may come in by the API: programs with a token, and nobody else. Sessions of people count for nothing there, so no page
 * of another site can make a browser do something; what no line names is open to nobody.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    /** What the document of the API is found at; it names nobody and is the same for all. */
    static final String DOCUMENT = "/api/v1/openapi.json";

    private static final String REQUESTS = "/api/v1/rights-requests";
    private static final String EXPORTS = "/api/v1/exports";

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, ApiTokens tokens, @Value("${counterfoil.api.calls-a-minute:60}") int callsAMinute)
            throws Exception {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, DOCUMENT)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, REQUESTS)
                        .hasAuthority(ApiScope.RIGHTS_REQUESTS.name())
                        .requestMatchers(HttpMethod.GET, REQUESTS + "/*")
                        .hasAuthority(ApiScope.RIGHTS_REQUESTS.name())
                        .requestMatchers(HttpMethod.POST, EXPORTS)
                        .hasAuthority(BearerTokens.EXPORTS)
                        .requestMatchers(HttpMethod.GET, EXPORTS + "/*", EXPORTS + "/*/file")
                        .hasAuthority(BearerTokens.EXPORTS)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new BearerTokens(tokens, new CallRate(callsAMinute)), AuthorizationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(CsrfConfigurer::disable)
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, nobody) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            ApiProblems.write(
                                    response,
                                    HttpStatus.UNAUTHORIZED,
                                    "There is no token, or it opens nothing any more.",
                                    "Send Authorization: Bearer with a token that an owner has made under Tokens.");
                        })
                        .accessDeniedHandler((request, response, denied) -> ApiProblems.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "This token does not open this.",
                                "Look into /api/v1/openapi.json for what there is, and have an owner make a token for"
                                        + " it.")))
                .headers(new PageSafety());
        return http.build();
    }
}
