package app.counterfoil.hub.shell;

import app.counterfoil.hub.measure.Refusal;
import java.util.List;

/** What came with a request cannot be used: every field of it that is wrong, each with what to do, told at once. */
public final class NotUsable extends Refusal {

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

    /** The fields, in the order of the form. */
    public List<Field> fields() {
        return fields;
    }
}
