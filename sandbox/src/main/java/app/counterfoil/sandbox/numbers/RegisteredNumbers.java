package app.counterfoil.sandbox.numbers;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The VAT numbers that are registered in the made-up world, with their prefix; all others are not. */
public final class RegisteredNumbers {

    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();

    /** From now on it is registered. */
    public void register(String number) {
        registered.add(number);
    }

    /** From now on it is not. */
    public void end(String number) {
        registered.remove(number);
    }

    /** The register of that state cannot be asked, or can be asked again. */
    public void away(String state, boolean isAway) {
        if (isAway) {
            away.add(state);
        } else {
            away.remove(state);
        }
    }

    boolean isAway(String state) {
        return away.contains(state);
    }

    boolean isRegistered(String number) {
        return registered.contains(number);
    }

    /** A number under which a question is noted. */
    String consultation() {
        return "%09d".formatted(asked.incrementAndGet());
    }
}
