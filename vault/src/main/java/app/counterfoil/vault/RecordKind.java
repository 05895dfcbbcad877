package app.counterfoil.vault;

import java.util.List;

/**
 * A kind of sealed record: what it is called, which purpose it is held for, how it is written down and by what it can
 * be found.
 *
 * @param <T> the opened content
 */
public interface RecordKind<T> {

    /** The name of the kind, such as {@code order.delivery}: lower-case letters, dots and hyphens; sealed into every record. */
    String name();

    /** The one purpose records of this kind are held for. */
    Purpose purpose();

    /** Whose data it holds and what of it, for the register of processing. */
    Holds holds();

    /** The content as bytes. */
    byte[] write(T content);

    /**
     * The content from bytes that {@link #write} made, in this version or an earlier one.
     *
     * @throws ContentUnreadable if they are not that; the record's outcome is then {@link Outcome.Damaged}
     */
    T read(byte[] bytes);

    /** By what the record can be found, without opening it; none by default. */
    default List<Term> terms(T content) {
        return List.of();
    }
}
