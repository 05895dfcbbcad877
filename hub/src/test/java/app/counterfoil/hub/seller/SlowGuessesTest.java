package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whoever guesses passwords is slowed down, and learns nothing from it. */
@SpringBootTest(
        classes = {Counterfoil.class, MadeUpShops.class, HubPages.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
class SlowGuessesTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final String PASSWORD = MadeUpShops.PASSWORD;

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private HubPages pages;

    @Autowired
    private TrainingClock trainingClock;

    @LocalServerPort
    private int port;

    private String email = "";
    private String address = "";

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.sign-in.step-of-refusals", () -> "0s");
    }

    @BeforeEach
    void anOwnerSomewhere() {
        email = "owner@" + UUID.randomUUID() + ".example";
        address = "of " + UUID.randomUUID();
        shops.person(shops.open(), Role.OWNER, email);
    }

    @Test
    void anAccountThatThereIsAndOneThatThereIsNotAnswerAlike() throws Exception {
        for (var whom : List.of(email, "nobody@" + UUID.randomUUID() + ".example")) {
            for (int i = 0; i < 5; i++) {
                assertThat(tried(whom, "not this one", "from " + whom)).isEqualTo("/sign-in?refused");
            }
            assertThat(tried(whom, "not this one", "from " + whom)).isEqualTo("/sign-in?wait");
        }
    }

    @Test
    void duringTheWaitTheRightPasswordDoesNotHelpEitherAndAfterItDoes() throws Exception {
        for (int i = 0; i < 5; i++) {
            tried(email.toUpperCase(Locale.ROOT), "not this one", "from place " + i);
        }
        assertThat(tried(email, PASSWORD, address)).isEqualTo("/sign-in?wait");
        assertThat(pages.asked(get("/sign-in").param("wait", "")).getContentAsString())
                .contains("too many wrong tries", "Wait up to 15 minutes");
        trainingClock.forward(1, turned -> {});
        assertThat(tried(email, PASSWORD, address)).isEqualTo("/orders");
    }

    @Test
    void whoTriesManyAccountsFromOneAddressIsSlowedDownThereAlone() throws Exception {
        for (int i = 0; i < 25; i++) {
            assertThat(tried(i + email, "not this one", address)).isEqualTo("/sign-in?refused");
        }
        assertThat(tried(email, PASSWORD, address)).isEqualTo("/sign-in?wait");
        assertThat(tried(email, PASSWORD, "elsewhere")).isEqualTo("/orders");
    }

    @Test
    void whoGuessesElsewhereKeepsNobodyOutOfTheirOwnBrowser() throws Exception {
        var known = knownBrowser(email);
        for (int i = 0; i < 6; i++) {
            tried(email, "not this one", "from place " + i);
        }
        assertThat(tried(email, PASSWORD, address)).isEqualTo("/sign-in?wait");
        assertThat(tried(email, PASSWORD, address, known)).isEqualTo("/orders");

        for (int i = 0; i < 5; i++) {
            assertThat(tried(email, "not this one", address, known)).isEqualTo("/sign-in?refused");
        }
        assertThat(tried(email, PASSWORD, address, known)).isEqualTo("/sign-in?wait");
    }

    @Test
    void aBrowserThatSeveralShareIsKnownForEachOfTheLastEight() throws Exception {
        var people = new ArrayList<String>();
        var shared = new Cookie("counterfoil-known", "");
        for (int i = 0; i < 9; i++) {
            anOwnerSomewhere();
            people.add(email);
            shared = knownBrowser(email, shared);
        }
        shared = knownBrowser(people.get(1), shared);
        assertThat(shared.getValue().split("_")).hasSize(8).doesNotHaveDuplicates();
        for (var whom : List.of(people.get(0), people.get(1), people.get(8))) {
            for (int i = 0; i < 6; i++) {
                tried(whom, "not this one", "from place " + i);
            }
            assertThat(tried(whom, PASSWORD, address, shared))
                    .isEqualTo(whom.equals(people.get(0)) ? "/sign-in?wait" : "/orders");
        }
        for (int i = 0; i < 5; i++) {
            tried(people.get(8), "not this one", address, shared);
        }
        assertThat(tried(people.get(1), PASSWORD, address, shared))
                .as("whoever else guesses there")
                .isEqualTo("/orders");
    }

    @Test
    void aBrowserThatIsKnownForOnePersonIsAnyOtherForTheNext() throws Exception {
        var theirs = knownBrowser(email);
        var before = email;
        anOwnerSomewhere();
        for (int i = 0; i < 5; i++) {
            tried(email, "not this one", "from place " + i, theirs);
        }
        assertThat(tried(email, PASSWORD, address, theirs)).isEqualTo("/sign-in?wait");
        var forged = new Cookie("counterfoil-known", theirs.getValue().replaceAll("^.", "f"));
        for (int i = 0; i < 5; i++) {
            tried(before, "not this one", "from place " + i, forged);
        }
        assertThat(tried(before, PASSWORD, address, forged)).isEqualTo("/sign-in?wait");
    }

    /** Over the wire: the container makes the sessions. */
    @Test
    void aStrangerLeavesNothingInOurMemory() throws Exception {
        for (var page : List.of("/orders?" + "x".repeat(5_000), "/sign-in", "/set-up", "/no-such-page")) {
            assertThat(sent("GET " + page + " HTTP/1.1\r\n", ""))
                    .as(page)
                    .contains("HTTP/1.1 ")
                    .doesNotContain("Set-Cookie: counterfoil=");
        }
    }

    @Test
    void whoMistypesAndThenSignsInIsForgiven() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat(tried(email, i % 3 == 2 ? PASSWORD : "not this one", address))
                    .isEqualTo(i % 3 == 2 ? "/orders" : "/sign-in?refused");
        }
    }

    /** Over the wire: a proxy on this machine says where a request comes from. */
    @Test
    void theProxyTellsTheAddressAndWhatTheVisitorPutsBeforeItIsNotBelieved() throws Exception {
        for (int i = 0; i < 25; i++) {
            assertThat(setUpAsked("198.51.100." + i + ", 192.0.2.77")).isNotEmpty();
        }
        assertThat(setUpAsked("203.0.113.9, 192.0.2.77")).contains("too many wrong codes");
        assertThat(setUpAsked("192.0.2.78")).contains("not the one in the console");
    }

    private @Nullable String tried(String whom, String password, String from, Cookie... cookies) throws Exception {
        return answer(whom, password, from, cookies).getRedirectedUrl();
    }

    /** The cookie of a browser in which they have signed in. */
    private Cookie knownBrowser(String whom, Cookie... before) throws Exception {
        return Objects.requireNonNull(answer(whom, PASSWORD, address, before).getCookie("counterfoil-known"));
    }

    private MockHttpServletResponse answer(String whom, String password, String from, Cookie... cookies)
            throws Exception {
        var asked = post("/sign-in")
                .param("email", whom)
                .param("password", password)
                .with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                });
        return pages.asked(cookies.length == 0 ? asked : asked.cookie(cookies));
    }

    private String setUpAsked(String forwardedFor) throws IOException {
        var form = sent("GET /set-up HTTP/1.1\r\n", "");
        var cookie = form.replaceAll("(?s).*Set-Cookie: (counterfoil-form=[^;]*).*", "$1");
        var token = form.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        var body = "code=AAAAA&_csrf=" + token;
        return sent(
                "POST /set-up HTTP/1.1\r\nCookie: " + cookie + "\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: "
                        + forwardedFor
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                        + "\r\n",
                body);
    }

    private String sent(String head, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((head + "Host: localhost\r\nConnection: close\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
