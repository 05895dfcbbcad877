package app.counterfoil.hub.export;

import app.counterfoil.hub.invoice.DocumentFilter;
import app.counterfoil.hub.shell.NotUsable;

/**
 * Which issued documents somebody wants to have as PDFs.
 *
 * @param leash who receives them, why, and until when
 * @param documents which documents
 */
public record PapersWish(Leash leash, DocumentFilter documents) {

    /** @throws NotUsable if the reason or the days cannot be used, all that is wrong at once */
    public void refuseUnlessUsable() {
        var wrong = leash.wrong();
        if (!wrong.isEmpty()) {
            throw new NotUsable(wrong);
        }
    }
}
