package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the shipments that have a label with the labels that are sealed; always in the transaction of a check. */
@Component
class LabelsKept {

    private final JdbcClient db;
    private final Custody custody;
    private final Orders orders;
    private final BusinessClock clock;

    LabelsKept(JdbcClient db, Custody custody, Orders orders, BusinessClock clock) {
        this.db = db;
        this.custody = custody;
        this.orders = orders;
        this.clock = clock;
    }

    private record Labelled(UUID shipment, OrderId order, LocalDate endsOn) {}

    long count(SellerId seller) {
        return labelled(seller).size();
    }

    /** Labels that should print and are not there, though their buyer was not forgotten. */
    List<String> missing(SellerId seller) {
        Map<UUID, Labelled> labelled =
                labelled(seller).stream().collect(Collectors.toMap(Labelled::shipment, each -> each));
        var ends = new HashMap<UUID, LocalDate>();
        labelled.forEach((shipment, label) -> ends.put(shipment, label.endsOn()));
        var absent = custody.in(seller, vault -> vault.checks().absent(LabelDocument.KIND, ends)).stream()
                .map(labelled::get)
                .toList();
        var subjects = orders
                .of(seller, absent.stream().map(Labelled::order).distinct().toList())
                .stream()
                .collect(Collectors.toMap(OrderFacts::id, OrderFacts::subject));
        var forgotten = custody.in(seller, vault -> vault.erasures().forgotten(Purpose.LABEL, subjects.values()));
        return absent.stream()
                .filter(label -> {
                    var subject = subjects.get(label.order());
                    return subject == null || !forgotten.contains(subject);
                })
                .map(label -> "The label of shipment " + label.shipment() + " is not there, and ends on "
                        + label.endsOn() + " only.")
                .toList();
    }

    private List<Labelled> labelled(SellerId seller) {
        return db.sql(
                        """
                        SELECT shipment_id, order_id, label_ends_on
                          FROM dispatch_shipment
                         WHERE seller_id = :seller AND label_ends_on > :today
                        """)
                .param("seller", seller.value())
                .param("today", clock.today())
                .query((row, number) -> new Labelled(
                        row.getObject(1, UUID.class),
                        new OrderId(row.getObject(2, UUID.class)),
                        row.getObject(3, LocalDate.class)))
                .list();
    }
}
