package app.counterfoil.hub.marketing.web;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such shop here. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchShop extends Refusal {

    private NoSuchShop() {
        super("There is no such page.", "Look whether the address is whole, as it stands in the mail.");
    }

    /** The shop of that id. */
    static SellerId orElse(KnowsSellers known, UUID shop) {
        var seller = new SellerId(shop);
        if (!known.allSellers().contains(seller)) {
            throw new NoSuchShop();
        }
        return seller;
    }
}
