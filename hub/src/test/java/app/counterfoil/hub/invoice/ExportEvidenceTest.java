package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nought per cent on an export hangs on evidence within three months, and who has none yet is reminded of it. */
class ExportEvidenceTest extends InvoiceBench {

    @Autowired
    private ExportEvidence evidence;

    @Autowired
    private EvidenceNeedsAttention attention;

    @Autowired
    private BusinessClock clock;

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
        var order = exported(shop);
        assertThat(attention.of(shop)).isEmpty();
        due(order, 15);
        assertThat(attention.of(shop)).isEmpty();
        due(order, 14);
        assertThat(attention.of(shop)).singleElement().asString().contains("within two weeks");
        due(order, 0);
        assertThat(attention.of(shop))
                .as("its last day")
                .singleElement()
                .asString()
                .contains("within two weeks");
        due(order, -1);
        assertThat(attention.of(shop)).singleElement().asString().contains("not held in time");
    }

    /** All tests of invoices share one day, so the day that is due comes to it and not the other way round. */
    private void due(OrderFacts order, int inDays) {
        DATABASE.change("UPDATE counterfoil.invoice_invoice SET evidence_due = DATE '"
                + clock.today().plusDays(inDays) + "' WHERE order_id = '"
                + order.id().value() + "'");
    }

    private OrderFacts exported(SellerId shop) {
        var order = taken(shop, json -> MadeUpOrders.address(json, "Testa Demoson", "10115", "DE"));
        issued(shop, order);
        return order;
    }
}
