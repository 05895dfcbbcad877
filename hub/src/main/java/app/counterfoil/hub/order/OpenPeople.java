package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.store.SellerVault;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens whom orders are for, as far as the reader's role carries it; every page opened is one entry of the journal. */
@Component
public class OpenPeople {

    private final Custody custody;

    OpenPeople(Custody custody) {
        this.custody = custody;
    }

    /** The recipients of these orders; nothing for a reader whose role does not carry delivery. */
    public Map<OrderId, Outcome<Recipient>> recipients(SignedIn reader, String reason, List<OrderFacts> orders) {
        if (!reader.carries(Purpose.DELIVERY) || orders.isEmpty()) {
            return Map.of();
        }
        var opened = custody.in(
                reader.seller(),
                vault -> vault.open(reader.opening(Purpose.DELIVERY, reason), Recipient.KIND, refs(orders)));
        var byOrder = new HashMap<OrderId, Outcome<Recipient>>();
        opened.forEach((id, outcome) -> byOrder.put(new OrderId(id), outcome));
        return byOrder;
    }

    /** The buyers of these orders; nothing for a reader whose role does not carry customer service. */
    public Map<OrderId, Outcome<Buyer>> buyers(SignedIn reader, String reason, List<OrderFacts> orders) {
        if (!reader.carries(Purpose.SERVICE) || orders.isEmpty()) {
            return Map.of();
        }
        var opened = custody.in(
                reader.seller(),
                vault -> vault.open(reader.opening(Purpose.SERVICE, reason), Buyer.KIND, refs(orders)));
        var byOrder = new HashMap<OrderId, Outcome<Buyer>>();
        opened.forEach((id, outcome) -> byOrder.put(new OrderId(id), outcome));
        return byOrder;
    }

    /**
     * The first days on which what lives of an order's people cannot be opened.
     *
     * @param recipient whom it goes to
     * @param told the address that the channel had told where a person has typed another
     * @param buyer who bought it
     */
    public record Ends(Optional<LocalDate> recipient, Optional<LocalDate> told, Optional<LocalDate> buyer) {}

    /** Until when this order's people can be opened; nobody is opened for it. */
    public Ends ends(SellerId seller, OrderFacts order) {
        return custody.in(
                seller,
                vault -> new Ends(
                        end(vault, Recipient.KIND, order),
                        end(vault, Recipient.TOLD, order),
                        end(vault, Buyer.KIND, order)));
    }

    private static Optional<LocalDate> end(SellerVault vault, RecordKind<?> kind, OrderFacts order) {
        var id = order.id().value();
        return Optional.ofNullable(vault.endsOf(kind, List.of(id)).get(id));
    }

    private static List<RecordRef> refs(List<OrderFacts> orders) {
        return orders.stream().map(OrderFacts::people).toList();
    }
}
