package app.counterfoil.hub.custody;

import app.counterfoil.vault.RecordKind;
import java.util.List;

/**
 * Lent as a bean by every module that seals something, so that the register of processing and whoever answers for people's
 * data know of all that is held.
 */
public interface DeclaresKinds {

    /** The kinds of records that the module seals. */
    List<RecordKind<?>> kinds();
}
