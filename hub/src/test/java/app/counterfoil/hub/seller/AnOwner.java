package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Personal;
import java.time.Instant;
import java.util.UUID;

/** Lends tests an owner of a shop who has signed in, without the time that a password takes. */
public final class AnOwner {

    private AnOwner() {}

    public static SignedIn of(SellerId shop) {
        return new SignedIn(shop, UUID.randomUUID(), Role.OWNER, 0, Instant.now(), Personal.of("Demo Owner"), "");
    }
}
