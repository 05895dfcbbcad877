package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Country;
import java.time.LocalDate;
import java.util.List;

/** The standard rates of the member states with the days they hold and where each is written ({@code eu-vat-rates.csv}). */
public final class StateRates {

    private final List<StateRate> rates = DatedTable.of("eu-vat-rates.csv", StateRate::read);

    /** One line of the table; an empty {@code valid_to} is the end of all days. */
    record StateRate(Country state, VatRate rate, DatedTable.Days days, String source) {

        static StateRate read(String line) {
            var cells = line.split(",", 5);
            return new StateRate(
                    new Country(cells[0]),
                    new VatRate(Integer.parseInt(cells[1])),
                    DatedTable.Days.of(cells[2], cells[3]),
                    cells[4]);
        }
    }

    /** Whether this was the standard rate of the state on that day; a day that the table does not reach has none. */
    public boolean isStandard(Country state, VatRate rate, LocalDate day) {
        return rates.stream()
                .anyMatch(each -> each.state().equals(state)
                        && each.days().has(day)
                        && each.rate().equals(rate));
    }

    StateRate on(Country state, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.state().equals(state) && rate.days().has(day))
                .findFirst()
                .orElseThrow(() -> new NoRateOnThatDay(state.englishName(), day));
    }
}
