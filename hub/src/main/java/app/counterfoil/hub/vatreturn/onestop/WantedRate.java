package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.vatreturn.onestop.OneStopCounting.RateOf;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;

/**
 * An exchange rate that documents wait for.
 *
 * @param currency the currency
 * @param periodEnd the last day of the tax period
 * @param documents how many wait
 */
public record WantedRate(Currency currency, LocalDate periodEnd, int documents) {

    /** The last month of the tax period, as a form writes it. */
    public String month() {
        return YearMonth.from(periodEnd).toString();
    }

    /** What is wanted, in a sentence. */
    public String what() {
        return (documents == 1 ? "1 document is in " : "%,d documents are in ".formatted(documents)) + currency
                + ", and the rate that the European Central Bank published on "
                + Written.day(EcbPublication.forPeriodEnd(periodEnd)) + " is not entered.";
    }

    RateOf rate() {
        return new RateOf(currency, periodEnd);
    }

    static List<WantedRate> of(List<RateOf> wanted) {
        return new HashSet<>(wanted)
                .stream()
                        .map(rate ->
                                new WantedRate(rate.currency(), rate.periodEnd(), Collections.frequency(wanted, rate)))
                        .sorted(Comparator.comparing(WantedRate::periodEnd)
                                .thenComparing(each -> each.currency().getCurrencyCode()))
                        .toList();
    }
}
