package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.HubDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Somebody works for two shops under one address, and neither shop learns of the other. */
@SpringBootTest(classes = Counterfoil.class)
class OneAddressTwoShopsTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final String ONE = "a sentence for the first";
    private static final String OTHER = "a sentence for the second";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    private MockMvc web;
    private final String email = "pat@" + UUID.randomUUID() + ".example";
    private SellerId first = new SellerId(new UUID(0, 0));
    private SellerId second = first;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.sign-in.step-of-refusals", () -> "0s");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @BeforeEach
    void twoShops() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        first = openShop.open(new Business("First Shop (made up)", List.of("1 Example Row"), "LS1 9ZZ", ""));
        second = openShop.open(new Business("Second Shop (made up)", List.of("2 Example Row"), "LS1 9ZZ", ""));
        addPerson.add(first, Role.OWNER, "Pat Example", email, ONE);
    }

    @Test
    void theSecondShopLearnsNothingOfTheFirstAndTheFirstNothingOfTheSecond() throws SQLException {
        var before = journal();
        addPerson.add(second, Role.PACKER, "Pat Example", email, OTHER);
        assertThat(journal()).isEqualTo(before);
        assertThatThrownBy(() -> addPerson.add(second, Role.PACKER, "Another Pat", email, OTHER))
                .isInstanceOfSatisfying(
                        AddPerson.NotAnAccount.class,
                        refused -> assertThat(refused.errors().get("email")).contains("Somebody here signs in"));
    }

    @Test
    void eachPasswordLeadsToItsShop() throws Exception {
        addPerson.add(second, Role.PACKER, "Pat Example", email, OTHER);
        assertThat(shopOf(signIn(ONE, ""))).isEqualTo(first);
        assertThat(shopOf(signIn(OTHER, ""))).isEqualTo(second);
        assertThat(signIn("neither of them", "").getResponse().getRedirectedUrl())
                .isEqualTo("/sign-in?refused");
    }

    @Test
    void whoHasOnePasswordForBothSaysWhichShop() throws Exception {
        addPerson.add(second, Role.PACKER, "Pat Example", email, ONE);
        assertThat(signIn(ONE, "").getResponse().getRedirectedUrl()).isEqualTo("/sign-in?which");
        assertThat(web.perform(get("/sign-in").param("which", ""))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("for several shops", "name=\"shop\"");
        assertThat(shopOf(signIn(ONE, "second shop (MADE UP) "))).isEqualTo(second);
        assertThat(shopOf(signIn(ONE, "First Shop (made up)"))).isEqualTo(first);
        assertThat(signIn(ONE, "A third shop").getResponse().getRedirectedUrl()).isEqualTo("/sign-in?which");
    }

    private MvcResult signIn(String password, String shop) throws Exception {
        return web.perform(post("/sign-in")
                        .param("email", email)
                        .param("password", password)
                        .param("shop", shop)
                        .with(csrf()))
                .andReturn();
    }

    private static SellerId shopOf(MvcResult signedIn) {
        assertThat(signedIn.getResponse().getRedirectedUrl()).isEqualTo("/orders");
        var session = Objects.requireNonNull(signedIn.getRequest().getSession(false));
        var context = (SecurityContext) Objects.requireNonNull(
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
        return ((SignedIn) Objects.requireNonNull(
                        Objects.requireNonNull(context.getAuthentication()).getPrincipal()))
                .seller();
    }

    private long journal() throws SQLException {
        try (var connection = DATABASE.superuser();
                var statement = connection.prepareStatement(
                        "SELECT count(*) FROM counterfoil.vault_journal WHERE seller_id = ?")) {
            statement.setObject(1, first.value());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
