package app.counterfoil.hub.review;

import app.counterfoil.hub.disclosure.Agreement;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.register.Activity;
import app.counterfoil.hub.register.ProcessingRegister;
import app.counterfoil.hub.register.Receiver;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads off the running system what there is to look at again: nobody keeps a list that could be forgotten. */
@Component
class ThingsToReview {

    private final ProcessingRegister register;

    ThingsToReview(ProcessingRegister register) {
        this.register = register;
    }

    /**
     * Everything, in the order in which it is shown, each with the day that stands elsewhere: that of a recipient stands
     * with its agreement. Of a recipient without one it is the first day there is.
     */
    Map<Reviewed, Optional<LocalDate>> of(SellerId seller) {
        var things = new LinkedHashMap<Reviewed, Optional<LocalDate>>();
        things.put(Reviewed.ACCESS, Optional.empty());
        Arrays.stream(Policy.values())
                .forEach(policy -> things.put(new Reviewed(ReviewKind.POLICY, policy.name()), Optional.empty()));
        register.activities(seller).stream()
                .filter(Activity::isInUse)
                .forEach(activity -> things.put(
                        new Reviewed(ReviewKind.PURPOSE, activity.purpose().name()), Optional.empty()));
        register.receivers(seller)
                .forEach(receiver -> things.put(
                        new Reviewed(ReviewKind.RECIPIENT, receiver.service().name()), Optional.of(dayOf(receiver))));
        return things;
    }

    private static LocalDate dayOf(Receiver receiver) {
        return receiver.agreement().map(Agreement::reviewOn).orElse(LocalDate.EPOCH);
    }
}
