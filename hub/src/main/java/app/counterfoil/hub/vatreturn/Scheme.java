package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatScheme;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * How a seller reckons what is paid over, on one day.
 *
 * @param scheme the scheme
 * @param flatRate the percentage of the Flat Rate Scheme; nought in others
 */
record Scheme(VatScheme scheme, VatRate flatRate) {

    /** One point less in the first year of registration (Notice 733 §4.7). */
    private static final int FIRST_YEAR_DISCOUNT = 100;

    static final Scheme STANDARD = new Scheme(VatScheme.STANDARD, VatRate.NOUGHT);

    /** What was said, the latest first, as a question about a day. */
    static Function<LocalDate, Scheme> of(List<VatStandings.Said> said) {
        return day -> said.stream()
                .filter(each -> !each.holdsFrom().isAfter(day))
                .findFirst()
                .map(each -> of(each, day))
                .orElse(STANDARD);
    }

    private static Scheme of(VatStandings.Said said, LocalDate day) {
        if (said.scheme() != VatScheme.FLAT_RATE) {
            return new Scheme(said.scheme(), VatRate.NOUGHT);
        }
        var rate = said.flatRate().map(VatRate::basisPoints).orElse(0);
        var firstYear = said.registeredSince()
                .filter(since -> !day.isBefore(since) && day.isBefore(since.plusYears(1)))
                .isPresent();
        return new Scheme(VatScheme.FLAT_RATE, new VatRate(firstYear ? Math.max(0, rate - FIRST_YEAR_DISCOUNT) : rate));
    }
}
