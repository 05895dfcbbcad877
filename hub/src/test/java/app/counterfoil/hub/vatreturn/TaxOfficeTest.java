package app.counterfoil.hub.vatreturn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.hmrc.Hmrc.Owed;
import app.counterfoil.sandbox.http.Exchange;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A return goes to the tax office once, by a person's declaration, with the device they act from; and its receipt is kept. */
class TaxOfficeTest extends ReturnBench {

    private static final String VRN = "100000034";
    private static final Map<String, String> DEVICE = Map.of(
            "deviceAgent", "Mozilla/5.0 (made up)",
            "deviceScreens", "width=1920&height=1080&scaling-factor=1.25&colour-depth=24",
            "deviceWindow", "width=1256&height=803",
            "deviceZone", "UTC+01:00");

    @Autowired
    private SubmitReturns submit;

    @Autowired
    private TaxOfficeAccounts offices;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Recipients recipients;

    private Account account = new Account(shop, new UUID(0, 0), OutsideService.HMRC, "none yet");

    @BeforeEach
    void aBusinessThatHasLetUsAct() throws Exception {
        SANDBOX.hmrc().clear();
        account = shops.connect(shop, OutsideService.HMRC);
        SANDBOX.hmrc().owe(VRN, new Owed("#001", period(0).start(), period(0).end()));
        SANDBOX.hmrc().owe(VRN, new Owed("26A2", period(1).start(), period(1).end()));
        sold(first().plusDays(10));
        bought(first().plusDays(3), "INV-77", 50_49, 10_01);
        assertThat(offices.isGranted(account)).isFalse();
        signIn();
        assertThat(offices.isGranted(account)).isTrue();
        sent("/vat/office/" + account.id() + "/periods");
        SANDBOX.exchanges().clear();
    }

    @Test
    void aReturnIsSubmittedAndItsReceiptKept() throws Exception {
        var page = page();
        assertThat(page).contains("Submit to HMRC", "£7.51 to reclaim", "true and complete");
        declare();
        var made = returns.standing(shop, period(0)).orElseThrow();
        assertThat(made.state()).isEqualTo(ReturnState.ACCEPTED);
        var receipt = submit.of(shop, made).orElseThrow().receipt();
        assertThat(receipt.formBundle()).matches("\\d{12}");
        assertThat(receipt.paymentIndicator()).isEqualTo("BANK");
        assertThat(receipt.chargeReference()).isNotEmpty();
        assertThat(receipt.id()).hasSize(36);
        assertThat(receipt.at()).contains("T");
        var there = SANDBOX.hmrc().submitted(VRN, "#001").orElseThrow();
        for (var box : Box.values()) {
            assertThat(there.path(box.field()).decimalValue())
                    .as(box.toString())
                    .isEqualByComparingTo(made.boxes().decimal(box));
        }
        assertThat(page()).contains(receipt.formBundle(), receipt.id(), "by bank transfer");
        var body = new String(submissions().get(0).request().body(), StandardCharsets.UTF_8);
        assertThat(body).contains("\"netVatDue\":7.51", "\"totalValueSalesExVAT\":12,", "\"finalised\":true");
    }

