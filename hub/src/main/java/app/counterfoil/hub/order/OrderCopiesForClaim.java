package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.ClaimCopy.Line;
import app.counterfoil.hub.retention.ClaimCopy.Part;
import app.counterfoil.hub.retention.CopiesForClaim;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Copies whom an order goes to and who bought it. */
@Component
@Order(1)
class OrderCopiesForClaim implements CopiesForClaim {

    private final Orders orders;
    private final Custody custody;

    OrderCopiesForClaim(Orders orders, Custody custody) {
        this.orders = orders;
        this.custody = custody;
    }

    @Override
    public List<Part> copyOf(SellerId seller, UUID order, Reader reader) {
        var parts = new ArrayList<Part>();
        orders.one(seller, new OrderId(order)).ifPresent(facts -> {
            var ref = new RecordRef(order, facts.subject());
            opened(seller, reader, Recipient.KIND, ref)
                    .ifPresent(recipient -> parts.add(part("Recipient and address", recipient)));
            opened(seller, reader, Recipient.TOLD, ref)
                    .ifPresent(told -> parts.add(part("Address as the channel told it", told)));
            opened(seller, reader, Buyer.KIND, ref).ifPresent(buyer -> parts.add(part(buyer)));
        });
        return parts;
    }

    private <T> Optional<T> opened(SellerId seller, Reader reader, RecordKind<T> kind, RecordRef ref) {
        var opening = new Opening(reader, kind.purpose(), "LEGAL_HOLD");
        return custody.in(seller, vault -> vault.openOne(opening, kind, ref)).opened();
    }

    private static Part part(String title, Recipient recipient) {
        return new Part(
                title,
                List.of(
                        new Line("Name", recipient.name()),
                        new Line("Company", recipient.company()),
                        new Line("Address", String.join(", ", recipient.addressLines())),
                        new Line("Phone", recipient.phone()),
                        new Line("E-mail", recipient.email()),
                        new Line("Instructions", recipient.instructions()),
                        new Line("Gift message", recipient.giftMessage())));
    }

    private static Part part(Buyer buyer) {
        return new Part(
                "Buyer",
                List.of(
                        new Line("Name", buyer.name()),
                        new Line("E-mail", buyer.email()),
                        new Line("User name", buyer.userName()),
                        new Line("Wrote", buyer.note()),
                        new Line("VAT number", buyer.vatNumber())));
    }
}
