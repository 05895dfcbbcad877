package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Written;
import app.counterfoil.vault.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Says why nobody is named at an order, so that no place for a name is empty without a reason. */
public final class WhyNobody {

    private WhyNobody() {}

    /**
     * Why no name is shown, in a few words.
     *
     * @param outcome what came of asking for them; null if nobody asked, since the role does not carry it
     */
    public static String inWords(OrderFacts facts, @Nullable Outcome<?> outcome, LocalDate today) {
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
}
