package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MvcResult;

/** Somebody works for two shops under one address, and neither shop learns of the other. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
class OneAddressTwoShopsTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final String ONE = "a sentence for the first";
    private static final String OTHER = "a sentence for the second";

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private HubPages pages;

    @Autowired
    private AddPerson addPerson;

    private final String email = "pat@" + UUID.randomUUID() + ".example";
    private SellerId first = new SellerId(new UUID(0, 0));
    private SellerId second = first;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.sign-in.step-of-refusals", () -> "0s");
    }

    @BeforeEach
    void twoShops() {
        first = shops.open("First Shop (made up)", "");
        second = shops.open("Second Shop (made up)", "");
        addPerson.add(first, Role.OWNER, "Pat Example", email, ONE);
    }

    @Test
    void theSecondShopLearnsNothingOfTheFirstAndTheFirstNothingOfTheSecond() {
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
        assertThat(pages.asked(get("/sign-in").param("which", "")).getContentAsString())
                .contains("for several shops", "name=\"shop\"");
        assertThat(shopOf(signIn(ONE, "second shop (MADE UP) "))).isEqualTo(second);
        assertThat(shopOf(signIn(ONE, "First Shop (made up)"))).isEqualTo(first);
        assertThat(signIn(ONE, "A third shop").getResponse().getRedirectedUrl()).isEqualTo("/sign-in?which");
    }

    private MvcResult signIn(String password, String shop) throws Exception {
        return pages.perform(post("/sign-in")
                .param("email", email)
                .param("password", password)
                .param("shop", shop));
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

    private long journal() {
        return DATABASE.count("SELECT count(*) FROM counterfoil.vault_journal WHERE seller_id = '" + first + "'");
    }
}
