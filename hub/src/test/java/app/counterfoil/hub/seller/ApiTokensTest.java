package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** A token is shown once, opens what its scopes name, and nothing more once it has ended or is revoked. */
class ApiTokensTest extends PeopleBench {

    @Autowired
    private ApiTokens tokens;

    @Test
    void aTokenComesInUntilItIsRevoked() {
        var text = made(ApiScope.RIGHTS_REQUESTS);
        var caller = tokens.caller(text).orElseThrow();
        assertThat(caller.seller()).isEqualTo(owner.seller());
        assertThat(caller.may(ApiScope.RIGHTS_REQUESTS)).isTrue();
        assertThat(caller.may(ApiScope.EXPORT_FACTS)).isFalse();
        tokens.revoke(owner.seller(), caller.id(), owner.id());
        assertThat(tokens.caller(text)).isEmpty();
        assertThat(tokens.all(owner.seller())).singleElement().satisfies(token -> {
            assertThat(token.revokedAt()).isPresent();
            assertThat(token.lastUsedOn()).isPresent();
        });
    }

    @Test
    void aTokenEndsByItself() {
        var text = tokens.make(owner, "Help desk", Set.of(ApiScope.EXPORT_FACTS), 2);
        trainingClock.forward(1, turned -> {});
        assertThat(tokens.caller(text)).isPresent();
        trainingClock.forward(1, turned -> {});
        assertThat(tokens.caller(text)).isEmpty();
        assertThatThrownBy(() -> tokens.make(owner, "Help desk", Set.of(ApiScope.EXPORT_FACTS), 366))
                .hasMessageContaining("cannot be used");
    }

    @Test
    void nothingThatIsKeptOpensAnything() {
        var text = made(ApiScope.EXPORT_DELIVERY);
        assertThat(text).startsWith("cfk_").hasSizeGreaterThan(80);
        var kept = DATABASE.count("SELECT count(*) FROM counterfoil.seller_api_token t WHERE t::text LIKE '%"
                + text.substring(text.length() - 20) + "%'");
        assertThat(kept).isZero();
        assertThat(TokenText.of(text).orElseThrow().toString()).doesNotContain(text.substring(10));
    }

    @Test
    void whatIsNoTokenOpensNothing() {
        var text = made(ApiScope.EXPORT_DELIVERY);
        var bytes = Base64.getUrlDecoder().decode(text.substring(4));
        bytes[bytes.length - 1] ^= 1;
        var forged = "cfk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        for (var bad : new String[] {"", "cfk_", "cfk_!", text + "A", text.substring(1), forged, "x".repeat(5_000)}) {
            assertThat(tokens.caller(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void thePageShowsItOnceAndNeverAgain() throws Exception {
        var made =
                pages.perform(owner, post("/tokens").param("name", "Help desk").param("scopes", "RIGHTS_REQUESTS"));
        var text = String.valueOf(made.getFlashMap().get("made"));
        assertThat(tokens.caller(text)).isPresent();
        assertThat(pages.page(owner, "/tokens")).contains("Help desk").doesNotContain(text);
        var id = tokens.caller(text).orElseThrow().id();
        pages.asked(owner, post("/tokens/" + id + "/revoke"));
        assertThat(tokens.caller(text)).isEmpty();
        assertThat(pages.page(owner, "/tokens")).contains("Revoked");
        assertThat(pages.asked(owner, post("/tokens/" + owner.id() + "/revoke")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void aSessionOpensNothingOfTheApi() throws Exception {
        assertThat(pages.asked(owner, get("/api/v1/exports/" + owner.id())).getStatus())
                .isEqualTo(401);
    }

    @Test
    void whoeverCallsTooOftenIsToldHowLongToWait() throws Exception {
        var text = made(ApiScope.RIGHTS_REQUESTS);
        var door = new BearerTokens(tokens, new CallRate(1));
        for (var status : List.of(200, 429)) {
            var call = new MockHttpServletRequest();
            call.addHeader("Authorization", "Bearer " + text);
            var answer = new MockHttpServletResponse();
            door.doFilter(call, answer, new MockFilterChain());
            assertThat(answer.getStatus()).isEqualTo(status);
            assertThat(answer.getHeader("Retry-After") == null).isEqualTo(status == 200);
            assertThat(answer.getContentAsString()).doesNotContain("cfk_");
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void callsAreCountedByTheMinute() {
        var rate = new CallRate(2);
        assertThat(rate.secondsToWait("one", 0)).isZero();
        assertThat(rate.secondsToWait("one", 1)).isZero();
        assertThat(rate.secondsToWait("one", 2)).isEqualTo(60);
        assertThat(rate.secondsToWait("other", 2)).isZero();
        assertThat(rate.secondsToWait("one", 60_000_000_000L)).isZero();
    }

    private String made(ApiScope scope) {
        return tokens.make(owner, "Help desk", Set.of(scope), ApiTokens.USUAL_DAYS);
    }
}
