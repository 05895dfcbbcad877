package app.counterfoil.hub.accounting;

import app.counterfoil.hub.accounting.JournalEntry.Line;
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

    /** The lines of a document, debtors first; their debits come to what their credits come to. */
    static List<Line> of(Sale sale) {
        var none = Money.zero(sale.currency());
        Map<JournalPlace, Money> credited = new EnumMap<>(JournalPlace.class);
        for (var share : sale.shares()) {
            credited.merge(place(share.sold()), share.net(), Money::plus);
            credited.merge(
                    share.treatment().isOfAnotherState() ? JournalPlace.VAT_ABROAD : JournalPlace.VAT,
                    share.vat(),
                    Money::plus);
        }
        var owed = credited.values().stream().reduce(none, Money::plus);
        credited.merge(JournalPlace.DEBTORS, owed.negated(), Money::plus);
        var lines = new ArrayList<Line>();
        credited.forEach((place, amount) -> {
            if (!amount.isZero()) {
                lines.add(Line.credit(place, amount));
            }
        });
        return lines;
    }

    private static JournalPlace place(Sold sold) {
        return switch (sold) {
            case GOODS -> JournalPlace.SALES;
            case DELIVERY -> JournalPlace.DELIVERY;
            case OTHER -> JournalPlace.OTHER;
        };
    }

    /** What a share comes to. */
    static Money gross(Share share) {
        return share.net().plus(share.vat());
    }
}
