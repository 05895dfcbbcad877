package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What an invoice needs of a price beyond lines, delivery and total.
 *
 * @param soldIn ISO country code of the marketplace, or empty
 * @param parts what was charged or taken off beside lines and delivery, VAT included
 * @param refunded what the channel says was paid back
 */
public record PriceParts(String soldIn, List<Part> parts, Money refunded) {

    /** Copies the list. */
    public PriceParts {
        parts = List.copyOf(parts);
    }

    /** What a part is. */
    public enum Kind {
        /** Paper and ribbon. */
        GIFT_WRAP("Gift wrapping"),
        /** For paying at the door. */
        CASH_ON_DELIVERY("Cash on delivery"),
        /** Such as for taking an old device back. */
        FEE("Fee"),
        /** What the channel names no further. */
        OTHER("Other charge"),
        /** Tax that the channel adds to the prices of the lines. */
        TAX("Tax added at the checkout"),
        /** Taken off the order as a whole. */
        DISCOUNT("Discount"),
        /** Changed by seller or channel after the sale. */
        ADJUSTMENT("Adjustment by the channel");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The words for it on a document. */
        public String title() {
            return title;
        }
    }

    /**
     * A part of the price.
     *
     * @param kind what it is
     * @param line the line it goes with, counted from 1; 0 if with all
     * @param amount negative if it is taken off
     */
    public record Part(Kind kind, int line, Money amount) {}

    /** Nothing beyond lines, delivery and total. */
    public static PriceParts none(Money total) {
        return new PriceParts("", List.of(), Money.zero(total.currency()));
    }

    /** The same with one more part, unless it is nothing. */
    public PriceParts with(Kind kind, int line, Money amount) {
        if (amount.isZero()) {
            return this;
        }
        var more = new ArrayList<>(parts);
        more.add(new Part(kind, line, amount));
        return new PriceParts(soldIn, more, refunded);
    }

    /** The parts put together. */
    public Money sum() {
        return parts.stream().map(Part::amount).reduce(Money.zero(refunded.currency()), Money::plus);
    }
}
