package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.DatedLimits.Limit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;

/**
 * The customs duty that a small parcel into the European Union bears since July 2026: a fixed sum for each tariff heading in
 * it, owed at the border and not in any return of VAT (Regulation (EU) 2026/382; RULES 1.8).
 */
public final class EuDuty {

    private static final int DIGITS_OF_A_HEADING = 6;

    private final DatedLimits limits = new DatedLimits();

    /**
     * What is owed.
     *
     * @param sum how much
     * @param headings for how many different headings
     * @param source where the rule is written
     */
    public record Owed(Money sum, int headings, String source) {}

    /**
     * The duty on a parcel to the European Union from outside it.
     *
     * @param value what its goods are worth in euros, without carriage
     * @param codes the commodity codes of its goods; only their first six digits count
     * @return empty if the fixed duty does not apply on that day or to that value: then the ordinary tariff does, or none
     */
    public Optional<Owed> on(LocalDate day, Money value, Collection<String> codes) {
        var rate = limits.on(Limit.EU_DUTY_PER_HEADING, day);
        var most = limits.on(Limit.IMPORT_ONE_STOP_SHOP, day);
        if (rate.isEmpty() || most.isEmpty() || value.compareTo(most.get().sum()) > 0) {
            return Optional.empty();
        }
        var headings = new HashSet<String>();
        codes.forEach(code -> headings.add(code.substring(0, Math.min(DIGITS_OF_A_HEADING, code.length()))));
        return Optional.of(new Owed(
                rate.get().sum().times(headings.size()),
                headings.size(),
                rate.get().source()));
    }
}
