package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrderFacts;

/** An invoice that was not issued, so that no number was used. */
public final class CannotInvoice extends Refusal {
    CannotInvoice(String wrong, String mend) {
        super(wrong, mend);
    }

    /** A full invoice names the customer, and nobody is known. */
    static CannotInvoice namesNobody(OrderFacts order, String because) {
        var channel = order.service().shortTitle();
        var why = order.personalEndsOn()
                .map(end -> "its name and address ended here on " + end)
                .orElse(
                        order.byChannel()
                                ? channel + " sends it itself and gives neither name nor address"
                                : channel + " has given neither name nor address");
        return new CannotInvoice(
                "Order " + order.channelOrderId() + " needs a full VAT invoice, for " + because
                        + "; that must name the customer, but " + why + ".",
                "A consumer needs none: put it aside. If a business asks for one, take name and address from the buyer and"
                        + " issue it in your accounting program"
                        + (order.byChannel() ? ", or let " + channel + " issue it." : "."));
    }
}
