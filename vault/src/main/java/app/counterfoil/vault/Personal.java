package app.counterfoil.vault;

import java.util.Objects;
import java.util.function.Function;

/**
 * A value about a person. It prints as {@code Personal[hidden]}, no serializer knows it, and it is compared without
 * being shown; {@link #shownTo} is the one way to its content, so that one search finds every place that looks.
 *
 * @param <T> the value's type
 */
public final class Personal<T> {

    private final T value;

    private Personal(T value) {
        this.value = value;
    }

    /** Wraps a value about a person. */
    public static <T> Personal<T> of(T value) {
        return new Personal<>(value);
    }

    /** Hands the content to the code that has to work with it; that code answers for where it goes. */
    public <R> R shownTo(Function<? super T, ? extends R> reader) {
        return reader.apply(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Personal<?> that && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "Personal[hidden]";
    }
}
