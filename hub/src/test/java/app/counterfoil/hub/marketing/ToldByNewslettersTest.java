package app.counterfoil.hub.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who leaves at the newsletter service has withdrawn here in the same moment; nobody else can say so. Over a real port. */
@SpringBootTest(
        classes = {Counterfoil.class, MadeUpShops.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
class ToldByNewslettersTest {

    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(89));
    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final String LIST = "a1b2c3d401";
    private static final AtomicInteger NUMBERS = new AtomicInteger(5_000);

    @LocalServerPort
    private int port;

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private TakeInConsent takeIn;

    @Autowired
    private AnswerLinks links;

    @Autowired
    private Consents consents;

    @Autowired
    private Wordings wordings;

    @Autowired
    private SyncAudiences sync;

    @Autowired
    private HearNewsletters hear;

    @Autowired
    private AudienceStates states;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LettersGoOut letters;

    @Autowired
    private BusinessClock clock;

    private SellerId shop = new SellerId(new UUID(0, 0));
    private Account account = new Account(shop, new UUID(0, 0), OutsideService.MAILCHIMP, "");
    private UUID words = new UUID(0, 0);

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void anAudienceThatTells() {
        SANDBOX.mailchimp().clear();
        shop = shops.open();
        words = wordings.write(shop, WordingKind.CONSENT, "Demo Shop (made up) may write to me.", Optional.empty());
        account = shops.connect(shop, OutsideService.MAILCHIMP);
        hear.begin(account, new PublicAddress("http://127.0.0.1:" + port));
    }

    @Test
    void whoLeavesThereHasWithdrawnInTheSameMoment() {
        var email = live();
        assertThat(SANDBOX.mailchimp().unsubscribe(LIST, email)).containsExactly(200);
        assertThat(stateOf(email)).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(consents.isStopped(shop, new Contact(email))).isTrue();
        sync.of(shop);
        assertThat(SANDBOX.exchanges().all())
                .as("it knows")
                .noneMatch(asked -> asked.request().method().equals("PATCH"));
        assertThat(states.of(shop).get(0).tellsSince()).isPresent();
    }

    @Test
    void theSameIsDoneOnceHoweverOftenItIsTold() {
        var email = live();
        var form = SANDBOX.mailchimp().form("unsubscribe", LIST, email);
        for (int i = 0; i < 3; i++) {
            assertThat(SANDBOX.mailchimp().tell(LIST, form)).containsExactly(200);
        }
        var person = consents.find(shop, owner(), new Contact(email)).orElseThrow();
        assertThat(consents.history(shop, person))
                .filteredOn(event -> event.what() == ConsentAct.WITHDRAWN)
                .singleElement()
                .satisfies(event -> assertThat(event.way()).isEqualTo(ConsentWay.SERVICE_TOLD));
        var again = live(email);
        assertThat(SANDBOX.mailchimp().tell(LIST, form)).containsExactly(200);
        assertThat(consents.one(shop, again).state())
                .as("what was told before does not count against a later consent")
                .isEqualTo(ConsentState.LIVE);
    }

    @Test
    void whoIsNotKnownHereComesOntoTheStopListAllTheSame() {
        var email = fresh();
        assertThat(SANDBOX.mailchimp().tell(LIST, SANDBOX.mailchimp().form("unsubscribe", LIST, email)))
                .containsExactly(200);
        assertThat(consents.isStopped(shop, new Contact(email))).isTrue();
    }

    @Test
    void anAddressThatWasChangedThereHasNobodysConsent() {
        var email = live();
        var form = "type=upemail&fired_at=2026-01-02+03%3A04%3A05&data%5Blist_id%5D=" + LIST + "&data%5Bold_email%5D="
                + email + "&data%5Bnew_email%5D=" + fresh() + "&data%5Bnew_id%5D=51da8c3259";
        assertThat(SANDBOX.mailchimp().tell(LIST, form)).containsExactly(200);
        assertThat(stateOf(email)).isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    void mailThatComesBackThereIsNoWithdrawal() {
        var email = live();
        assertThat(SANDBOX.mailchimp().tell(LIST, SANDBOX.mailchimp().form("cleaned", LIST, email)))
                .containsExactly(200);
        assertThat(stateOf(email)).isEqualTo(ConsentState.LIVE);
        assertThat(states.of(shop).get(0).counts()).containsEntry(MemberState.REFUSED, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscribe", "profile", "campaign", "something-new", ""})
    void whatIsAboutNothingOfOursIsHeardAndNothingIsDone(String type) {
        var email = live();
        assertThat(SANDBOX.mailchimp().tell(LIST, SANDBOX.mailchimp().form(type, LIST, email)))
                .containsExactly(200);
        assertThat(SANDBOX.mailchimp().tell(LIST, SANDBOX.mailchimp().form("unsubscribe", "another", email)))
                .as("another audience")
                .containsExactly(200);
        assertThat(stateOf(email)).isEqualTo(ConsentState.LIVE);
    }

    @Test
    void nobodyWithoutTheSecretAndTheSignatureIsHeard() throws Exception {
        var email = live();
        var form = SANDBOX.mailchimp().form("unsubscribe", LIST, email);
        var base = "http://127.0.0.1:" + port + HearNewsletters.PATH + "/" + shop + "/" + account.id() + "/";
        assertThat(posted(base + "wrong", form, "")).isEqualTo(404);
        assertThat(got(base + "wrong")).isEqualTo(404);
        var secret = setSecret();
        assertThat(got(base + secret)).isEqualTo(200);
        assertThat(posted(base + secret, form, "")).as("without a signature").isEqualTo(403);
        assertThat(posted(base + secret, form, "t=1,v1=" + "0".repeat(64))).isEqualTo(403);
        var now = clock.now().getEpochSecond();
        assertThat(posted(base + secret, form, signed(form, now - 301)))
                .as("of another time")
                .isEqualTo(403);
        assertThat(posted(base + secret, form + "&a=b", signed(form, now)))
                .as("of other bytes")
                .isEqualTo(403);
        assertThat(posted(base + secret, "x".repeat(70_000), signed(form, now))).isEqualTo(413);
        assertThat(stateOf(email)).isEqualTo(ConsentState.LIVE);
        assertThat(posted(base + secret, form, signed(form, now))).isEqualTo(200);
        assertThat(stateOf(email)).isEqualTo(ConsentState.WITHDRAWN);
    }

    /** Credentials that were renewed since know no signature: then the secret of the address is what there is. */
    @Test
    void withoutASigningSecretTheSecretOfTheAddressDoes() throws Exception {
        var email = live();
        var kept = accounts.credentials(account);
        assertThat(kept).hasSize(3);
        accounts.renew(account, List.of(kept.get(0), kept.get(2)));
        var secret = setSecret();
        var base = "http://127.0.0.1:" + port + HearNewsletters.PATH + "/" + shop + "/" + account.id() + "/";
        assertThat(posted(base + secret, SANDBOX.mailchimp().form("unsubscribe", LIST, email), ""))
                .isEqualTo(200);
        assertThat(stateOf(email)).isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    void aNewAddressTakesThePlaceOfTheEarlierOneAtTheService() {
        hear.begin(account, new PublicAddress("http://127.0.0.1:" + port));
        var email = live();
        assertThat(SANDBOX.mailchimp().unsubscribe(LIST, email))
                .as("one webhook is left")
                .containsExactly(200);
    }

    /** Puts a secret that the test knows in the place of the one that nobody is told. */
    private String setSecret() {
        DATABASE.change("UPDATE counterfoil.marketing_audience SET webhook_hash = sha256('known') WHERE account_id = '"
                + account.id() + "'");
        return "known";
    }

    private String signed(String form, long at) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(accounts.credentials(account).get(1).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "t=" + at + ",v1="
                + HexFormat.of().formatHex(mac.doFinal((at + "." + form).getBytes(StandardCharsets.UTF_8)));
    }

    private static int posted(String to, String form, String signature) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(to))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!signature.isEmpty()) {
            request.header("X-Mailchimp-Signature", signature);
        }
        return status(request);
    }

    private static int got(String at) throws Exception {
        return status(HttpRequest.newBuilder(URI.create(at)).GET());
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String fresh() {
        return "told" + NUMBERS.incrementAndGet() + "@buyer.example";
    }

    private String live() {
        var email = fresh();
        live(email);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).contains("subscribed");
        return email;
    }

    private UUID live(String email) {
        takeIn.bySignUp(shop, new Contact(email), words, new PublicAddress("https://hub.example"));
        letters.of(shop);
        var mail = SANDBOX.mail().taken().stream()
                .filter(each -> each.to().contains(email))
                .reduce((first, last) -> last)
                .orElseThrow()
                .text();
        assertThat(links.confirm(
                        shop, mail.substring(mail.indexOf("/confirm/") + 9).substring(0, 24)))
                .isTrue();
        return consents.find(shop, owner(), new Contact(email)).orElseThrow();
    }

    private ConsentState stateOf(String email) {
        return consents.one(
                        shop, consents.find(shop, owner(), new Contact(email)).orElseThrow())
                .state();
    }

    private SignedIn owner() {
        return shops.person(shop, Role.OWNER);
    }
}
