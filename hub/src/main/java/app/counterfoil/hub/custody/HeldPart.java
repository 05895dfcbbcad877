package app.counterfoil.hub.custody;

import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that is held on the people of an order, opened. Personal: it does not print.
 *
 * @param title what it is, in a few words
 * @param purpose what it is held for
 * @param endsOn first day on which it cannot be opened
 * @param lines its fields, those that are empty left out
 * @param inFile whether it stands in a file that was made of it, which nothing needs and no law keeps
 */
public record HeldPart(String title, Purpose purpose, LocalDate endsOn, List<Line> lines, boolean inFile) {

    /** Something that is held by itself. */
    public HeldPart(String title, Purpose purpose, LocalDate endsOn, List<Line> lines) {
        this(title, purpose, endsOn, lines, false);
    }

    /** Leaves empty fields out. */
    public HeldPart {
        lines = lines.stream().filter(line -> !line.text().isBlank()).toList();
    }

    /**
     * A field.
     *
     * @param label what it is
     * @param text its content
     */
    public record Line(String label, String text) {
        @Override
        public String toString() {
            return "Line[" + label + "]";
        }
    }

    @Override
    public String toString() {
        return "HeldPart[" + title + "]";
    }
}
