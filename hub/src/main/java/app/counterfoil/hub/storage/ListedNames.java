package app.counterfoil.hub.storage;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of values as a statement lists them, so that which they are is said once, where the values are. */
public final class ListedNames {

    private ListedNames() {}

    /** The names of those of the values that the test holds for, in quotes and with commas between them. */
    public static <T extends Enum<T>> String of(T[] values, Predicate<T> which) {
        return Stream.of(values)
                .filter(which)
                .map(value -> "'" + value.name() + "'")
                .collect(Collectors.joining(", "));
    }
}
