package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.HeldPart.Line;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whom orders go to and who bought them. */
@Component
@Order(1)
class OrdersKeepPeople implements KeepsPeople {

    private final Orders orders;

    OrdersKeepPeople(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Map<UUID, List<HeldPart>> of(SellerId seller, List<UUID> asked, Opens opens) {
        var refs = orders.of(seller, asked.stream().map(OrderId::new).toList()).stream()
                .map(OrderFacts::people)
                .toList();
        var parts = new HashMap<UUID, List<HeldPart>>();
        add(parts, opens.open(Recipient.KIND, refs), recipient("Recipient and address"));
        add(parts, opens.open(Recipient.TOLD, refs), recipient("Address as the channel told it"));
        add(parts, opens.open(Buyer.KIND, refs), OrdersKeepPeople::buyer);
        return parts;
    }

    private static <T> void add(
            Map<UUID, List<HeldPart>> parts,
            Map<UUID, Outcome<T>> outcomes,
            Function<Outcome.Opened<T>, HeldPart> part) {
        outcomes.forEach((order, outcome) -> {
            if (outcome instanceof Outcome.Opened<T> opened && !opened.content().equals(Recipient.BLANK)) {
                parts.computeIfAbsent(order, each -> new ArrayList<>()).add(part.apply(opened));
            }
        });
    }

    private static Function<Outcome.Opened<Recipient>, HeldPart> recipient(String title) {
        return opened -> {
            var recipient = opened.content();
            return new HeldPart(
                    title,
                    Purpose.DELIVERY,
                    opened.endsOn(),
                    List.of(
                            new Line("Name", recipient.name()),
                            new Line("Company", recipient.company()),
                            new Line("Address", String.join(", ", recipient.addressLines())),
                            new Line("Phone", recipient.phone()),
                            new Line("E-mail", recipient.email()),
                            new Line("Instructions", recipient.instructions()),
                            new Line("Gift message", recipient.giftMessage())));
        };
    }

    private static HeldPart buyer(Outcome.Opened<Buyer> opened) {
        var buyer = opened.content();
        return new HeldPart(
                "Buyer",
                Purpose.SERVICE,
                opened.endsOn(),
                List.of(
                        new Line("Name", buyer.name()),
                        new Line("E-mail", buyer.email()),
                        new Line("User name", buyer.userName()),
                        new Line("Wrote", buyer.note()),
                        new Line("VAT number", buyer.vatNumber())));
    }
}
