package app.counterfoil.hub.shell;

import app.counterfoil.hub.measure.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came with a request cannot be used: every field of it that is wrong, each with what to do, told at once. */
public final class NotUsable extends Refusal {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final transient List<Field> fields;

    /**
     * A field that cannot be used.
     *
     * @param name its name in the form
     * @param mend what to do about it, without the value: it may be personal
     */
    public record Field(String name, String mend) {}

    /** These fields cannot be used. */
    public NotUsable(List<Field> fields) {
        super("This request cannot be used as it is.", "Go back and mend what is named here.");
        this.fields = List.copyOf(fields);
    }

    /** One field cannot be used. */
    public static NotUsable field(String name, String mend) {
        return new NotUsable(List.of(new Field(name, mend)));
    }

    /** Says that a day is a slip: no shop has seen it, and it is more than the database can hold. */
    public static Optional<Field> slip(String name, @Nullable LocalDate day) {
        return Optional.ofNullable(day)
                .filter(date -> date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)
                .map(date -> new Field(name, "Give a day between 2000 and 2100."));
    }

    /** The fields, in the order of the form. */
    public List<Field> fields() {
        return fields;
    }
}
