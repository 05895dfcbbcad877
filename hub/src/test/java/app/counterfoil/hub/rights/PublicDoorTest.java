package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.sandbox.mail.TakenMail;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/** Who can read mail at a contact on an order gets a request taken in, and nobody else; nobody learns who is known. */
class PublicDoorTest extends RightsBench {

    private static final Pattern CODE = Pattern.compile("(?m)^([a-z2-9]{4}-[a-z2-9]{4})\\s*$");
    private static final Pattern STOP = Pattern.compile("/stop/([a-z2-9-]{24})");

    @Autowired
    private PublicDoor door;

    @Autowired
    private AnswerKnocks answer;

    @Autowired
    private LettersGoOut goOut;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    private Somebody testa = Somebody.fresh("Testa Demoson");
    private String number = "";

    @BeforeEach
    void testaHasBought() {
        SANDBOX.mail().clear();
        testa = Somebody.fresh("Testa Demoson");
        number = buysAtEbay(testa);
        download();
    }

    @Test
    void theCodeMakesARequestThatNobodyCarriesOutForADay() throws Exception {
        var knock = knock(RequestKind.ERASURE, testa.email());
        assertThat(door.code(shop, knock, sentCode().toUpperCase(Locale.ROOT), "https://hub.example/stop/"))
                .isTrue();
        var request = requests.underWay(shop, 10).get(0);
        assertThat(request.door()).isEqualTo(Door.PUBLIC_PAGE);
        assertThat(request.proof()).contains(IdentityProof.CODE_TO_CONTACT);
        assertThat(lookFor.lookFor(shop, request.id(), office)).isEqualTo(1);
        assertThatThrownBy(() -> erase.carryOut(shop, request.id(), office)).hasMessageContaining("24 hours");
        assertThat(pages.page(office, "/requests/" + request.id())).contains("Nothing is carried out before");
        forward(1);
        assertThat(erase.carryOut(shop, request.id(), office))
                .as("the order is still open")
                .isFalse();
        assertThat(request(request.id()).state()).isEqualTo(RequestState.WAITING);
    }

    @Test
    void whoeverTheMailReachedStopsIt() throws Exception {
        var knock = knock(RequestKind.ERASURE, testa.email());
        assertThat(door.code(shop, knock, sentCode(), "https://hub.example/privacy/x/stop/"))
                .isTrue();
        goOut.of(shop);
        var secret = found(STOP, latestMail().text());
        var page = "/privacy/" + shop + "/stop/" + secret;
        assertThat(stranger(page)).contains("It was not me");
        assertThat(requests.underWay(shop, 10)).as("looking is not stopping").hasSize(1);
        assertThat(pages.asked(post(page).with(SecurityMockMvcRequestPostProcessors.csrf()))
                        .getContentAsString())
                .contains("It is stopped.");
        assertThat(requests.underWay(shop, 10)).isEmpty();
        assertThat(requests.closed(shop, 10)).singleElement().satisfies(request -> assertThat(request.state())
                .isEqualTo(RequestState.WITHDRAWN));
        assertThat(door.stop(shop, "no-such-secret")).isFalse();
    }

    @Test
    void theAnswerIsTheSameForSomebodyKnownAndForAStranger() throws Exception {
        var known = asked(testa.email());
        var unknown = asked("nobody@buyer.example");
        var knownPage = stranger(known);
        var unknownPage = stranger(unknown);
        assertThat(withoutIds(knownPage)).isEqualTo(withoutIds(unknownPage));
        answer.of(shop);
        goOut.of(shop);
        assertThat(SANDBOX.mail().taken()).extracting(TakenMail::to).hasSize(1);
        assertThat(withoutIds(wrong(known))).isEqualTo(withoutIds(wrong(unknown)));
    }

    /** Each form has a token of its own. */
    private static String withoutIds(String page) {
        return page.replaceAll("[0-9a-f-]{36}", "").replaceAll("value=\"[^\"]*\"", "");
    }

    /** Only who can read the mail has the code; what a thief could know is none. */
    static Stream<Map.Entry<String, String>> whatAThiefCouldType() {
        return Stream.of(
                Map.entry("nothing", ""),
                Map.entry("blanks", "   "),
                Map.entry("a guess", "abcd-efgh"),
                Map.entry("all the same", "aaaa-aaaa"),
                Map.entry("digits", "2222-2222"),
                Map.entry("half a code", "{half}"),
                Map.entry("a code and more", "{code}a"),
                Map.entry("a code turned round", "{reversed}"),
                Map.entry("the code of another knock", "{other}"),
                Map.entry("the id of the knock", "{knock}"),
                Map.entry("the order's number", "{number}"),
                Map.entry("the e-mail address", "{email}"),
                Map.entry("the phone", "{phone}"),
                Map.entry("the postcode", "{postcode}"),
                Map.entry("the name", "{name}"),
                Map.entry("the user name", "{user}"),
                Map.entry("name and postcode", "{name} {postcode}"),
                Map.entry("the shop", "{shop}"),
                Map.entry("a wildcard", "%"),
                Map.entry("a quote", "' OR '1'='1"),
                Map.entry("a null", "null"),
                Map.entry("a control character", "\u0000"),
                Map.entry("very much", "a".repeat(150)),
                Map.entry("a template", "#{T(java.lang.Runtime)}"),
                Map.entry("JSON", "{\"code\":true}"));
    }

