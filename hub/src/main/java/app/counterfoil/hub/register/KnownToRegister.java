package app.counterfoil.hub.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Notices where the running system and what somebody has looked at for the register ({@code register/known.txt}) have moved
 * apart: a new column, purpose, kind of record, recipient, host or right of a role that no register speaks of yet.
 */
@Component
public class KnownToRegister {

    private static final String LIST = "register/known.txt";

    private final SystemNow system;

    KnownToRegister(SystemNow system) {
        this.system = system;
    }

    /**
     * How the system differs from what is known.
     *
     * @param unknown what the system has, and the list does not
     * @param gone what the list has, and the system has not
     */
    public record Drift(List<String> unknown, List<String> gone) {

        /** Whether there is none. */
        public boolean isNone() {
            return unknown.isEmpty() && gone.isEmpty();
        }
    }

    /** How the system differs now; a host that is not called at present is no difference. */
    public Drift drift() {
        var drift = compared(known(), system.lines());
        return new Drift(
                drift.unknown(),
                drift.gone().stream().filter(line -> !line.startsWith("host ")).toList());
    }

    static Drift compared(Collection<String> known, Collection<String> present) {
        return new Drift(without(present, known), without(known, present));
    }

    /** What the list says. */
    static Collection<String> known() {
        try {
            return new ClassPathResource(LIST)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> without(Collection<String> some, Collection<String> others) {
        var left = new TreeSet<>(some);
        left.removeAll(others);
        return List.copyOf(left);
    }
}
