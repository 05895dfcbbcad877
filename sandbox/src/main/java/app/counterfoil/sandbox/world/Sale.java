package app.counterfoil.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sale before any channel has written it down. All people are made up.
 *
 * @param number counts the sales of an account
 * @param at when it was made
 * @param buyer who bought
 * @param to where it goes
 * @param lines what was bought
 * @param shippingPence what the buyer pays for delivery, VAT included
 * @param currency the currency of all amounts
 * @param giftMessage a message to put in, or empty
 * @param note a note of the buyer, or empty
 * @param state what has become of it
 * @param byMarketplace whether the marketplace sends it itself
 * @param circumstances what is unusual about it
 */
public record Sale(
        int number,
        Instant at,
        Buyer buyer,
        Destination to,
        List<Line> lines,
        long shippingPence,
        String currency,
        String giftMessage,
        String note,
        State state,
        boolean byMarketplace,
        Set<Circumstance> circumstances) {

    /** What has become of a sale. */
    public enum State {
        /** Not paid yet. */
        PENDING,
        /** Paid, to be sent. */
        UNSHIPPED,
        /** Sent. */
        SHIPPED,
        /** Called off. */
        CANCELLED
    }

    /** What can be unusual about a sale from its beginning. */
    public enum Circumstance {
        /** The buyer has asked to call it off. */
        CANCEL_REQUESTED,
        /** The marketplace collects the VAT and pays it itself. */
        VAT_BY_MARKETPLACE,
        /** A part of it has been sent. */
        PARTLY_SENT,
        /** Something is taken off the delivery. */
        DELIVERY_DISCOUNT,
        /** The channel tells prices only once it is paid. */
        PRICES_LATER
    }

    /**
     * A buyer.
     *
     * @param name the full name
     * @param userName the name used on the channel
     * @param email a relay address
     * @param company the company of a business buyer
     * @param vatNumber the VAT number of a business buyer
     */
    public record Buyer(
            String name, String userName, String email, Optional<String> company, Optional<String> vatNumber) {}

    /**
     * A destination.
     *
     * @param line1 first address line
     * @param line2 second address line, or empty
     * @param city post town
     * @param county county or state, or empty
     * @param postcode the postcode
     * @param country ISO code as the channel writes it
     * @param phone a number from a range kept for fiction
     */
    public record Destination(
            String line1, String line2, String city, String county, String postcode, String country, String phone) {}

    /**
     * A line.
     *
     * @param sku the seller's SKU
     * @param title the title of the listing
     * @param quantity how many
     * @param unitPence price of one, VAT included
     * @param discountPence taken off the line
     */
    public record Line(String sku, String title, int quantity, long unitPence, long discountPence) {

        /** What the buyer pays for the line. */
        public long totalPence() {
            return unitPence * quantity - discountPence;
        }
    }

    /** The same sale in other circumstances. */
    public Sale in(Set<Circumstance> others) {
        return new Sale(
                number, at, buyer, to, lines, shippingPence, currency, giftMessage, note, state, byMarketplace, others);
    }

    /** Whether the circumstance is one of its own. */
    public boolean has(Circumstance circumstance) {
        return circumstances.contains(circumstance);
    }

    /** What is taken off the delivery: half of it, where anything is. */
    public long shippingDiscountPence() {
        return has(Circumstance.DELIVERY_DISCOUNT) ? shippingPence / 2 : 0;
    }

    /** What the buyer pays in all, without tax that the marketplace adds and keeps. */
    public long totalPence() {
        return lines.stream().mapToLong(Line::totalPence).sum() + shippingPence - shippingDiscountPence();
    }
}
