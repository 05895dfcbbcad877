package app.counterfoil.hub.retention;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Reader;
import java.util.List;
import java.util.UUID;

/** A place lent to the keepers of an order's personal data: what of it goes into a copy for a legal claim. */
public interface CopiesForClaim {

    /**
     * What is held on the people of the order and can be opened, as that reader, whose role must carry its purpose; each
     * opening is journalled with the reason {@code LEGAL_HOLD}.
     */
    List<ClaimCopy.Part> copyOf(SellerId seller, UUID order, Reader reader);
}
