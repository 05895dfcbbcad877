package app.counterfoil.hub.order.web;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.order.TellsHolding;
import app.counterfoil.hub.retention.LegalHold;
import app.counterfoil.hub.retention.LegalHolds;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.Shown;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the order's page of a legal hold, to those who may see one, and leads to it. */
@Component
class LegalHoldPanel implements OrderPanel, TellsHolding {

    private final LegalHolds holds;
    private final Shown shown;

    LegalHoldPanel(LegalHolds holds, Shown shown) {
        this.holds = holds;
        this.shown = shown;
    }

    @Override
    public Box box(SignedIn reader, OrderFacts order) {
        var title = "Legal hold";
        if (!reader.carries(Purpose.LEGAL_CLAIM)) {
            return new Box(title, List.of(), List.of());
        }
        return standing(reader.seller(), order)
                .map(hold -> new Box(
                        title,
                        List.of(
                                new Fact("Why", hold.reason().title()),
                                new Fact("Case", hold.caseReference().value()),
                                new Fact("Next review", shown.day(hold.reviewOn()))),
                        List.of(new Action("Look at the hold", "/holds/" + hold.id(), false))))
                .orElseGet(() -> new Box(
                        title,
                        List.of(),
                        List.of(new Action(
                                "Keep a copy for a claim",
                                "/orders/" + order.id().value() + "/legal-hold",
                                false))));
    }

    @Override
    public int position() {
        return 90;
    }

    @Override
    public List<Holding> of(SellerId seller, OrderFacts order) {
        return standing(seller, order).stream()
                .flatMap(hold -> holds.endsOf(seller, List.of(hold.id())).values().stream())
                .map(end -> new Holding("Copy on legal hold", Purpose.LEGAL_CLAIM, end))
                .toList();
    }

    private Optional<LegalHold> standing(SellerId seller, OrderFacts order) {
        return holds.ofOrder(seller, order.id().value()).stream()
                .filter(LegalHold::stands)
                .findFirst();
    }
}
