package app.counterfoil.hub.seller;

import app.counterfoil.vault.Personal;
import java.util.UUID;

/**
 * One of the seller's people, opened for somebody who may see them.
 *
 * @param id the person
 * @param role what they do
 * @param name their name
 * @param email the address they sign in with
 */
public record Staff(UUID id, Role role, Personal<String> name, Personal<String> email) {

    /** The name, for a page that the reader may see. */
    public String shownName() {
        return name.shownTo(text -> text);
    }

    /** The e-mail address, for a page that the reader may see. */
    public String shownEmail() {
        return email.shownTo(text -> text);
    }
}
