package app.counterfoil.hub.marketing;

import app.counterfoil.hub.measure.SellerId;

/**
 * Where the hub's pages that are open to everybody are reached from outside.
 *
 * @param base such as {@code https://hub.example}, without a slash at its end
 */
public record PublicAddress(String base) {

    /** Begins the address of the page on which people sign up, and confirm it. */
    public static final String NEWSLETTER = "/newsletter";

    /** Begins the address of the page on which people withdraw. */
    public static final String UNSUBSCRIBE = "/unsubscribe";

    String confirm(SellerId seller, String secret) {
        return base + NEWSLETTER + "/" + seller + "/confirm/" + secret;
    }

    String withdraw(SellerId seller, String secret) {
        return base + UNSUBSCRIBE + "/" + seller + "/" + secret;
    }
}
