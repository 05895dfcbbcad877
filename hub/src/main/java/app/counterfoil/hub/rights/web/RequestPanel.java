package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.rights.Statements;
import app.counterfoil.hub.seller.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads from an order's page to taking in what its people ask for about their data. */
@Component
class RequestPanel implements OrderPanel {

    private final Statements statements;

    RequestPanel(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Box box(SignedIn reader, OrderFacts order) {
        return new Box(
                "Their rights",
                statements.beside(reader.seller(), order.id().value()).stream()
                        .map(request -> new Fact("They have added a statement", "It stands with request " + request))
                        .toList(),
                List.of(new Action("Take in a request", NewRequestPage.PATH + "?order=" + order.id(), false)));
    }

    @Override
    public int position() {
        return 90;
    }
}
