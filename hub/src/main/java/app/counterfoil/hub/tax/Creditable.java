package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.tax.Reckoning.Figures;
import app.counterfoil.hub.tax.Reckoning.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What of an invoice can still be credited, row by row and rate by rate. However often part of it is credited, never more than
 * was invoiced is, of no row and of no rate; and once all is, net and VAT are those of the invoice to the penny.
 *
 * @param rows the rows as they were invoiced
 * @param credited what was credited of each row so far, in the sign of the row
 */
public record Creditable(List<Row> rows, List<Figures> credited) {

    /** Copies the lists. */
    public Creditable {
        rows = List.copyOf(rows);
        credited = List.copyOf(credited);
    }

    /** An invoice of which nothing was credited yet. */
    public static Creditable of(Reckoning invoiced) {
        return new Creditable(
                invoiced.rows(),
                invoiced.rows().stream()
                        .map(row -> nothing(row.figures().gross()))
                        .toList());
    }

    /** What is left of it all. */
    public Money remaining() {
        return money(IntStream.range(0, rows.size()).mapToLong(this::left).sum());
    }

    /**
     * A credit of so much, VAT included: shared by what is left of each rate, and within a rate by what is left of its rows.
     *
     * @return what is credited of each row
     * @throws MoreThanInvoiced if less than that is left, or it is nothing
     */
    public List<Figures> byAmount(Money gross) {
        refuseMore(gross, remaining());
        if (gross.equals(remaining())) {
            return figures(IntStream.range(0, rows.size()).mapToLong(this::left).toArray());
        }
        var groups = groups();
        var weights = groups.values().stream().mapToLong(this::left).toArray();
        var shares = Apportionment.share(gross.minor(), weights);
        var amounts = new long[rows.size()];
        var group = 0;
        for (var members : groups.values()) {
            within(members, shares[group], weights[group], amounts);
            group++;
        }
        return figures(amounts);
    }

    /**
     * A credit of so much of each row, VAT included.
     *
     * @param gross for each row what is credited of it, in the sign of the row
     * @return what is credited of each row
     * @throws MoreThanInvoiced if less than that is left of a row or of a rate, or it is nothing at all
     */
    public List<Figures> byRows(List<Money> gross) {
        var amounts = gross.stream().mapToLong(Money::minor).toArray();
        for (int row = 0; row < amounts.length; row++) {
            var beyond =
                    Math.abs(amounts[row]) > Math.abs(left(row)) || (long) Long.signum(amounts[row]) * left(row) < 0;
            if (beyond) {
                throw new MoreThanInvoiced(gross.get(row), money(left(row)));
            }
        }
        for (var members : groups().values()) {
            var asked = members.stream().mapToLong(row -> amounts[row]).sum();
            if (asked < 0 || asked > left(members)) {
                throw new MoreThanInvoiced(money(asked), money(left(members)));
            }
        }
        refuseMore(
                money(IntStream.range(0, amounts.length)
                        .mapToLong(row -> amounts[row])
                        .sum()),
                remaining());
        return figures(amounts);
    }

    /** The same invoice once that was credited of it. */
    public Creditable after(List<Figures> more) {
        return new Creditable(
                rows,
                IntStream.range(0, rows.size())
                        .mapToObj(row -> credited.get(row).plus(more.get(row)))
                        .toList());
    }

    /** Rows of one treatment and rate: they share one total of VAT. */
    private Map<List<Object>, List<Integer>> groups() {
        var groups = new LinkedHashMap<List<Object>, List<Integer>>();
        for (int row = 0; row < rows.size(); row++) {
            groups.computeIfAbsent(
                            List.of(rows.get(row).treatment(), rows.get(row).rate()), first -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    /** All of a rate takes its discounts along; a part of it is shared by the rows that are not taken off. */
    private void within(List<Integer> members, long share, long whole, long[] amounts) {
        if (share == 0) {
            return;
        }
        if (share == whole) {
            members.forEach(row -> amounts[row] = left(row));
            return;
        }
        var weights = members.stream().mapToLong(row -> Math.max(0, left(row))).toArray();
        var shares = Apportionment.share(share, weights);
        for (int at = 0; at < shares.length; at++) {
            amounts[members.get(at)] = shares[at];
        }
    }

    /** The VAT of a row is credited in step with it: what was credited by then, less what was credited before. */
    private List<Figures> figures(long[] amounts) {
        var figures = new ArrayList<Figures>(Collections.nCopies(rows.size(), nothing(money(0))));
        for (int row = 0; row < amounts.length; row++) {
            var before = credited.get(row);
            var upTo = before.gross().minor() + amounts[row];
            figures.set(row, Figures.of(money(amounts[row]), vatOf(row, upTo).minus(before.vat())));
        }
        return figures;
    }

    private Money vatOf(int row, long creditedGross) {
        var whole = rows.get(row).figures();
        if (whole.gross().isZero()) {
            return money(0);
        }
        return money(BigDecimal.valueOf(whole.vat().minor())
                .multiply(BigDecimal.valueOf(creditedGross))
                .divide(BigDecimal.valueOf(whole.gross().minor()), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** What is left of a row, counted from nought, in its sign. */
    public Money remaining(int row) {
        return money(left(row));
    }

    private long left(int row) {
        return rows.get(row).figures().gross().minor()
                - credited.get(row).gross().minor();
    }

    private long left(List<Integer> members) {
        return members.stream().mapToLong(this::left).sum();
    }

    private static void refuseMore(Money asked, Money left) {
        if (asked.minor() <= 0 || asked.compareTo(left) > 0) {
            throw new MoreThanInvoiced(asked, left);
        }
    }

    private Money money(long minor) {
        return new Money(minor, rows.get(0).figures().gross().currency());
    }

    private static Figures nothing(Money currency) {
        var none = Money.zero(currency.currency());
        return new Figures(none, none, none);
    }

    /** More is to be credited than is left of what was invoiced. */
    public static final class MoreThanInvoiced extends Refusal {
        MoreThanInvoiced(Money asked, Money left) {
            super(
                    asked.shown() + " cannot be credited: " + left.shown() + " is left of what was invoiced.",
                    "Give an amount above nothing and of at most " + left.shown() + ".");
        }
    }
}