    @ParameterizedTest
    @MethodSource("whatAThiefCouldType")
    void whatAThiefCouldTypeOpensNothing(Map.Entry<String, String> typed) {
        var knock = knock(RequestKind.ACCESS, testa.email());
        var code = sentCode();
        var other = knock(RequestKind.ACCESS, testa.email());
        var otherCode = sentCode();
        assertThat(other).isNotEqualTo(knock);
        var text = typed.getValue()
                .replace("{half}", code.substring(0, 4))
                .replace("{code}", code)
                .replace("{reversed}", new StringBuilder(code).reverse())
                .replace("{other}", otherCode)
                .replace("{knock}", knock.toString())
                .replace("{number}", number)
                .replace("{email}", testa.email())
                .replace("{phone}", testa.phone())
                .replace("{postcode}", testa.postcode())
                .replace("{name}", testa.name())
                .replace("{user}", testa.userName())
                .replace("{shop}", shop.toString());
        assertThat(door.code(shop, knock, text, "")).isFalse();
        assertThat(requests.underWay(shop, 10)).isEmpty();
    }

    @Test
    void fiveWrongCodesAreEnough() {
        var knock = knock(RequestKind.ACCESS, testa.email());
        for (int i = 0; i < 5; i++) {
            assertThat(door.code(shop, knock, "wrong", "")).isFalse();
        }
        assertThat(door.code(shop, knock, sentCode(), "")).isFalse();
    }

    @Test
    void aCodeIsGoodOnceAndForHalfAnHourAndInItsShopAlone() {
        var knock = knock(RequestKind.ACCESS, testa.email());
        var code = sentCode();
        assertThat(door.code(shops.open(), knock, code, "")).isFalse();
        assertThat(door.code(shop, UUID.randomUUID(), code, "")).isFalse();
        assertThat(door.code(shop, knock, code, "")).isTrue();
        assertThat(door.code(shop, knock, code, "")).as("a second time").isFalse();
        var late = knock(RequestKind.ACCESS, testa.email());
        var lateCode = sentCode();
        forward(1);
        assertThat(door.code(shop, late, lateCode, "")).isFalse();
        assertThat(requests.underWay(shop, 10)).hasSize(1);
    }

    @Test
    void nobodyIsSentMoreThanThreeCodesADay() {
        for (int i = 0; i < 5; i++) {
            var unused = knock(RequestKind.ACCESS, testa.email());
        }
        assertThat(SANDBOX.mail().taken()).hasSize(3);
    }

    /** Found on an order, and no mail server takes it. */
    @Test
    void anAddressThatNobodyCanWriteToKeepsTheCodeFromNobodyElse() {
        var unwritable = Somebody.fresh("Testa Demoson").withEmail("t\u00e9sta..x@buyer.example");
        buysAtEbay(unwritable);
        download();
        var stuck = door.knock(
                shop, RequestKind.ACCESS, Law.UK, new Requester("", unwritable.email(), "", "", "", List.of(), ""));
        var after = knock(RequestKind.ACCESS, testa.email());
        assertThat(door.code(shop, after, sentCode(), "")).isTrue();
        assertThat(door.code(shop, stuck, "", "")).isFalse();
    }

    /** Not even a token of their address stays of people who have asked for nothing in the end. */
    @Test
    void ofKnocksThatCameToNothingNothingStays() {
        var proven = knock(RequestKind.ACCESS, testa.email());
        assertThat(door.code(shop, proven, sentCode(), "")).isTrue();
        var forgotten = knock(RequestKind.ACCESS, "nobody@buyer.example");
        assertThat(kept()).containsOnlyKeys(proven, forgotten).doesNotContainValue(0L);
        forward(3);
        assertThat(kept()).containsExactlyEntriesOf(Map.of(proven, 0L));
    }

    private Map<UUID, Long> kept() {
        var kept = new HashMap<UUID, Long>();
        transactions.run(
                shop, () -> db.sql("SELECT knock_id, contact_token FROM rights_knock WHERE seller_id = :seller")
                        .param("seller", shop.value())
                        .query(row -> {
                            kept.put(row.getObject(1, UUID.class), row.getLong(2));
                        }));
        return kept;
    }

    @Test
    void aComplaintNeedsNoCodeAndHasItsClock() {
        var unused = door.knock(
                shop,
                RequestKind.COMPLAINT,
                Law.UK,
                new Requester("", "somebody@buyer.example", "", "", "", List.of(), "You never answer"));
        var complaint = requests.underWay(shop, 10).get(0);
        assertThat(complaint.clock().dueOn(clock.today()))
                .contains(clock.today().plusDays(30));
        answer.of(shop);
        goOut.of(shop);
        assertThat(SANDBOX.mail().taken()).isEmpty();
    }

    @Test
    void aShopThatIsNotThereHasNoPage() throws Exception {
        assertThat(pages.asked(get("/privacy/" + UUID.randomUUID())).getStatus())
                .isEqualTo(404);
    }

    /** Somebody asks on the page, and the jobs have had their turn. */
    private UUID knock(RequestKind kind, String email) {
        var id = door.knock(shop, kind, Law.UK, new Requester("", email, "", "", "", List.of(), ""));
        answer.of(shop);
        goOut.of(shop);
        return id;
    }

    private String asked(String email) throws Exception {
        return Optional.ofNullable(pages.asked(post("/privacy/" + shop)
                                .with(SecurityMockMvcRequestPostProcessors.csrf())
                                .param("kind", "ACCESS")
                                .param("law", "UK")
                                .param("email", email))
                        .getRedirectedUrl())
                .orElseThrow();
    }

    private String wrong(String page) throws Exception {
        var answered = pages.asked(
                post(page).with(SecurityMockMvcRequestPostProcessors.csrf()).param("code", "wrong"));
        assertThat(answered.getStatus()).isEqualTo(200);
        return answered.getContentAsString();
    }

    private String sentCode() {
        return found(CODE, latestMail().text());
    }

    private static TakenMail latestMail() {
        var taken = SANDBOX.mail().taken();
        return taken.get(taken.size() - 1);
    }

    private static String found(Pattern sought, String text) {
        var matcher = sought.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
