package app.counterfoil.hub.export;

import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.HeldPart.Line;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells in which files that can still be fetched the people of orders stand; nothing is opened for it. */
@Component
@Order(5)
class CopiesKeepPeople implements KeepsPeople {

    private final Copies copies;
    private final NamesRecipients names;
    private final BusinessClock clock;

    CopiesKeepPeople(Copies copies, NamesRecipients names, BusinessClock clock) {
        this.copies = copies;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public Map<UUID, List<HeldPart>> of(SellerId seller, List<UUID> orders, Opens opens) {
        var parts = new HashMap<UUID, List<HeldPart>>();
        copies.naming(seller, orders)
                .forEach((order, naming) -> parts.put(
                        order,
                        naming.stream()
                                .filter(copy -> copy.standsOn(clock.today()))
                                .map(this::part)
                                .toList()));
        return parts;
    }

    private HeldPart part(Copy copy) {
        return new HeldPart(
                "Exported file, copy " + copy.number(),
                copy.purpose().carried().orElseThrow(),
                copy.endsOn(),
                List.of(
                        new Line("Made on", Written.dayOf(copy.madeAt())),
                        new Line("For", names.nameOf(copy.recipient())),
                        new Line("What stands in it", String.join(", ", copy.columns()))),
                true);
    }
}
