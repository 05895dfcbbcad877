package app.counterfoil.hub.export;

import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.shell.NotUsable;
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

    /** On what it is held. */
    Leash leash() {
        return new Leash(recipient, reason, days);
    }

    /** @throws NotUsable if the reason, the days or the format cannot be used, all that is wrong at once */
    public void refuseUnlessUsable() {
        var wrong = leash().wrong();
        if (!CopyFormat.ofRows().contains(format)) {
            wrong.add(new NotUsable.Field("fileFormat", "Choose one of the formats in the list."));
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
