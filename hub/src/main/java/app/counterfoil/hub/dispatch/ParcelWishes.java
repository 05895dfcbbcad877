package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Territory;

/**
 * How the parcels of one run are sent; couriers have other services across the border.
 *
 * @param inland those that stay in the country
 * @param abroad those that leave it
 */
public record ParcelWishes(ParcelWish inland, ParcelWish abroad) {

    /** All of them in the same way, wherever they go. */
    public static ParcelWishes all(ParcelWish wish) {
        return new ParcelWishes(wish, wish);
    }

    ParcelWish to(Territory destination) {
        return destination.isInland() ? inland : abroad;
    }
}
