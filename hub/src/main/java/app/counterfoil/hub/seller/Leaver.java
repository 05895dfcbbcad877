package app.counterfoil.hub.seller;

import app.counterfoil.vault.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who works for the seller no more, while their data is kept; opened for somebody who may see it.
 *
 * @param id the person
 * @param role what they did
 * @param name their name
 * @param leftAt when their access ended
 * @param endsOn the first day on which their data can no longer be opened
 */
public record Leaver(UUID id, Role role, Personal<String> name, Instant leftAt, LocalDate endsOn) {

    /** The name, for a page that the reader may see. */
    public String shownName() {
        return name.shownTo(text -> text);
    }
}
