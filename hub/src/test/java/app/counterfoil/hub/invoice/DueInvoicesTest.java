package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.dispatch.ShipmentsDispatched;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever has left is invoiced, once and by itself; what cannot be is listed with its reason and stops nothing else. */
class DueInvoicesTest extends InvoiceBench {

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private IssueDueInvoices issueDue;

    @Autowired
    private InvoicesDue open;

    @Autowired
    private PlacesDecided places;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ApplicationEventPublisher events;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShop() {
        shop = shopAtTheStandardRate();
    }

    @Test
    void whatLeftWithoutAnybodyTellingOfItIsFoundAndInvoicedOnce() {
        var order = taken(shop, MARKET.ebay(json -> {}));
        // The program ends between hand-over and event.
        dispatched(order);
        openAgo(1);
        issueDue.search(shop);
        issueDue.issue(shop);
        var invoice = invoices.ofOrder(shop, order.id()).orElseThrow();
        issueDue.search(shop);
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id())).contains(invoice);
        assertThat(open.of(shop, order.id())).isEmpty();
    }

    @Test
    void whatLeftBeforeTheAccountWasConnectedWasInvoicedElsewhere() {
        var order = taken(shop, MARKET.ebay(json -> {}));
        dispatched(order);
        issueDue.search(shop);
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id())).isEmpty();
    }

    @Test
    void theHandOverDoesNotWaitForInvoices() {
        var order = taken(shop, MARKET.ebay(json -> {}));
        dispatched(order);
        open.due(shop, List.of(order.id()));
        events.publishEvent(new ShipmentsDispatched(shop, List.of(UUID.randomUUID())));
        assertThat(invoices.ofOrder(shop, order.id())).isEmpty();
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, order.id())).isPresent();
    }

    @Test
    void oneThatCannotBeIssuedStopsNoOtherAndIsListedWithWhatToDo() {
        var bad = taken(shop, MARKET.ebay(json -> MadeUpOrders.address(json, "Testa Demoson", "BF1 2AT", "GB")));
        var good = taken(shop, MARKET.ebay(json -> {}));
        dispatched(bad);
        dispatched(good);
        open.due(shop, List.of(bad.id(), good.id()));
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, good.id())).isPresent();
        assertThat(open.refused(shop, 10)).hasSize(1).first().satisfies(each -> {
            assertThat(each.order()).isEqualTo(bad.id());
            assertThat(each.wrong()).contains("forces post");
            assertThat(each.mend()).contains("United Kingdom");
        });
        places.decide(shop, bad.id(), true, bookkeeper(shop).id());
        open.tryNow(shop);
        issueDue.issue(shop);
        assertThat(invoices.ofOrder(shop, bad.id()).orElseThrow()).satisfies(invoice -> {
            assertThat(invoice.vat()).isEqualTo(Money.pence(2_50));
            assertThat(invoice.placeReason()).contains("A person decided");
        });
        assertThat(open.refused(shop, 10)).isEmpty();
    }

    @Test
    void whatNeedsANameThatAmazonNeverTellsSaysSoAndCanBePutAside() {
        connectAmazon(shop);
        var order = taken(shop, MARKET.byAmazon(30_000));
        open.due(shop, List.of(order.id()));
        issueDue.issue(shop);
        assertThat(open.refused(shop, 10)).first().satisfies(each -> {
            assertThat(each.wrong())
                    .contains("above £250.00", "Amazon sends it itself and gives neither name nor address")
                    .doesNotContain("no longer", "do not agree");
            assertThat(each.mend()).contains("put it aside", "from the buyer");
        });
        open.putAside(shop, order.id());
        assertThat(open.refused(shop, 10)).isEmpty();
    }

    @Test
    void thePagesTellWhatIsOpenWhatHasChangedAndWhatToDo() throws Exception {
        var number = MARKET.ebay(json -> {});
        var changed = issueInvoices.forOrder(shop, taken(shop, number).id(), false, Optional.empty());
        MARKET.change(number, json -> MadeUpOrders.sum(json, "total", "20.00", "GBP"));
        var bad = taken(shop, MARKET.ebay(json -> MadeUpOrders.address(json, "Testa Demoson", "BFPO 57", "GB")));
        open.due(shop, List.of(bad.id()));
        issueDue.issue(shop);
        var me = bookkeeper(shop);
        assertThat(page(me, "/invoices"))
                .contains(
                        "Not issued yet",
                        bad.channelOrderId(),
                        "forces post",
                        "Changed since",
                        "second invoice of £5.00");
        assertThat(page(me, "/orders/" + changed.order().value())).contains("This invoice stays as it is.");
        assertThat(page(me, "/orders/" + bad.id().value()))
                .contains("Not issued", "The goods stayed in the United Kingdom");
        send(me, "/orders/" + bad.id().value() + "/invoice/place?inside=true");
        send(me, "/invoices/open/try");
        assertThat(invoices.ofOrder(shop, bad.id())).isPresent();
        send(me, "/invoices/rates?currency=EUR&month=2026-02&units=1.1534");
        assertThat(page(me, "/invoices/rates")).contains("February 2026", "1.1534");
        send(me, "/orders/" + bad.id().value() + "/invoice/aside");
        assertThat(page(me, "/orders/" + bad.id().value())).contains("A person decided");
    }

    private void dispatched(OrderFacts order) {
        moveOrders.to(OrderState.DISPATCHED, shop, List.of(order.id()), Optional.empty());
    }

    private void openAgo(int days) {
        transactions.run(
                shop, () -> db.sql("UPDATE connection_account SET connected_at = connected_at - :ago * interval '1 day'"
                                + " WHERE seller_id = :seller")
                        .param("ago", days)
                        .param("seller", shop.value())
                        .update());
    }
}
