package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.Reckoning.Figures;
import app.counterfoil.hub.tax.Reckoning.RateTotal;
import app.counterfoil.hub.tax.Reckoning.Row;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The arithmetic of a reckoning: prices under headings, extras shared by value, VAT per heading, spread over its rows. */
final class TakenApart {

    private final Sale sale;
    private final List<Heading> ofLines;

    TakenApart(Sale sale) {
        this.sale = sale;
        this.ofLines = sale.lines().stream()
                .map(line -> new Heading(line.treatment(), line.rate()))
                .toList();
    }

    private record Heading(VatTreatment treatment, VatRate rate) {}

    private record Priced(String extra, Heading heading, long gross) {}

    Reckoning reckoning() {
        var priced = new ArrayList<Priced>();
        for (var line = 0; line < ofLines.size(); line++) {
            priced.add(new Priced(
                    "", ofLines.get(line), sale.lines().get(line).value().minor()));
        }
        for (var extra : extrasWithDifference()) {
            share(extra).forEach((heading, gross) -> {
                if (gross != 0) {
                    priced.add(new Priced(extra.what(), heading, gross));
                }
            });
        }
        var vat = new long[priced.size()];
        var rates = priced.stream()
                .map(Priced::heading)
                .distinct()
                .sorted(Comparator.comparing(Heading::rate).reversed().thenComparing(Heading::treatment))
                .map(heading -> rateTotal(heading, priced, vat))
                .toList();
        var rows = IntStream.range(0, priced.size())
                .mapToObj(row -> row(priced.get(row), vat[row]))
                .toList();
        var whole = rates.stream().map(RateTotal::figures).reduce(Figures::plus).orElseThrow();
        return new Reckoning(rows, rates, whole);
    }

    /** The channel's total is the truth: what its parts do not explain is a row of its own, so that it can be seen. */
    private List<Extra> extrasWithDifference() {
        var extras = new ArrayList<>(sale.extras());
        var difference = sale.paid().minus(sale.added());
        if (difference.isZero()) {
            return extras;
        }
        // A channel rounds each part once, so a penny for each is rounding.
        var rounding = Math.abs(difference.minor())
                <= sale.lines().size() + sale.extras().size();
        // More than half of what was paid is no adjustment any more: something was read wrongly.
        if (!rounding && Math.abs(difference.minor()) > sale.paid().minor() / 2) {
            throw new PaidDiffers(sale);
        }
        extras.add(Extra.ofAll(rounding ? Extra.ROUNDING : Extra.ADJUSTMENT, difference));
        return extras;
    }

    private Map<Heading, Long> share(Extra extra) {
        var shared = new LinkedHashMap<Heading, Long>();
        if (extra.line().isPresent()) {
            shared.put(ofLines.get(extra.line().getAsInt()), extra.amount().minor());
            return shared;
        }
        var values =
                sale.lines().stream().mapToLong(line -> line.value().minor()).toArray();
        var sign = extra.amount().minor() < 0 ? -1 : 1;
        var shares = Apportionment.share(Math.abs(extra.amount().minor()), values);
        for (var line = 0; line < shares.length; line++) {
            shared.merge(ofLines.get(line), sign * shares[line], Long::sum);
        }
        return shared;
    }

    private RateTotal rateTotal(Heading heading, List<Priced> priced, long[] vatOfRows) {
        var members = IntStream.range(0, priced.size())
                .filter(row -> priced.get(row).heading().equals(heading))
                .toArray();
        var whole =
                IntStream.of(members).mapToLong(row -> priced.get(row).gross()).sum();
        if (whole < 0) {
            throw new PaidDiffers(sale);
        }
        var vat = heading.rate().within(money(whole)).minor();
        spread(heading.rate(), members, priced, vat, vatOfRows);
        return new RateTotal(heading.treatment(), heading.rate(), Figures.of(money(whole), money(vat)));
    }

    /** Each row gets the whole pennies of its own VAT; the largest remainders get those that are left. */
    private static void spread(VatRate rate, int[] members, List<Priced> priced, long vat, long[] vatOfRows) {
        var parts = BigInteger.valueOf(10_000L + rate.basisPoints());
        var remainders = new LinkedHashMap<Integer, BigInteger>();
        var left = vat;
        for (var row : members) {
            var exact = BigInteger.valueOf(priced.get(row).gross()).multiply(BigInteger.valueOf(rate.basisPoints()));
            remainders.put(row, exact.mod(parts));
            vatOfRows[row] = exact.subtract(exact.mod(parts)).divide(parts).longValueExact();
            left -= vatOfRows[row];
        }
        remainders.entrySet().stream()
                .sorted(Map.Entry.<Integer, BigInteger>comparingByValue().reversed())
                .limit(left)
                .forEach(entry -> vatOfRows[entry.getKey()]++);
    }

    private Row row(Priced priced, long vat) {
        return new Row(
                priced.extra(),
                priced.heading().treatment(),
                priced.heading().rate(),
                Figures.of(money(priced.gross()), money(vat)));
    }

    private Money money(long minor) {
        return new Money(minor, sale.paid().currency());
    }
}
