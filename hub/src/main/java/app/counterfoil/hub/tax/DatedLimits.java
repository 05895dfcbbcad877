package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Sums of money at which a rule begins or ends, with the days they hold and where each is written ({@code vat-limits.csv}). */
final class DatedLimits {

    private final List<DatedLimit> limits = DatedTable.of("vat-limits.csv", DatedLimit::read);

    /** What a sum is the limit of. Stored by its name in the table. */
    enum Limit {
        /** Up to it, goods from abroad are taxed at the sale and not at the border of Great Britain. */
        CONSIGNMENT_TO_GREAT_BRITAIN,
        /** Up to it, goods from outside the European Union can be declared in the Import One Stop Shop. */
        IMPORT_ONE_STOP_SHOP,
        /** From it on, without VAT, a registered customer accounts for the VAT of phones and chips (Notice 735). */
        DOMESTIC_REVERSE_CHARGE,
        /** Owed for each tariff heading in a small consignment to the European Union. */
        EU_DUTY_PER_HEADING
    }

    /** One line of the table. */
    record DatedLimit(Limit limit, Money sum, DatedTable.Days days, String source) {

        static DatedLimit read(String line) {
            var cells = line.split(",", 6);
            return new DatedLimit(
                    Limit.valueOf(cells[0]),
                    new Money(Long.parseLong(cells[1]), Currency.getInstance(cells[2])),
                    DatedTable.Days.of(cells[3], cells[4]),
                    cells[5]);
        }
    }

    Optional<DatedLimit> on(Limit limit, LocalDate day) {
        return limits.stream()
                .filter(each -> each.limit() == limit && each.days().has(day))
                .findFirst();
    }
}
