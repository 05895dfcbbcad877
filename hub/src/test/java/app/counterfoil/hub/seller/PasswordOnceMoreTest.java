package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.HubDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A session that was stolen, or left open at a screen, lets nobody in and ends nothing: such acts ask who sits there. */
@SpringBootTest(classes = Counterfoil.class)
class PasswordOnceMoreTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final String PASSWORD = "a sentence for the test";
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
            "/connections",
            "/connections/{id}/credentials",
            "/connections/{id}/remove");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private People people;

    @Autowired
    private TrainingClock trainingClock;

    private MockMvc web;
    private String host = "";
    private SellerId shop;
    private MockHttpSession session = new MockHttpSession();

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.training", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @BeforeEach
    void anOwnerWhoHasSignedInYesterday() throws Exception {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        host = UUID.randomUUID() + ".example";
        shop = openShop.open(new Business("Shop", List.of("1 Example Row"), "LS1 9ZZ", ""));
        addPerson.add(shop, Role.OWNER, "Olivia", "owner@" + host, PASSWORD);
        addPerson.add(shop, Role.PACKER, "Pat", "packer@" + host, PASSWORD);
        session = signedIn("owner");
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
        var end = "/people/" + people.byEmail("packer@" + host).orElseThrow().id() + "/end";
        assertThat(asked(post(end).param(PasswordOnceMore.FIELD, PASSWORD)).getContentAsString())
                .contains("Nothing was ended yet.");
        assertThat(asked(post(end).param("sure", "true")).getRedirectedUrl()).isEqualTo("/people");
        assertThat(people.byEmail("packer@" + host)).isEmpty();
        trainingClock.forward(1, turned -> {});
        assertThat(asked(adding()).getContentAsString()).contains(ASKS);
    }

    @Test
    void whoHasJustSignedInIsNotAsked() throws Exception {
        session = signedIn("owner");
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
        session = signedIn("packer");
        trainingClock.forward(1, turned -> {});
        assertThat(asked(adding()).getContentAsString()).isEmpty();
        assertThat(asked(adding()).getStatus()).isEqualTo(403);
    }

    /** All there are; the one that ends the session we ask with comes last. */
    private List<String> acts() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(each -> each.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(each -> each.getPatternValues().stream())
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
        return web.perform(request.session(session).with(csrf())).andReturn().getResponse();
    }

    private MockHttpSession signedIn(String mailbox) throws Exception {
        var signedIn = web.perform(post("/sign-in")
                        .param("email", mailbox + "@" + host)
                        .param("password", PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getRequest()
                .getSession(false);
        return (MockHttpSession) Objects.requireNonNull(signedIn);
    }
}
