package app.counterfoil.hub.order.web;

import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
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
        return new OrderRow(facts, whyNoName(facts, recipient == null ? buyer : recipient, today), "", false);
    }

    /** Why no name is shown, in a few words. */
    static String whyNoName(OrderFacts facts, @Nullable Outcome<?> outcome, LocalDate today) {
        if (facts.byChannel()) {
            return "sent by " + facts.service().title();
        }
        if (outcome instanceof Outcome.Forgotten<?> forgotten) {
            return "erased on " + Written.day(forgotten.on());
        }
        if (facts.personalEndsOn().isEmpty()) {
            return "not told by " + facts.service().title() + (facts.state().isOpen() ? " yet" : "");
        }
        if (!facts.personalEndsOn().get().isAfter(today)) {
            return "ended on " + Written.day(facts.personalEndsOn().get());
        }
        if (outcome instanceof Outcome.Restricted<?>) {
            return "use restricted";
        }
        return outcome == null ? "not for your role" : "cannot be read";
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
