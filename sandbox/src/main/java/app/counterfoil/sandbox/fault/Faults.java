package app.counterfoil.sandbox.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which faults are switched on, and how many calls they still meet. */
public final class Faults {

    /**
     * A fault that is switched on.
     *
     * @param api the API it meets, such as {@code royalmail}, or one kind of its calls, such as {@code royalmail-label}
     * @param fault what goes wrong
     * @param fromCall the first call it meets, counted from 1 after it was switched on
     * @param calls how many calls it meets
     */
    public record Switched(String api, Fault fault, int fromCall, int calls) {}

    private final List<Switched> switched = new ArrayList<>();
    private final Map<Switched, Integer> seen = new HashMap<>();

    /** Switches a fault on. */
    public synchronized void switchOn(Switched fault) {
        switched.add(fault);
        seen.put(fault, 0);
    }

    /** Switches all faults off. */
    public synchronized void clear() {
        switched.clear();
        seen.clear();
    }

    /** The faults that are still to come. */
    public synchronized List<Switched> all() {
        return List.copyOf(switched);
    }

    /** The fault that meets this call of an API, if one does; {@code kind} is the finer name of such calls. */
    public synchronized Optional<Fault> next(String api, String kind) {
        for (var fault : List.copyOf(switched)) {
            if (fault.api().equals(api) || fault.api().equals(kind)) {
                int call = seen.merge(fault, 1, Integer::sum);
                if (call == fault.fromCall() + fault.calls() - 1) {
                    switched.remove(fault);
                }
                if (call >= fault.fromCall()) {
                    return Optional.of(fault.fault());
                }
            }
        }
        return Optional.empty();
    }
}
