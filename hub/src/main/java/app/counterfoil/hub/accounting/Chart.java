package app.counterfoil.hub.accounting;

import app.counterfoil.hub.tax.VatRate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an accounting service has to choose from.
 *
 * @param accounts its accounts for income
 * @param liabilities its accounts for what is owed
 * @param others its accounts for anything else that a line can go to, such as costs and what is owned
 * @param vatCodes its VAT codes for income
 * @param proposal what is usual for each part of sales, as far as it is there; a person confirms or changes it
 */
public record Chart(
        List<Code> accounts,
        List<Code> liabilities,
        List<Code> others,
        List<Code> vatCodes,
        Map<Heading, String> proposal) {

    private static final Pattern DELIVERY = Pattern.compile("delivery|shipping|postage|carriage");
    private static final Pattern ABROAD = Pattern.compile("one stop shop|\\boss\\b|eu vat");

    /** Copies all. */
    public Chart {
        accounts = List.copyOf(accounts);
        liabilities = List.copyOf(liabilities);
        others = List.copyOf(others);
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

    /**
     * With a proposal: the usual account for sales or else the first, for delivery one that is called so, and the VAT codes
     * that are usual there.
     *
     * @param usualSales the code of the account that sales usually go to there
     * @param usualVat the VAT code that each heading usually has there
     */
    public static Chart proposing(
            List<Code> accounts,
            List<Code> liabilities,
            List<Code> others,
            List<Code> vatCodes,
            String usualSales,
            Map<Heading, String> usualVat) {
        var proposal = new EnumMap<Heading, String>(Heading.class);
        var sales = accounts.stream()
                .filter(each -> each.code().equals(usualSales))
                .findFirst()
                .or(() -> accounts.stream().findFirst())
                .map(Code::code);
        sales.ifPresent(code -> proposal.put(Heading.SALES, code));
        called(accounts, DELIVERY).or(() -> sales).ifPresent(code -> proposal.put(Heading.DELIVERY, code));
        sales.ifPresent(code -> proposal.put(Heading.OTHER, code));
        called(liabilities, ABROAD).ifPresent(code -> proposal.put(Heading.VAT_ABROAD, code));
        usualVat.forEach((heading, usual) -> {
            if (vatCodes.stream().anyMatch(each -> each.code().equals(usual))) {
                proposal.put(heading, usual);
            }
        });
        return new Chart(accounts, liabilities, others, vatCodes, proposal);
    }

    private static Optional<String> called(List<Code> codes, Pattern name) {
        return codes.stream()
                .filter(each ->
                        name.matcher(each.title().toLowerCase(Locale.ROOT)).find())
                .findFirst()
                .map(Code::code);
    }

    /** Those that can be chosen for a part of sales: a VAT code has to have its rate. */
    public List<Code> choices(Heading heading) {
        if (heading.isOfSettlements()) {
            return Stream.of(others, liabilities, accounts)
                    .flatMap(List::stream)
                    .toList();
        }
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
