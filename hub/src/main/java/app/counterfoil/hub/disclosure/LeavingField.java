package app.counterfoil.hub.disclosure;

import java.util.function.Function;

/**
 * A field that may leave in a file. Each kind of record lists its own beside itself; what is on no list never leaves in one.
 *
 * @param <T> the content of the kind
 * @param heading what stands above it
 * @param category as which category of data it leaves
 * @param text reads it
 */
public record LeavingField<T>(String heading, DataCategory category, Function<T, String> text) {

    /** What stands there for this content; empty if it says nothing. */
    public String of(T content) {
        return text.apply(content).strip();
    }

    @Override
    public String toString() {
        return "LeavingField[" + heading + "]";
    }
}
