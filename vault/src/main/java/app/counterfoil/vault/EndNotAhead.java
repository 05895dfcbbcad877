package app.counterfoil.vault;

import java.time.LocalDate;
import java.util.Collection;

/** A record was to be sealed to a day that has come, or moved to an earlier one: nothing was changed. */
public final class EndNotAhead extends VaultRefusal {

    /** The day asked for and the earliest day that is allowed. */
    public EndNotAhead(LocalDate asked, LocalDate earliest) {
        super("A record cannot be sealed to " + asked + ".", "Give " + earliest + " or a later day.");
    }

    /** @throws EndNotAhead if one of them is to end today or earlier */
    public static void refuseUnlessAfter(LocalDate today, Collection<? extends Sealing<?>> sealings) {
        var earliest = today.plusDays(1);
        for (var sealing : sealings) {
            if (sealing.endsOn().isBefore(earliest)) {
                throw new EndNotAhead(sealing.endsOn(), earliest);
            }
        }
    }
}
