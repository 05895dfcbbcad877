package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a channel says was paid back is listed until it is credited; a day is named for businesses alone. */
class RefundsToCreditTest extends InvoiceBench {

    @Autowired
    private RefundsToCredit refunds;

    @Autowired
    private RefundsNeedAttention attention;

    @Autowired
    private IssueCreditNotes creditNotes;

    @Autowired
    private BusinessClock clock;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShop() {
        shop = shopAtTheStandardRate();
    }

    @Test
    void aRefundIsListedUntilCreditNotesCoverIt() throws Exception {
        var number = MARKET.ebay(json -> {});
        var order = taken(shop, number);
        var invoice = issued(shop, order);
        assertThat(refunds.list(shop, false, 10)).isEmpty();
        assertThat(attention.of(shop)).isEmpty();
        MARKET.refund(number, "R1", "4.00");
        download(shop);
        assertThat(refunds.list(shop, false, 10))
                .containsExactly(
                        new RefundsToCredit.Refund(invoice, Money.pence(4_00), clock.today(), Optional.empty()));
        assertThat(attention.of(shop)).singleElement().asString().contains("Refunds: 1 order");
        var me = bookkeeper(shop);
        assertThat(page(me, "/invoices/refunds")).contains("To be credited", "£4.00", "no day");
        var form = "/invoices/" + invoice.id() + "/credit";
        assertThat(page(me, form)).contains("eBay says that £4.00 was paid back", "value=\"4.00\"");
        send(
                me,
                form,
                Map.of(
                        "creditPart", "AMOUNT",
                        "creditAmount", "3.00",
                        "paidBackOn", clock.today().toString(),
                        "creditReason", "REDUCED"));
        assertThat(refunds.list(shop, false, 10))
                .extracting(RefundsToCredit.Refund::open)
                .containsExactly(Money.pence(1_00));
        var rest = new CreditWish(new CreditWish.Amount(Money.pence(1_00)), clock.today(), CreditReason.REDUCED);
        var unused = creditNotes.of(shop, invoice.id(), rest, me.id());
        assertThat(refunds.list(shop, false, 10)).isEmpty();
        assertThat(page(me, "/orders/" + order.id().value())).contains("Left of the invoice", "£11.00");
    }

    @Test
    void aBusinessIsOwedItsCreditNoteWithinFourteenDays() {
        var order = refunded("R1");
        business(order);
        assertThat(refunds.list(shop, false, 10))
                .extracting(RefundsToCredit.Refund::dueBy)
                .containsExactly(Optional.of(clock.today().plusDays(13)));
        assertThat(attention.of(shop)).singleElement().asString().contains("It is due by");
        seen(order, 13);
        assertThat(attention.of(shop)).singleElement().asString().contains("It is due by");
        seen(order, 14);
        assertThat(attention.of(shop)).singleElement().asString().contains("It was due by");
    }

    @Test
    void whatIsPutAsideIsTakenUpAgainByAPersonOrByAnotherRefund() throws Exception {
        var number = MARKET.ebay(json -> {});
        var order = taken(shop, number);
        var unused = issued(shop, order);
        MARKET.refund(number, "R1", "4.00");
        download(shop);
        var me = bookkeeper(shop);
        aside(order, true);
        assertThat(refunds.list(shop, false, 10)).isEmpty();
        assertThat(page(me, "/invoices/refunds")).contains("Put aside", "Take up again");
        aside(order, false);
        assertThat(refunds.list(shop, false, 10)).hasSize(1);
        aside(order, true);
        MARKET.refund(number, "R2", "1.00");
        download(shop);
        assertThat(refunds.list(shop, false, 10))
                .extracting(RefundsToCredit.Refund::open)
                .containsExactly(Money.pence(5_00));
    }

    @Test
    void anOrderThatIsInvoicedAfterItsRefundIsListedToo() {
        var number = MARKET.ebay(json -> {});
        MARKET.refund(number, "R1", "2.00");
        var unused = issued(shop, taken(shop, number));
        assertThat(refunds.list(shop, false, 10)).hasSize(1);
    }

    @Test
    void aRefundOfAnOrderWithoutAnInvoiceNeedsNoCreditNote() {
        var number = MARKET.ebay(json -> {});
        var unused = taken(shop, number);
        MARKET.refund(number, "R1", "2.00");
        download(shop);
        assertThat(refunds.list(shop, false, 10)).isEmpty();
    }

    private OrderFacts refunded(String refundId) {
        var number = MARKET.ebay(json -> {});
        var order = taken(shop, number);
        var unused = issued(shop, order);
        MARKET.refund(number, refundId, "4.00");
        download(shop);
        return order;
    }

    private void aside(OrderFacts order, boolean aside) throws Exception {
        send(
                bookkeeper(shop),
                "/invoices/refunds",
                Map.of("order", order.id().value().toString(), "aside", String.valueOf(aside)));
    }

    private static void business(OrderFacts order) {
        DATABASE.change("UPDATE counterfoil.order_order SET business = true WHERE order_id = '"
                + order.id().value() + "'");
    }

    /** All tests of invoices share one day, so the day it was seen goes back and not the clock ahead. */
    private void seen(OrderFacts order, int daysAgo) {
        DATABASE.change("UPDATE counterfoil.invoice_refund SET seen_on = DATE '"
                + clock.today().minusDays(daysAgo) + "' WHERE order_id = '"
                + order.id().value() + "'");
    }
}
