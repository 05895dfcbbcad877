package app.counterfoil.hub.invoice;

import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.PriceParts;
import app.counterfoil.hub.tax.TaxPlace;
import app.counterfoil.hub.tax.TaxTerritory;
import java.util.Optional;

/**
 * Where goods were delivered, as tax sees it, and why.
 *
 * @param place the place; unclear if nothing tells it
 * @param reason why it was taken, where the address does not say it; else empty
 */
record Place(TaxPlace place, String reason) {

    static Place of(OrderFacts order, PriceParts prices, Optional<TaxTerritory> decided) {
        return decided.map(place -> new Place(
                        TaxPlace.of(place), "A person decided that the goods were delivered in " + place.shown()))
                .orElseGet(() -> order.territory().isTold()
                        ? new Place(TaxPlace.of(order.territory()), "")
                        : withoutAddress(order, prices));
    }

    /** What a channel sends itself may come without an address (pitfall 9); the marketplace tells the country then. */
    private static Place withoutAddress(OrderFacts order, PriceParts prices) {
        return order.byChannel() && prices.soldIn().equals("GB")
                ? new Place(
                        TaxPlace.GREAT_BRITAIN,
                        order.service().shortTitle()
                                + " sends this order itself and tells no address; it was sold on the"
                                + " United Kingdom marketplace, so it is taken as delivered in the United Kingdom")
                : new Place(TaxPlace.of(TaxTerritory.UNCLEAR), "");
    }
}
