package app.counterfoil.hub.tax;

import java.time.LocalDate;
import java.util.List;

/** The rates of the United Kingdom with the days they hold and where each is written ({@code vat-rates.csv}). */
final class DatedRates {

    private final List<DatedRate> rates = DatedTable.of("vat-rates.csv", DatedRate::read);

    /** One line of the table; an empty {@code valid_to} is the end of all days. */
    record DatedRate(VatClass vatClass, VatRate rate, DatedTable.Days days, String source) {

        static DatedRate read(String line) {
            var cells = line.split(",", 5);
            return new DatedRate(
                    VatClass.valueOf(cells[0]),
                    new VatRate(Integer.parseInt(cells[1])),
                    DatedTable.Days.of(cells[2], cells[3]),
                    cells[4]);
        }
    }

    DatedRate on(VatClass vatClass, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.vatClass() == vatClass && rate.days().has(day))
                .findFirst()
                .orElseThrow(() -> new NoRateOnThatDay("class " + vatClass, day));
    }
}
