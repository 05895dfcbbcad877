package app.counterfoil.hub.export;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Personal;
import app.counterfoil.vault.Reader;

/**
 * Who makes a copy, and is named in it.
 *
 * @param seller of which shop
 * @param reader who, as the journal names them
 * @param name how the copy names them
 */
public record Maker(SellerId seller, Reader reader, Personal<String> name) {

    /** Somebody who has signed in. */
    public static Maker of(SignedIn me) {
        return new Maker(me.seller(), me, me.name());
    }
}
