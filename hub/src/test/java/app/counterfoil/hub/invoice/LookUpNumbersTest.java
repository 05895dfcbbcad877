package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.tax.GoodsMark;
import app.counterfoil.sandbox.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** A register says whether a customer's VAT number is registered; it is told the number alone, and what it said is kept. */
class LookUpNumbersTest extends InvoiceBench {

    private static final String IRISH = "IE6433435F";
    private static final String BRITISH = "GB100000034";

    @Autowired
    private LookUpNumbers lookUp;

    @Autowired
    private CustomerNumbers numbers;

    @Autowired
    private GoodsMarks marks;

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private IssueDueInvoices issueDue;

    @Autowired
    private InvoicesDue open;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShopInNorthernIreland() throws Exception {
        shop = shopAtTheStandardRate();
        connectAmazon(shop);
        var said = new HashMap<>(Map.of(
                "holdsFrom",
                "2026-01-01",
                "scheme",
                "STANDARD",
                "distanceSales",
                "BELOW_LIMIT",
                "established",
                "true"));
        said.put("dispatchedFrom", "XI");
        send(bookkeeper(shop), "/invoices/vat", said);
        SANDBOX.numbers().register(IRISH);
        SANDBOX.numbers().register(BRITISH);
        SANDBOX.exchanges().clear();
    }

    @AfterEach
    void everyRegisterIsThere() {
        SANDBOX.numbers().away("IE", false);
    }

    @Test
    void viesIsAskedFromThePageOfTheOrderAndTheInvoiceFollows() throws Exception {
        var order = toABusiness(IRISH, "D02 X285", "IE");
        open.due(shop, List.of(order.id()));
        issueDue.issue(shop);
        var me = bookkeeper(shop);
        assertThat(page(me, path(order))).doesNotContain("Ask VIES");
        shops.connect(shop, OutsideService.VIES);
        assertThat(page(me, path(order))).contains("Ask VIES whether the VAT number is registered");
        send(me, path(order) + "/invoice/number/ask");
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id()).orElseThrow().vat().isZero())
                .isTrue();
        assertThat(page(me, path(order))).contains("The customer&#39;s VAT number is registered, says VIES");
        assertThat(toldTo("vies")).singleElement().satisfies(call -> {
            assertThat(new String(call.request().body(), StandardCharsets.UTF_8))
                    .contains("IE", "6433435F")
                    .doesNotContain("Testa");
            assertThat(call.request().path()).doesNotContain("6433435F");
        });
    }

    @Test
    void whatTheRegisterWasToldStandsInTheLedgerOfDisclosures() {
        var account = shops.connect(shop, OutsideService.VIES);
        var order = toABusiness(IRISH, "D02 X285", "IE");
        var me = bookkeeper(shop);
        assertThat(lookUp.of(shop, order.id(), me.id()).registered()).isTrue();
        assertThat(given(order)).singleElement().satisfies(entry -> {
            assertThat(entry.categories()).isEqualTo(Set.of(DataCategory.VAT_NUMBER));
            assertThat(entry.account()).isEqualTo(account.id());
            assertThat(entry.person()).contains(me.id());
        });
    }

    @Test
    void aNumberThatIsNotRegisteredIsAConsumersSale() {
        shops.connect(shop, OutsideService.VIES);
        SANDBOX.numbers().end(IRISH);
        var order = toABusiness(IRISH, "D02 X285", "IE");
        assertThat(ask(order).registered()).isFalse();
        assertThat(issued(shop, order).vat().isZero()).isFalse();
    }

    @Test
    void hmrcIsAskedForABritishNumberAndItsConsultationNumberIsKept() throws Exception {
        connectHmrc();
        marks.say(shop, Map.of(new ProductKey("MUG", ""), Optional.of(GoodsMark.REVERSE_CHARGE)));
        var order = toABusiness(BRITISH, "LS1 9ZZ", "GB");
        var found = ask(order);
        assertThat(found.registered()).isTrue();
        assertThat(found.consultation()).startsWith("aaa-");
        assertThat(page(bookkeeper(shop), path(order))).contains("noted there as " + found.consultation());
        SANDBOX.numbers().end(BRITISH);
        assertThat(ask(order).registered()).isFalse();
    }

    @Test
    void whileARegisterIsAwayNothingIsNotedAndItCanBeAskedAgain() {
        shops.connect(shop, OutsideService.VIES);
        SANDBOX.numbers().away("IE", true);
        var order = toABusiness(IRISH, "D02 X285", "IE");
        assertThatThrownBy(() -> ask(order)).isInstanceOf(ServiceUnusable.class);
        assertThat(numbers.registered(shop, order.id())).isEmpty();
        SANDBOX.numbers().away("IE", false);
        assertThat(ask(order).registered()).isTrue();
    }

    @Test
    void nobodyIsToldOfANumberThatIsNoneOrWithoutARegisterOrAnAgreement() {
        var order = toABusiness(IRISH, "D02 X285", "IE");
        assertThatThrownBy(() -> ask(order)).isInstanceOf(Refusal.class).hasMessageContaining("is not connected");
        shops.connect(shop, OutsideService.VIES);
        var none = toABusiness("IE0000000A", "D02 X285", "IE");
        assertThatThrownBy(() -> ask(none)).hasMessageContaining("check digits are wrong");
        var consumer = taken(shop, MARKET.amazon(12_00, json -> {}));
        assertThatThrownBy(() -> ask(consumer)).hasMessageContaining("has given no VAT number");
        assertThat(toldTo("vies")).isEmpty();
        assertThat(given(none)).isEmpty();
    }

    private Account connectHmrc() {
        return shops.connect(shop, OutsideService.HMRC_NUMBERS);
    }

    private VatRegister.Found ask(OrderFacts order) {
        return lookUp.of(shop, order.id(), bookkeeper(shop).id());
    }

    private List<Disclosure> given(OrderFacts order) {
        return disclosures.ofOrder(shop, order.id().value()).stream()
                .map(Disclosure.Entry::what)
                .filter(entry -> entry.act() == DisclosingAct.CHECK_NUMBER)
                .toList();
    }

    private static List<Exchange> toldTo(String door) {
        return SANDBOX.exchanges().all().stream()
                .filter(call -> call.api().equals(door))
                .toList();
    }

    private OrderFacts toABusiness(String number, String postcode, String country) {
        return taken(shop, MARKET.amazon(6_000_00, json -> {
            ((ObjectNode) json.at("/recipient/deliveryAddress"))
                    .put("postalCode", postcode)
                    .put("countryCode", country);
            json.putObject("tax")
                    .putArray("taxRegistrations")
                    .addObject()
                    .put("entityType", "BUYER")
                    .put("taxRegistrationType", "VAT")
                    .put("taxRegistrationNumber", number);
        }));
    }

    private static String path(OrderFacts order) {
        return "/orders/" + order.id().value();
    }
}
