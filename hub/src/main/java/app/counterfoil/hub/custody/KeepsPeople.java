package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A place lent to whoever keeps personal data of orders: tells all that is held on their people and can be opened. */
public interface KeepsPeople {

    /** What is held on the people of each of these orders; what cannot be opened is left out. */
    Map<UUID, List<HeldPart>> of(SellerId seller, List<UUID> orders, Opens opens);

    /** How records are opened: for what, by whom, and journalled as what. */
    interface Opens {

        /** Opens records of a kind; one outcome for each. */
        <T> Map<UUID, Outcome<T>> open(RecordKind<T> kind, Collection<RecordRef> refs);
    }
}
