package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.tax.VatClass;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** A full invoice names the customer, so none takes the place of a short one when nobody is known any more. */
@ContextConfiguration(initializers = HubDatabase.Own.class)
class ReplacedTooLateTest extends InvoiceBench {

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private ReplaceSimplifiedInvoice replace;

    @Test
    void onceTheBuyerHasEndedItIsRefusedWithWhatToDoAndNoNumberIsTaken() throws Exception {
        var me = bookkeeper(shop(VAT_NUMBER));
        vatClasses.sayMost(me.seller(), VatClass.STANDARD, Optional.empty());
        var order = taken(me.seller(), json -> {});
        var shortOne = issued(me.seller(), order);
        moveOrders.to(OrderState.DISPATCHED, me.seller(), List.of(order.id()), Optional.empty());
        trainingClock.forward(91, turned -> {});
        assertThatThrownBy(() -> replace.withFull(me.seller(), order.id(), me.id()))
                .isInstanceOfSatisfying(CannotInvoice.class, refused -> {
                    assertThat(refused.wrong()).contains("in place of " + shortOne.number(), "ended here on");
                    assertThat(refused.mend()).contains("from the buyer", "replaces " + shortOne.number());
                });
        assertThat(invoices.ofOrder(me.seller(), order.id())).contains(shortOne);
        assertThat(page(me, "/orders/" + order.id()))
                .contains("name and address ended here on")
                .doesNotContain("Issue a full invoice in its place");
        assertThat(invoices.latest(me.seller(), 10)).hasSize(1);
    }
}
