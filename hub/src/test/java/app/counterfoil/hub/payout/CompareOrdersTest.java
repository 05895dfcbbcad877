package app.counterfoil.hub.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.IssueCreditNotes;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A settlement is held against the orders in it, and every kind of difference is told until it is mended or looked at. */
class CompareOrdersTest extends PayoutBench {

    @Autowired
    private CompareOrders compare;

    @Autowired
    private DifferencesNeedAttention attention;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private IssueCreditNotes creditNotes;

    @Autowired
    private BusinessClock clock;

    @Test
    void anOrderThatWasSettledAsItWasPaidIsNoDifference() {
        var order = sold();
        ebay(SettlementFiles.ebay("811", order.channelOrderId(), order.total().minor()));
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatIsNotKnownHereAndWhatComesToAnotherAmountIsTold() {
        var order = sold();
        ebay(SettlementFiles.ebay("812", order.channelOrderId(), order.total().minor() + 1));
        assertThat(told()).containsExactly("AMOUNT " + order.channelOrderId() + " 0.01");
        ebay(SettlementFiles.ebay("813", "12-0000", 7_00));
        assertThat(told("813")).containsExactly("UNKNOWN_ORDER 12-0000 -");
    }

    @Test
    void whatNobodyHasLookedAtStandsUnderNeedsAttentionUntilSomebodyHas() {
        ebay(SettlementFiles.ebay("830", "12-0830", 7_00));
        assertThat(attention.of(shop)).singleElement().satisfies(item -> {
            assertThat(item.title()).isEqualTo("Settlement 830 of eBay");
            assertThat(item.wrong()).isEqualTo("It differs from 1 order");
        });
        var settlement = settlements.latest(shop, 0, 1).get(0);
        compare.say(
                shop,
                settlement,
                DifferenceKind.UNKNOWN_ORDER,
                "12-0830",
                LookNote.RIGHT,
                bookkeeper().id());
        assertThat(attention.of(shop)).isEmpty();
    }

    @Test
    void partsOfAnOrderInSeveralSettlementsAreSeenTogether() {
        var order = sold();
        ebay(SettlementFiles.ebay("814", order.channelOrderId(), 10_00));
        assertThat(told()).hasSize(1);
        ebay(SettlementFiles.ebay("815", order.channelOrderId(), order.total().minor() - 10_00));
        assertThat(told("814")).isEmpty();
        assertThat(told("815")).isEmpty();
    }

    @Test
    void whatWasCalledOffAndIsSettledIsTold() {
        var order = sold();
        state(order, "CANCELLED", 0);
        ebay(SettlementFiles.ebay("816", order.channelOrderId(), order.total().minor()));
        assertThat(told()).containsExactly("CANCELLED " + order.channelOrderId() + " -");
    }

    @Test
    void aRefundIsTakenOffByItsCreditNote() {
        var order = sold();
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        var number = order.channelOrderId();
        ebay(refunded("817", number, order.total().minor(), 5_00));
        assertThat(told()).containsExactly("REFUND_WITHOUT_CREDIT " + number + " 5.00");
        creditNotes.of(
                shop,
                invoice.id(),
                new CreditWish(new CreditWish.Amount(Money.pence(5_00)), clock.today(), CreditReason.RETURNED),
                bookkeeper().id());
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatWasSentAndIsInNoSettlementIsToldOnceItShouldBe() {
        var late = sold();
        var fresh = sold();
        state(late, "DISPATCHED", 1);
        state(fresh, "DISPATCHED", -30);
        ebay(SettlementFiles.ebay("818", "12-0000", 7_00));
        var settlement = numbered("818");
        var until = settlement.lastDay().minusDays(CompareOrders.DAYS_UNTIL_SETTLED);
        DATABASE.change("UPDATE counterfoil.order_order SET closed_on = '" + until + "' WHERE order_id = '"
                + late.id().value() + "'");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "UNKNOWN_ORDER 12-0000 -",
                        "NOT_SETTLED " + late.channelOrderId() + " -"
                                + late.total().decimal());
        ebay(SettlementFiles.ebay("819", late.channelOrderId(), late.total().minor()));
        assertThat(told("818")).containsExactly("UNKNOWN_ORDER 12-0000 -");
    }

    @Test
    void aDifferenceThatWasLookedAtStandsLastUntilItsAmountChanges() throws Exception {
        var order = sold();
        ebay(SettlementFiles.ebay("820", order.channelOrderId(), 10_00));
        var settlement = numbered("820");
        var me = bookkeeper();
        var number = order.channelOrderId();
        compare.say(shop, settlement, DifferenceKind.AMOUNT, number, LookNote.LATER, me.id());
        assertThat(differences()).singleElement().matches(each -> each.looked().equals(Optional.of(LookNote.LATER)));
        ebay(SettlementFiles.ebay("821", number, 1_00));
        assertThat(compare.of(shop, settlement)).singleElement().matches(each -> each.looked()
                .isEmpty());
        compare.say(shop, settlement, DifferenceKind.AMOUNT, number, LookNote.SMALL, me.id());
        compare.takeBack(shop, settlement, DifferenceKind.AMOUNT, number);
        assertThat(compare.of(shop, settlement)).singleElement().matches(each -> each.looked()
                .isEmpty());
        assertThatThrownBy(
                        () -> compare.say(shop, settlement, DifferenceKind.CANCELLED, number, LookNote.SMALL, me.id()))
                .isInstanceOf(Looks.NoSuchDifference.class);
        var page = "/payouts/" + settlement.id();
        assertThat(pages.page(me, page)).contains("1 difference to look at", number, "Another amount");
        pages.asked(
                me,
                post(page + "/looks")
                        .param("differenceKind", "AMOUNT")
                        .param("orderNumber", number)
                        .param("lookNote", "ASKED"));
        assertThat(pages.page(me, page)).contains("Differences, all looked at", "The channel is asked");
        assertThat(pages.asked(me, get(page + "/differences.csv")).getContentAsString())
                .contains(number + ",Another amount,11.00,15.00,-4.00,GBP,The channel is asked,\"Compare the order");
        pages.asked(
                me,
                post(page + "/looks/withdraw").param("differenceKind", "AMOUNT").param("orderNumber", number));
        assertThat(pages.page(me, page)).contains("1 difference to look at");
        settlements.remove(shop, settlement.id());
    }

    private OrderFacts sold() {
        return downloaded(MARKET.ebay(order -> {}));
    }

    /** Moved past the program, so many days after the first day that a settlement of these files looks at. */
    private static void state(OrderFacts order, String state, int days) {
        DATABASE.change("UPDATE counterfoil.order_order SET state = '" + state
                + "', holds = '{}', closed_on = date '2026-02-26' + " + days + " WHERE order_id = '"
                + order.id().value() + "'");
    }

    private static String refunded(String payout, String order, long pence, long refund) {
        var file = SettlementFiles.ebay(payout, order, pence);
        var net = Money.pence(pence - pence / 10 - refund).decimal();
        var row = SettlementFiles.ebayRow(
                        payout, "Refund", order, "-" + Money.pence(refund).decimal(), "Testa")
                .with("Item subtotal", "-" + Money.pence(refund).decimal())
                .text();
        return file.replace("\"-" + Money.pence(pence - pence / 10).decimal() + "\"", "\"-" + net + "\"") + row
                + "\r\n";
    }

    private Settlement numbered(String number) {
        return settlements.latest(shop, 0, 10).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private List<Difference> differences() {
        return compare.of(shop, only());
    }

    private List<String> told() {
        return told(only().number());
    }

    private List<String> told(String number) {
        return compare.of(shop, numbered(number)).stream()
                .map(each -> each.kind() + " " + each.number() + " "
                        + each.gap().map(Money::decimal).orElse("-"))
                .toList();
    }
}
