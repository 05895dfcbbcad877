package app.counterfoil.hub.export;

import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.shell.NotUsable;
import java.util.ArrayList;
import java.util.Optional;

/**
 * What somebody wants to have as a file.
 *
 * @param purpose what for
 * @param recipient who receives it, as a code of the register; empty if it stays in the shop
 * @param reason why just now, in their words; personal where it names somebody, so it does not print
 * @param format as what
 * @param days how many days it can be fetched, 1 to 14
 * @param orders which orders
 */
public record ExportWish(
        ExportPurpose purpose,
        Optional<String> recipient,
        String reason,
        CopyFormat format,
        int days,
        OrderFilter orders) {

    /** For so many days a copy can be fetched if nothing else is said. */
    public static final int USUAL_DAYS = 7;

    /** For so many days at most. */
    public static final int MOST_DAYS = 14;

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 500;

    /** @throws NotUsable if the reason or the days cannot be used, all that is wrong at once */
    public void refuseUnlessUsable() {
        var wrong = new ArrayList<NotUsable.Field>();
        var length = reason.strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON || reason.indexOf(0) >= 0) {
            wrong.add(new NotUsable.Field(
                    "reason",
                    "Say in " + SHORTEST_REASON + " to " + LONGEST_REASON
                            + " characters what the file is needed for."));
        }
        if (days < 1 || days > MOST_DAYS) {
            wrong.add(new NotUsable.Field("days", "Give 1 to " + MOST_DAYS + " days."));
        }
        if (!wrong.isEmpty()) {
            throw new NotUsable(wrong);
        }
    }

    @Override
    public String toString() {
        return "ExportWish[" + purpose + "]";
    }
}