    @Test
    void theDeviceGoesAlongWithEachCallAsTheLawWantsIt() throws Exception {
        declare();
        var headers = submissions().get(0).request().headers();
        assertThat(headers)
                .containsEntry("gov-client-connection-method", "WEB_APP_VIA_SERVER")
                .containsEntry("gov-client-browser-js-user-agent", "Mozilla/5.0 (made up)")
                .containsEntry("gov-client-public-ip", "198.51.100.7")
                .containsEntry("gov-client-public-port", "54321")
                .containsEntry("gov-client-screens", DEVICE.get("deviceScreens"))
                .containsEntry("gov-client-window-size", DEVICE.get("deviceWindow"))
                .containsEntry("gov-client-timezone", "UTC+01:00")
                .containsEntry(
                        "gov-client-user-ids", "Counterfoil=" + bookkeeper().id())
                .containsEntry("gov-vendor-forwarded", "by=203.0.113.6&for=198.51.100.7")
                .containsEntry("gov-vendor-public-ip", "203.0.113.6")
                .containsEntry("gov-vendor-product-name", "Counterfoil")
                .containsEntry("gov-vendor-version", "Counterfoil=development")
                .doesNotContainKeys("gov-client-multi-factor", "gov-vendor-license-ids");
        assertThat(headers.get("gov-client-device-id")).matches("[0-9a-f-]{36}");
        assertThat(headers.get("gov-client-public-ip-timestamp"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void withoutTheScriptItIsSubmittedAndSaysWhatWasNotTold() throws Exception {
        var asked = post("/vat/" + first() + "/submit")
                .param("seen", seen())
                .param("declared", "true")
                .param("deviceScreens", "<b>")
                .param("deviceZone", "noon");
        var flash = pages.perform(bookkeeper(), asked).getFlashMap();
        assertThat(String.valueOf(flash.get("toast")))
                .contains(
                        "HMRC has taken the return. It was not told: the public IP address, the browser, the screens,");
        assertThat(submissions().get(0).request().headers())
                .doesNotContainKeys(
                        "gov-client-screens", "gov-client-timezone", "gov-client-public-ip", "gov-vendor-forwarded");
    }

    @Test
    void nothingIsSentWithoutTheDeclaration() throws Exception {
        sent("/vat/" + first() + "/submit", Map.of("seen", seen()));
        assertThat(submissions()).isEmpty();
        assertThat(returns.standing(shop)).isEmpty();
        sent("/vat/" + first() + "/submit", Map.of("seen", "others", "declared", "true"));
        assertThat(submissions()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsAskedAndNeverSentTwice() throws Exception {
        fault("hmrc-submit", Fault.DONE_UNANSWERED);
        declare();
        assertThat(state()).isEqualTo(ReturnState.DECLARED);
        assertThat(page()).contains("not known whether it has arrived", "Ask HMRC what became of it");
        declare();
        assertThat(submissions()).as("it is not declared twice").hasSize(1);
        sent("/vat/" + first() + "/ask");
        assertThat(state()).isEqualTo(ReturnState.ACCEPTED);
        assertThat(submissions()).hasSize(1);
        assertThat(page()).contains("The receipt was lost on the way");
    }

    @Test
    void whatHasNotArrivedIsDeclaredOnceMore() throws Exception {
        fault("hmrc-submit", Fault.TIMEOUT);
        declare();
        assertThat(state()).isEqualTo(ReturnState.DECLARED);
        sent("/vat/" + first() + "/ask");
        assertThat(returns.standing(shop)).isEmpty();
        assertThat(page()).contains("It has not arrived.", "Submit to HMRC");
        declare();
        assertThat(state()).isEqualTo(ReturnState.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"SERVER_ERROR, DECLARED", "HTML, DECLARED", "TOO_MANY, REFUSED", "UNAUTHORIZED, ACCEPTED"})
    void everyFaultLeavesTheReturnWhereItCanBeSeen(Fault fault, ReturnState state) throws Exception {
        fault("hmrc-submit", fault);
        declare();
        if (state == ReturnState.REFUSED) {
            assertThat(returns.standing(shop)).isEmpty();
            assertThat(page()).contains("asks us to slow down");
        } else {
            assertThat(state()).isEqualTo(state);
        }
    }

    @Test
    void aReturnThatStandsThereIsTheSameOrAnother() throws Exception {
        var figures = returns.draft(shop, period(0)).figures().boxes();
        var there = new JsonMapper().createObjectNode();
        for (var box : Box.values()) {
            there.put(box.field(), figures.decimal(box));
        }
        SANDBOX.hmrc().submitElsewhere(VRN, "#001", there.toString());
        declare();
        assertThat(state()).isEqualTo(ReturnState.ACCEPTED);
        SANDBOX.hmrc()
                .submitElsewhere(
                        VRN,
                        "26A2",
                        there.put("vatDueSales", new BigDecimal("1.00")).toString());
        submitted(period(1));
        assertThat(returns.standing(shop, period(1))).isEmpty();
        assertThat(pages.page(bookkeeper(), "/vat/" + period(1).start()))
                .contains("A return for this period was submitted before.");
    }

    @Test
    void aTokenIsRefreshedAndTheNextOneKept() throws Exception {
        for (var again = 0; again < 3; again++) {
            SANDBOX.hmrc().endSessions();
            sent("/vat/office/" + account.id() + "/periods");
            assertThat(offices.known(account)).hasSize(2);
        }
        assertThat(offices.isGranted(account)).isTrue();
        assertThat(flaws()).isEmpty();
        accounts.renew(account, List.of("demo-hmrc-client-1", "demo-hmrc-secret-1", "GB" + VRN));
        declare();
        assertThat(returns.standing(shop)).isEmpty();
        assertThat(page()).contains("Nobody has let us act for the business at HMRC yet.");
    }

    @Test
    void withoutAnAgreementNothingIsSent() throws Exception {
        recipients.end(shop, "HMRC", bookkeeper().id());
        declare();
        assertThat(returns.standing(shop)).isEmpty();
        assertThat(SANDBOX.exchanges().all()).isEmpty();
    }

    @Test
    void whatIsOwedAndPaidIsAskedAndShown() throws Exception {
        sold(period(1).start());
        declare();
        submitted(period(1));
        SANDBOX.hmrc().pay(VRN, new BigDecimal("1.25"));
        var answer = ask("/vat/office/" + account.id() + "/charges", Map.of());
        assertThat(answer.getContentAsString())
                .contains("VAT Return Debit Charge", "£2.50", "Payment received", "-£1.25");
    }

    @Test
    void whoComesBackWithAnotherWordIsNotLetIn() throws Exception {
        var session = new MockHttpSession();
        pages.asked(
                bookkeeper(), get("/vat/office/" + account.id() + "/sign-in").session(session));
        var code = SANDBOX.hmrc().code("demo-hmrc-client-1");
        var result = pages.perform(
                bookkeeper(),
                get("/vat/office/granted")
                        .param("code", code)
                        .param("state", "another")
                        .session(session));
        assertThat(result.getFlashMap().get("refused")).isNotNull();
    }

    @Test
    void aPeriodThatIsNotWantedIsNotSubmitted() throws Exception {
        DATABASE.change("DELETE FROM counterfoil.vatreturn_obligation");
        declare();
        assertThat(submissions()).isEmpty();
        assertThat(page()).contains("not known to want a return for exactly this period");
    }

    private ReturnState state() {
        return returns.standing(shop, period(0)).orElseThrow().state();
    }

    private String page() throws Exception {
        return pages.page(bookkeeper(), "/vat/" + first());
    }

    private String seen() {
        return returns.draft(shop, period(0)).figures().seen();
    }

    private void declare() throws Exception {
        submitted(period(0));
    }

    private void submitted(VatPeriod period) throws Exception {
        sent(
                "/vat/" + period.start() + "/submit",
                Map.of("seen", returns.draft(shop, period).figures().seen(), "declared", "true"));
    }

    private void sent(String path) throws Exception {
        sent(path, Map.of());
    }

    private void sent(String path, Map<String, String> form) throws Exception {
        assertThat(ask(path, form).getStatus()).as(path).isEqualTo(302);
    }

    private MockHttpServletResponse ask(String path, Map<String, String> form) throws Exception {
        return pages.asked(bookkeeper(), fromADevice(post(path), form));
    }

    private static MockHttpServletRequestBuilder fromADevice(
            MockHttpServletRequestBuilder asked, Map<String, String> form) {
        DEVICE.forEach(asked::param);
        form.forEach(asked::param);
        return asked.header("X-Client-Port", "54321").with(request -> {
            request.setRemoteAddr("198.51.100.7");
            return request;
        });
    }

    /** As a browser goes there and back. */
    private void signIn() throws Exception {
        var session = new MockHttpSession();
        var away = pages.asked(
                        bookkeeper(),
                        get("/vat/office/" + account.id() + "/sign-in").session(session))
                .getRedirectedUrl();
        var back = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(String.valueOf(away))).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(back).contains("/vat/office/granted?code=");
        pages.asked(
                bookkeeper(),
                get(URI.create(back.substring(back.indexOf("/vat/office")))).session(session));
    }

    private static void fault(String api, Fault fault) {
        SANDBOX.faults().switchOn(new Faults.Switched(api, fault, 1, 1));
    }

    private static List<Exchange> submissions() {
        return SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals("hmrc"))
                .filter(exchange -> exchange.request().method().equals("POST"))
                .toList();
    }
}
