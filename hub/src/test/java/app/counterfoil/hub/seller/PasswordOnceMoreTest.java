package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A session that was stolen, or left open at a screen, lets nobody in and ends nothing: such acts ask who sits there. */
class PasswordOnceMoreTest extends PeopleBench {

    private static final String ASKS = "needs your password, unless you have typed it within the last ten minutes";
    /** What is right, written down a second time. */
    private static final Set<String> ASKED_FOR = Set.of(
            "/people",
            "/people/{id}/role",
            "/people/{id}/password",
            "/people/{id}/end",
            "/people/{id}/back",
            "/ends/policy",
            "/ends/clock/right",
            "/orders/{id}/legal-hold",
            "/holds/{id}/release",
            "/recipients/{service}",
            "/requests/{id}/bundle",
            "/requests/{id}/erase",
            "/requests/{id}/lift",
            "/requests/{id}/account",
            "/requests/{id}/orders/{order}/correct",
            "/recipients/{service}/end",
            "/register/contacts/{part}",
            "/register/notes/{purpose}",
            "/exports",
            "/exports/papers",
            "/bookkeeping/{account}/codes",
            "/vat/{start}/submit",
            "/vat/{start}/submitted",
            "/vat/{start}/withdraw",
            "/vat/one-stop-shop/{scheme}/{start}/submitted",
            "/vat/one-stop-shop/{scheme}/{start}/withdraw",
            "/tokens",
            "/breaches/{id}/not-needed",
            "/breaches/{id}/close",
            "/breaches/{id}/people/letters",
            "/reviews/access/close",
            "/promises/policy",
            "/connections",
            "/connections/{id}/credentials",
            "/connections/{id}/remove");

    private MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void anOwnerWhoHasSignedInYesterday() {
        session = owners;
        trainingClock.forward(1, turned -> {});
    }

    @Test
    void everyActThatLetsSomebodyInOrEndsSomethingAsksAndNoOtherDoes() throws Exception {
        var asking = new TreeSet<String>();
        for (var path : acts()) {
            if (asked(post(path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString())))
                    .getContentAsString()
                    .contains(ASKS)) {
                asking.add(path);
            }
        }
        assertThat(asking).isEqualTo(new TreeSet<>(ASKED_FOR));
    }

    @Test
    void whatWasTypedGoesAlongAndIsDoneOnceThePasswordIsThere() throws Exception {
        var page = asked(adding().param("role", "SERVICE"));
        assertThat(page.getStatus()).isEqualTo(403);
        assertThat(page.getContentAsString())
                .contains("Adding somebody", ASKS, "name=\"name\" value=\"O&#39;Hara &lt;b&gt;\"")
                .contains("action=\"/people\"", "name=\"role\" value=\"SERVICE\"", "href=\"/people\"")
                .contains("autocomplete=\"current-password\"", "autofocus");
        assertThat(page.getContentAsString().replaceAll("(?s).*(<form[^>]*action=\"/people\".*?</form>).*", "$1"))
                .as("the token against forged forms is not carried along")
                .containsOnlyOnce("_csrf");
        assertThat(people.byEmail("new@" + host)).isEmpty();

        var wrong = asked(adding().param("role", "SERVICE").param(PasswordOnceMore.FIELD, "not this one"));
        assertThat(wrong.getContentAsString())
                .contains("This is not your present password.", "value=\"SERVICE\"")
                .doesNotContain("not this one");
        assertThat(people.byEmail("new@" + host)).isEmpty();

        var right = asked(adding().param("role", "SERVICE").param(PasswordOnceMore.FIELD, PASSWORD));
        assertThat(right.getRedirectedUrl()).isEqualTo("/people");
        assertThat(people.byEmail("new@" + host).orElseThrow().role()).isEqualTo(Role.SERVICE);
    }

    @Test
    void itIsAskedOnceInTenMinutes() throws Exception {
        var end = "/people/" + packer.id() + "/end";
        assertThat(asked(post(end).param(PasswordOnceMore.FIELD, PASSWORD)).getContentAsString())
                .contains("Nothing was ended yet.");
        assertThat(asked(post(end).param("sure", "true")).getRedirectedUrl()).isEqualTo("/people");
        assertThat(people.byEmail("packer@" + host)).isEmpty();
        trainingClock.forward(1, turned -> {});
        assertThat(asked(adding()).getContentAsString()).contains(ASKS);
    }

    @Test
    void whoHasJustSignedInIsNotAsked() throws Exception {
        session = session("owner", PASSWORD);
        assertThat(asked(adding().param("role", "PACKER")).getRedirectedUrl()).isEqualTo("/people");
    }

    @Test
    void guessesAreCountedTogetherWithThoseOfTheOtherPage() throws Exception {
        for (int i = 0; i < 3; i++) {
            asked(adding().param(PasswordOnceMore.FIELD, "not this one " + i));
        }
        for (int i = 0; i < 2; i++) {
            asked(post("/password").param("old", "nor this " + i).param("password", "another sentence"));
        }
        assertThat(asked(adding().param(PasswordOnceMore.FIELD, PASSWORD)).getContentAsString())
                .contains("There were too many wrong tries.", "Wait up to 15 minutes");
    }

    @Test
    void aRoleThatMayNotDoItIsRefusedAndNotAsked() throws Exception {
        session = session("packer", PASSWORD);
        trainingClock.forward(1, turned -> {});
        assertThat(asked(adding()).getContentAsString()).isEmpty();
        assertThat(asked(adding()).getStatus()).isEqualTo(403);
    }

    /** All there are; the one that ends the session we ask with comes last. */
    private List<String> acts() {
        return pages.routes().keySet().stream()
                .filter(route -> route.startsWith("POST "))
                .map(route -> route.substring("POST ".length()))
                .sorted(Comparator.comparing(path -> path.equals("/password/sign-out")))
                .toList();
    }

    private MockHttpServletRequestBuilder adding() {
        return post("/people")
                .param("name", "O'Hara <b>")
                .param("email", "new@" + host)
                .param("password", "a first sentence");
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
        return asked(session, request);
    }
}
