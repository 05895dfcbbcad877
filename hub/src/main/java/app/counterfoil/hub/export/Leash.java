package app.counterfoil.hub.export;

import app.counterfoil.hub.shell.NotUsable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On what a file is held that leaves: who receives it, why just now, and until when.
 *
 * @param recipient who receives it, as a code of the register; empty if it stays in the shop
 * @param reason why just now, in their words; personal where it names somebody, so it does not print
 * @param days how many days it can be fetched, 1 to 14
 */
public record Leash(Optional<String> recipient, String reason, int days) {

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 500;

    /** What of it cannot be used. */
    List<NotUsable.Field> wrong() {
        var wrong = new ArrayList<NotUsable.Field>();
        var length = reason.strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON || reason.indexOf(0) >= 0) {
            wrong.add(new NotUsable.Field(
                    "reason",
                    "Say in " + SHORTEST_REASON + " to " + LONGEST_REASON
                            + " characters what the file is needed for."));
        }
        if (days < 1 || days > ExportWish.MOST_DAYS) {
            wrong.add(new NotUsable.Field("days", "Give 1 to " + ExportWish.MOST_DAYS + " days."));
        }
        return wrong;
    }

    @Override
    public String toString() {
        return "Leash[hidden]";
    }
}
