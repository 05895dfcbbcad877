package app.counterfoil.hub.tax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The rates of VAT with the days they hold and where each is written, read from {@code vat-rates.csv}. */
final class DatedRates {

    private final List<DatedRate> rates;

    private DatedRates(List<DatedRate> rates) {
        this.rates = rates;
    }

    /** One line of the table; an empty {@code valid_to} is the end of all days. */
    record DatedRate(VatClass vatClass, VatRate rate, LocalDate validFrom, LocalDate validTo, String source) {

        static DatedRate read(String line) {
            var cells = line.split(",", 5);
            return new DatedRate(
                    VatClass.valueOf(cells[0]),
                    new VatRate(Integer.parseInt(cells[1])),
                    LocalDate.parse(cells[2]),
                    cells[3].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[3]),
                    cells[4]);
        }

        boolean holds(VatClass wanted, LocalDate day) {
            return vatClass == wanted && !day.isBefore(validFrom) && !day.isAfter(validTo);
        }
    }

    static DatedRates onFile() {
        try (InputStream table = DatedRates.class.getResourceAsStream("vat-rates.csv")) {
            if (table == null) {
                throw new IllegalStateException("vat-rates.csv is missing from the program");
            }
            var text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return new DatedRates(text.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(DatedRate::read)
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    DatedRate on(VatClass vatClass, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.holds(vatClass, day))
                .findFirst()
                .orElseThrow(() -> new NoRateOnThatDay(vatClass, day));
    }
}
