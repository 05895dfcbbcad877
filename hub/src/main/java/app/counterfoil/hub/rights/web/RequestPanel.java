package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.seller.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads from an order's page to taking in what its people ask for about their data. */
@Component
class RequestPanel implements OrderPanel {

    @Override
    public Box box(SignedIn reader, OrderFacts order) {
        return new Box(
                "Their rights",
                List.of(),
                List.of(new Action("Take in a request", NewRequestPage.PATH + "?order=" + order.id(), false)));
    }

    @Override
    public int position() {
        return 90;
    }
}
