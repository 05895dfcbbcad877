package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What changes at the channel after the invoice is told, with what is due; the invoice stays as it is. */
class ChangedSinceTest extends InvoiceBench {

    @Autowired
    private ChangedSince changedSince;

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
    void anOrderThatChangesLaterIsToldWithWhatIsDueAndTheInvoiceStays() {
        var number = MARKET.ebay(json -> {});
        var order = taken(shop, number);
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        assertThat(changedSince.of(shop, List.of(invoice))).isEmpty();
        MARKET.change(number, json -> MadeUpOrders.sum(json, "total", "11.50", "GBP"));
        download(shop);
        assertThat(changedSince.of(shop, List.of(invoice)).get(invoice.id())).satisfies(change -> {
            assertThat(change.what()).contains("£11.50 now; the invoice says £15.00");
            assertThat(change.due()).contains("credit note of £3.50");
        });
        assertThat(invoices.ofOrder(shop, order.id())).contains(invoice);
    }

    @Test
    void aRefundAtTheChannelIsTold() {
        var number = MARKET.ebay(json -> {});
        var invoice = issueInvoices.forOrder(shop, taken(shop, number).id(), false, Optional.empty());
        MARKET.refund(number, "R1", "4.00");
        download(shop);
        assertThat(changedSince.of(shop, List.of(invoice)).get(invoice.id()).due())
                .contains("credit note of £4.00");
    }

    @Test
    void onceItIsCreditedNothingIsDueAnyMore() {
        var number = MARKET.ebay(json -> {});
        var invoice = issueInvoices.forOrder(shop, taken(shop, number).id(), false, Optional.empty());
        MARKET.refund(number, "R1", "4.00");
        download(shop);
        var part = new CreditWish(new CreditWish.Amount(Money.pence(3_00)), clock.today(), CreditReason.REDUCED);
        var unused = creditNotes.of(shop, invoice.id(), part, bookkeeper(shop).id());
        assertThat(changedSince.of(shop, List.of(invoice)).get(invoice.id()).due())
                .contains("credit note of £1.00");
        var rest = new CreditWish(new CreditWish.Amount(Money.pence(1_00)), clock.today(), CreditReason.REDUCED);
        var unusedToo =
                creditNotes.of(shop, invoice.id(), rest, bookkeeper(shop).id());
        assertThat(changedSince.of(shop, List.of(invoice))).isEmpty();
    }
}
