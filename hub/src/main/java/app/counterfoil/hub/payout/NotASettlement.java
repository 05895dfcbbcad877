package app.counterfoil.hub.payout;

import app.counterfoil.hub.measure.Refusal;
import java.util.List;

/** A file cannot be taken in as a settlement; nothing of it is. */
public final class NotASettlement extends Refusal {

    private final transient List<BadCell> cells;

    /** The file as a whole. */
    public NotASettlement(String wrong, String mend) {
        super(wrong, mend);
        this.cells = List.of();
    }

    NotASettlement(String wrong, String mend, List<BadCell> cells) {
        super(wrong, mend);
        this.cells = List.copyOf(cells);
    }

    /** The cells that cannot be read, the first ones. */
    public List<BadCell> cells() {
        return cells;
    }

    /**
     * A cell that cannot be read. What stands in it is not said again.
     *
     * @param row the row of the file, the first being 1
     * @param column the name of the column
     * @param wrong what is wrong with it
     * @param mend what to do about it
     */
    public record BadCell(int row, String column, String wrong, String mend) {}
}
