package app.counterfoil.vault;

import java.time.LocalDate;

/** A record was to be sealed to a day that has come, or moved to an earlier one: nothing was changed. */
public final class EndNotAhead extends VaultRefusal {

    /** The day asked for and the earliest day that is allowed. */
    public EndNotAhead(LocalDate asked, LocalDate earliest) {
        super("A record cannot be sealed to " + asked + ".", "Give " + earliest + " or a later day.");
    }
}
