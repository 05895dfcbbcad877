package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.custody.DaysGoBy;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Nought per cent on an export hangs on evidence within three months, and who has none yet is reminded of it. */
class ExportEvidenceTest extends InvoiceBench {

    @Autowired
    private ExportEvidence evidence;

    @Autowired
    private EvidenceNeedsAttention attention;

    @Autowired
    private ApplicationContext hub;

    @Test
    void anExportIsListedUntilItsEvidenceIsHeldAndAgainIfThatIsTakenBack() throws Exception {
        var shop = shopAtTheStandardRate();
        issued(shop, taken(shop, json -> {}));
        var order = exported(shop);
        var due = evidence.missing(shop, 10);
        assertThat(due).singleElement().satisfies(each -> {
            assertThat(each.order()).isEqualTo(order.id());
            assertThat(each.to()).isEqualTo(new Territory("DE"));
            assertThat(each.due()).isEqualTo(VatOfOrders.suppliedOn(order).plusMonths(3));
        });
        var me = bookkeeper(shop);
        assertThat(page(me, "/invoices/evidence")).contains("Not held yet", order.channelOrderId(), "Germany");
        var id = order.id().value().toString();
        send(me, "/invoices/evidence", Map.of("order", id, "evidenceKind", "WAYBILL"));
        assertThat(evidence.missing(shop, 10)).isEmpty();
        assertThat(page(me, "/invoices/evidence"))
                .contains("Waybill or consignment note")
                .doesNotContain("Not held yet");
        send(me, "/invoices/evidence/withdraw", Map.of("order", id));
        assertThat(evidence.missing(shop, 10)).hasSize(1);
    }

    @Test
    void ofAnOrderThatStayedHereNothingIsNoted() throws Exception {
        var shop = shopAtTheStandardRate();
        var inland = taken(shop, json -> {});
        issued(shop, inland);
        var person = bookkeeper(shop).id();
        assertThat(evidence.hold(shop, List.of(inland.id()), EvidenceKind.WAYBILL, person))
                .isZero();
        assertThat(evidence.held(shop, 10)).isEmpty();
    }

    @Test
    void oneIsRemindedTwoWeeksBeforeAndOnceTheDayHasPassed() {
        var shop = shopAtTheStandardRate();
        exported(shop);
        assertThat(attention.of(shop)).isEmpty();
        new DaysGoBy(hub).forward(80);
        assertThat(attention.of(shop)).singleElement().asString().contains("within two weeks");
        new DaysGoBy(hub).forward(20);
        assertThat(attention.of(shop)).singleElement().asString().contains("not held in time");
    }

    private OrderFacts exported(SellerId shop) {
        var order = taken(shop, json -> MadeUpOrders.address(json, "Testa Demoson", "10115", "DE"));
        issued(shop, order);
        return order;
    }
}
