package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import java.util.Locale;

/** The parts come to another sum than the channel says was paid, and no adjustment can stand for the difference. */
final class PaidDiffers extends Refusal {

    PaidDiffers(Sale sale) {
        super(
                "The parts of the price come to " + sale.added().shown() + " (goods "
                        + goods(sale).shown() + extras(sale) + "), but the channel says "
                        + sale.paid().shown() + " was paid: "
                        + sale.paid().minus(sale.added()).shown() + " is not explained.",
                "Compare these figures with the order on the channel's pages; once they agree there it is tried again"
                        + " by itself, and until then invoice it in your accounting program.");
    }

    private static Money goods(Sale sale) {
        return sale.lines().stream()
                .map(SaleLine::value)
                .reduce(Money.zero(sale.paid().currency()), Money::plus);
    }

    private static String extras(Sale sale) {
        var told = new StringBuilder();
        for (var extra : sale.extras()) {
            told.append(", ")
                    .append(extra.what().toLowerCase(Locale.UK))
                    .append(' ')
                    .append(extra.amount().shown());
        }
        return told.toString();
    }
}
