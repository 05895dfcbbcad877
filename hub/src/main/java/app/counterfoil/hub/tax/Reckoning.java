package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A sale taken apart into net and VAT, so that lines, rates and totals add up to the penny.
 *
 * @param lines the figures of each line, in the order of the sale, its share of discount and shipping included
 * @param rates the totals of each treatment and rate, highest rate first
 * @param total the figures of the whole, whose gross is what the channel says was paid
 */
public record Reckoning(List<Figures> lines, List<RateTotal> rates, Figures total) {

    /**
     * An amount with VAT in it, taken apart.
     *
     * @param net without VAT
     * @param vat the VAT
     * @param gross both together
     */
    public record Figures(Money net, Money vat, Money gross) {}

    /**
     * All that was sold under one treatment at one rate.
     *
     * @param treatment what became of the VAT
     * @param rate the rate
     * @param figures the sums
     */
    public record RateTotal(VatTreatment treatment, VatRate rate, Figures figures) {}

    /** Copies the lists, so that a reckoning never changes. */
    public Reckoning {
        lines = List.copyOf(lines);
        rates = List.copyOf(rates);
    }

    /** The VAT of the whole in sterling, as the law asks even of documents in another currency. */
    public Money vatInSterling(SterlingRate sterling) {
        return sterling.inSterling(total.vat());
    }

    static Reckoning of(Sale sale) {
        var gross = grossOfLines(sale);
        var vat = new long[gross.length];
        var headings = sale.lines().stream()
                .map(line -> new Heading(line.treatment(), line.rate()))
                .toList();
        var rates = headings.stream()
                .distinct()
                .sorted(Comparator.comparing(Heading::rate).reversed().thenComparing(Heading::treatment))
                .map(heading -> rateTotal(sale, heading, headings, gross, vat))
                .toList();
        var lines = IntStream.range(0, gross.length)
                .mapToObj(line -> figures(sale, vat[line], gross[line]))
                .toList();
        return new Reckoning(
                lines,
                rates,
                figures(sale, LongStream.of(vat).sum(), sale.paid().minor()));
    }

    private record Heading(VatTreatment treatment, VatRate rate) {}

    private static long[] grossOfLines(Sale sale) {
        var values =
                sale.lines().stream().mapToLong(line -> line.value().minor()).toArray();
        var goods = sale.lines().stream()
                .map(SaleLine::value)
                .reduce(Money.zero(sale.paid().currency()), Money::plus);
        if (sale.orderDiscount().compareTo(goods) > 0) {
            throw new NotASale("the discount exceeds the goods");
        }
        var added = goods.minus(sale.orderDiscount()).plus(sale.shipping());
        // A channel rounds each line and the shipping once, so a penny for each is rounding and more is an error.
        if (Math.abs(added.minus(sale.paid()).minor()) > values.length + 1L) {
            throw new PaidDiffers(added, sale.paid());
        }
        var discounts = Apportionment.share(sale.orderDiscount().minor(), values);
        var discounted = IntStream.range(0, values.length)
                .mapToLong(line -> values[line] - discounts[line])
                .toArray();
        var shipping = Apportionment.share(sale.shipping().minor(), discounted);
        var before = IntStream.range(0, values.length)
                .mapToLong(line -> discounted[line] + shipping[line])
                .toArray();
        return Apportionment.share(sale.paid().minor(), before);
    }

    private static RateTotal rateTotal(
            Sale sale, Heading heading, List<Heading> headings, long[] gross, long[] vatOfLines) {
        var members = IntStream.range(0, gross.length)
                .filter(line -> headings.get(line).equals(heading))
                .toArray();
        var weights = Arrays.stream(members).mapToLong(line -> gross[line]).toArray();
        var whole = Arrays.stream(weights).sum();
        var vat =
                heading.rate().within(new Money(whole, sale.paid().currency())).minor();
        var shares = Apportionment.share(vat, weights);
        for (var member = 0; member < members.length; member++) {
            vatOfLines[members[member]] = shares[member];
        }
        return new RateTotal(heading.treatment(), heading.rate(), figures(sale, vat, whole));
    }

    private static Figures figures(Sale sale, long vat, long gross) {
        var currency = sale.paid().currency();
        return new Figures(new Money(gross - vat, currency), new Money(vat, currency), new Money(gross, currency));
    }
}
