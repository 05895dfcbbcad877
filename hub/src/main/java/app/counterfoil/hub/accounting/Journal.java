package app.counterfoil.hub.accounting;

import app.counterfoil.hub.invoice.IssuedSales.Sale;
import app.counterfoil.hub.invoice.IssuedSales.Share;
import app.counterfoil.hub.invoice.Sold;
import app.counterfoil.hub.measure.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Documents in double entry: what is owed by customers on one side, what was sold and its VAT on the other, so that both come
 * to the same. A credit note stands on the other sides.
 */
final class Journal {

    private Journal() {}

    /** An account of the journal, with the code that is usual for it in charts of the United Kingdom. */
    enum Place {
        /** What customers owe, until payouts are entered against it. */
        DEBTORS("1100", "Trade debtors"),
        /** Goods. */
        SALES("4000", "Goods sold"),
        /** Delivery. */
        DELIVERY("4905", "Delivery charged"),
        /** Discounts and the rest. */
        OTHER("4009", "Discounts, and what else was charged"),
        /** VAT that goes into the return here. */
        VAT("2200", "VAT on sales"),
        /** VAT of other states. */
        VAT_ABROAD("2210", "VAT of other member states, owed there");

        private final String code;
        private final String title;

        Place(String code, String title) {
            this.code = code;
            this.title = title;
        }

        String code() {
            return code;
        }

        String title() {
            return title;
        }
    }

    /**
     * One line.
     *
     * @param place the account
     * @param debit what is debited, nought on the other side
     * @param credit what is credited
     */
    record Line(Place place, Money debit, Money credit) {}

    /** The lines of a document, debtors first; their debits come to what their credits come to. */
    static List<Line> of(Sale sale) {
        var none = Money.zero(sale.currency());
        Map<Place, Money> credited = new EnumMap<>(Place.class);
        for (var share : sale.shares()) {
            credited.merge(place(share.sold()), share.net(), Money::plus);
            credited.merge(
                    share.treatment().isOfAnotherState() ? Place.VAT_ABROAD : Place.VAT, share.vat(), Money::plus);
        }
        var owed = credited.values().stream().reduce(none, Money::plus);
        credited.merge(Place.DEBTORS, owed.negated(), Money::plus);
        var lines = new ArrayList<Line>();
        credited.forEach((place, amount) -> {
            if (amount.minor() > 0) {
                lines.add(new Line(place, none, amount));
            } else if (amount.minor() < 0) {
                lines.add(new Line(place, amount.negated(), none));
            }
        });
        return lines;
    }

    private static Place place(Sold sold) {
        return switch (sold) {
            case GOODS -> Place.SALES;
            case DELIVERY -> Place.DELIVERY;
            case OTHER -> Place.OTHER;
        };
    }

    /** What a share comes to. */
    static Money gross(Share share) {
        return share.net().plus(share.vat());
    }
}
