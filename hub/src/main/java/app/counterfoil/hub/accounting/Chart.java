package app.counterfoil.hub.accounting;

import app.counterfoil.hub.tax.VatRate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an accounting service has to choose from.
 *
 * @param accounts its accounts for income
 * @param liabilities its accounts for what is owed
 * @param vatCodes its VAT codes for income
 * @param proposal what is usual for each part of sales, as far as it is there; a person confirms or changes it
 */
public record Chart(List<Code> accounts, List<Code> liabilities, List<Code> vatCodes, Map<Heading, String> proposal) {

    /** Copies all. */
    public Chart {
        accounts = List.copyOf(accounts);
        liabilities = List.copyOf(liabilities);
        vatCodes = List.copyOf(vatCodes);
        proposal = Map.copyOf(proposal);
    }

    /**
     * An account or a VAT code.
     *
     * @param code its code
     * @param title what it is called there
     * @param rate the rate of a VAT code
     */
    public record Code(String code, String title, Optional<VatRate> rate) {}

    /** Those that can be chosen for a part of sales: a VAT code has to have its rate. */
    public List<Code> choices(Heading heading) {
        if (heading.isLiability()) {
            return liabilities;
        }
        return heading.isAccount()
                ? accounts
                : vatCodes.stream()
                        .filter(code -> code.rate().equals(Optional.of(heading.rate())))
                        .toList();
    }
}
