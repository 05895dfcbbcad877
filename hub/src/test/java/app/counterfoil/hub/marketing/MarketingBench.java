package app.counterfoil.hub.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.DaysGoBy;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.mail.TakenMail;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop with words that people agree to, and people who read their mail. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class MarketingBench {

    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(83));
    static final HubDatabase DATABASE = HubDatabase.fresh();
    static final PublicAddress ADDRESS = new PublicAddress("https://hub.example");

    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000);
    private static final Pattern CONFIRM = Pattern.compile("/confirm/([A-Za-z0-9_-]{24})");
    private static final Pattern WITHDRAW = Pattern.compile("/unsubscribe/[0-9a-f-]{36}/([A-Za-z0-9_-]{24})");

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    TakeInConsent takeIn;

    @Autowired
    AnswerLinks links;

    @Autowired
    EndConsent endConsent;

    @Autowired
    Consents consents;

    @Autowired
    Wordings wordings;

    @Autowired
    BusinessClock clock;

    @Autowired
    TrainingClock trainingClock;

    @Autowired
    private ApplicationContext hub;

    @Autowired
    LettersGoOut letters;

    @Autowired
    private List<BookCheck> checks;

    SellerId shop = new SellerId(new UUID(0, 0));
    SignedIn office;
    UUID words = new UUID(0, 0);

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.marketing.step-of-answers", () -> "0s");
    }

    @BeforeEach
    void aShopWithWords() {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        SANDBOX.mail().clear();
        shop = shops.open();
        office = shops.person(shop, Role.DATA_PROTECTION);
        words = wordings.write(
                shop,
                WordingKind.CONSENT,
                "Demo Shop (made up) may write to me about its own goods.",
                Optional.empty());
    }

    @AfterEach
    void theBooksAreWell() {
        assertThat(flaws()).isEmpty();
    }

    List<String> flaws() {
        return checks.stream()
                .flatMap(check -> check.of(shop).flaws().stream())
                .map(Flaw::wrong)
                .toList();
    }

    static String fresh() {
        return "testa" + NUMBERS.incrementAndGet() + "@buyer.example";
    }

    ConsentGiven given(ConsentProof proof) {
        return new ConsentGiven(proof, words, clock.today(), "BOX-7/12", true, true);
    }

    TakeInConsent.TakenIn paper(String... emails) {
        return takeIn(given(ConsentProof.PAPER), emails);
    }

    TakeInConsent.TakenIn takeIn(ConsentGiven given, String... emails) {
        return takeIn.byStaff(shop, Arrays.stream(emails).map(Contact::new).toList(), given, office.id(), ADDRESS);
    }

    /** Why the one address is not taken in. */
    String whyNot(ConsentGiven given, String email) {
        var outcome = takeIn(given, email);
        assertThat(outcome.taken()).isZero();
        return outcome.refused().get(0).wrong();
    }

    void signsUp(String email) {
        takeIn.bySignUp(shop, new Contact(email), words, ADDRESS);
    }

    Consent of(String email) {
        return consents.one(
                shop, consents.find(shop, office, new Contact(email)).orElseThrow());
    }

    ConsentState stateOf(String email) {
        return of(email).state();
    }

    /** Somebody signs up and confirms it. */
    Consent live(String email) {
        signsUp(email);
        assertThat(links.confirm(shop, confirmSecret(email))).isTrue();
        var consent = of(email);
        assertThat(consent.state()).isEqualTo(ConsentState.LIVE);
        return consent;
    }

    String confirmSecret(String email) {
        return secret(CONFIRM, mailTo(email));
    }

    String withdrawSecret(String email) {
        return secret(WITHDRAW, mailTo(email));
    }

    TakenMail mailTo(String email) {
        letters.of(shop);
        return SANDBOX.mail().taken().stream()
                .filter(mail -> mail.to().contains(email))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    List<ConsentAct> acts(UUID person) {
        return consents.history(shop, person).stream().map(ConsentEvent::what).toList();
    }

    void forward(int days) {
        new DaysGoBy(hub).forward(days);
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
    }

    /** What somebody without an account gets who presses the button of a form. */
    String pressed(String path) throws Exception {
        return pages.asked(post(path).with(SecurityMockMvcRequestPostProcessors.csrf()))
                .getContentAsString();
    }

    private static String secret(Pattern sought, TakenMail mail) {
        var found = sought.matcher(mail.text());
        assertThat(found.find()).as(mail.text()).isTrue();
        return found.group(1);
    }
}
