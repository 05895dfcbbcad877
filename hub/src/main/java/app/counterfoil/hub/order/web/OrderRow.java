package app.counterfoil.hub.order.web;

import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.order.WhyNobody;
import app.counterfoil.vault.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the order list as it is shown.
 *
 * @param facts what is known without opening anything
 * @param name whom it is for, or why no name is shown
 * @param place town and country, or empty
 * @param named whether {@code name} is a name and not a reason
 */
record OrderRow(OrderFacts facts, String name, String place, boolean named) {

    static OrderRow of(
            OrderFacts facts, @Nullable Outcome<Recipient> recipient, @Nullable Outcome<Buyer> buyer, LocalDate today) {
        if (recipient instanceof Outcome.Opened<Recipient> opened) {
            var to = opened.content();
            return new OrderRow(facts, to.name(), place(to), true);
        }
        if (buyer instanceof Outcome.Opened<Buyer> opened
                && !opened.content().name().isBlank()) {
            return new OrderRow(facts, opened.content().name(), "", true);
        }
        return new OrderRow(facts, WhyNobody.inWords(facts, recipient == null ? buyer : recipient, today), "", false);
    }

    private static String place(Recipient to) {
        return to.town() + (to.country().equals("GB") ? "" : ", " + to.country());
    }

    /** The day it was placed, in London. */
    public String placed() {
        return Written.dayOf(facts.placedAt());
    }

    @Override
    public String toString() {
        return "OrderRow[" + facts.id() + "]";
    }
}
