package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.vatreturn.onestop.OneStopEntry.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The figures of a return of a One Stop Shop, all in euros and to the cent (Art 369h(1), 369u), and the documents they
 * are made of.
 *
 * @param lines what was supplied, by place and rate
 * @param corrections what corrects periods that were declared before
 * @param entries what both count, in the order of days
 */
public record OneStopFigures(List<Line> lines, List<Correction> corrections, List<OneStopEntry> entries) {

    static final Currency EURO = Currency.getInstance("EUR");

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::dispatch)
            .thenComparing(place -> place.state().code())
            .thenComparing(Place::kind)
            .thenComparing(Place::rate);

    /** Copies the lists. */
    public OneStopFigures {
        lines = List.copyOf(lines);
        corrections = List.copyOf(corrections);
        entries = List.copyOf(entries);
    }

    /**
     * What was supplied from one place to one state at one rate.
     *
     * @param place from where, to which state, at which rate
     * @param net the taxable amount
     * @param vat the VAT
     */
    public record Line(Place place, Money net, Money vat) {}

    /**
     * By how much the VAT of a state in an earlier period was too low, or below nought too high.
     *
     * @param period the period that is corrected
     * @param state the state
     * @param vat the VAT
     */
    public record Correction(TaxPeriod period, Country state, Money vat) {}

    /**
     * What is owed to a state.
     *
     * @param state the state
     * @param supplied the VAT of this period
     * @param corrected what corrects earlier ones
     */
    public record Balance(Country state, Money supplied, Money corrected) {

        /**
         * Both together; below nought, the state itself pays it back (Implementing Regulation (EU) 2020/194 Annex
         * III).
         */
        public Money owed() {
            return supplied.plus(corrected);
        }

        /** Whether the state pays back. */
        public boolean isPaidBack() {
            return owed().minor() < 0;
        }
    }

    static OneStopFigures of(List<OneStopEntry> entries) {
        var nets = new TreeMap<Place, Money>(ORDER);
        var vats = new TreeMap<Place, Money>(ORDER);
        record Corrected(TaxPeriod period, String state) {}
        var corrected = new TreeMap<Corrected, Money>(
                Comparator.comparing(Corrected::period).thenComparing(Corrected::state));
        for (var entry : entries) {
            if (entry.correction()) {
                corrected.merge(
                        new Corrected(entry.period(), entry.line().state().code()), entry.euroVat(), Money::plus);
            } else {
                nets.merge(entry.line(), entry.euroNet(), Money::plus);
                vats.merge(entry.line(), entry.euroVat(), Money::plus);
            }
        }
        var lines = new ArrayList<Line>();
        nets.forEach((place, net) -> lines.add(new Line(place, net, vats.getOrDefault(place, Money.zero(EURO)))));
        var corrections = new ArrayList<Correction>();
        corrected.forEach((key, vat) -> corrections.add(new Correction(key.period(), new Country(key.state()), vat)));
        return new OneStopFigures(lines, corrections, entries);
    }

    /** What is owed to each state, in the order of their codes. */
    public List<Balance> balances() {
        var supplied = new TreeMap<String, Money>();
        var corrected = new TreeMap<String, Money>();
        lines.forEach(line -> supplied.merge(line.place().state().code(), line.vat(), Money::plus));
        corrections.forEach(each -> corrected.merge(each.state().code(), each.vat(), Money::plus));
        Map<String, Boolean> states = new TreeMap<>();
        supplied.keySet().forEach(state -> states.put(state, true));
        corrected.keySet().forEach(state -> states.put(state, true));
        return states.keySet().stream()
                .map(state -> new Balance(
                        new Country(state),
                        supplied.getOrDefault(state, Money.zero(EURO)),
                        corrected.getOrDefault(state, Money.zero(EURO))))
                .toList();
    }

    /** What is paid with the return: what is owed to states, of which none is set against another. */
    public Money payable() {
        return balances().stream()
                .filter(balance -> !balance.isPaidBack())
                .map(Balance::owed)
                .reduce(Money.zero(EURO), Money::plus);
    }

    /** The VAT of what was supplied in the period. */
    public Money suppliedVat() {
        return lines.stream().map(Line::vat).reduce(Money.zero(EURO), Money::plus);
    }

    /** What was supplied in the period, without VAT. */
    public Money suppliedNet() {
        return lines.stream().map(Line::net).reduce(Money.zero(EURO), Money::plus);
    }

    /** What documents come to. */
    public static Money sum(List<OneStopEntry> entries, Function<OneStopEntry, Money> of) {
        return entries.stream().map(of).reduce(Money.zero(EURO), Money::plus);
    }

    /** Whether there is nothing to declare; the return is due all the same. */
    public boolean isNothing() {
        return lines.isEmpty() && corrections.isEmpty();
    }

    /** The documents of a line. */
    public List<OneStopEntry> of(Line line) {
        return entries.stream()
                .filter(entry -> !entry.correction() && entry.line().equals(line.place()))
                .toList();
    }

    /** The documents of a correction. */
    public List<OneStopEntry> of(Correction correction) {
        return entries.stream()
                .filter(entry -> entry.correction()
                        && entry.period().equals(correction.period())
                        && entry.line().state().equals(correction.state()))
                .toList();
    }

    /** The documents of what is owed to a state. */
    public List<OneStopEntry> of(Balance balance) {
        return entries.stream()
                .filter(entry -> entry.line().state().equals(balance.state()))
                .toList();
    }

    /** By which a person who has seen these figures tells that they mean these. */
    public String seen() {
        var text = new LinkedHashMap<String, Money>();
        lines.forEach(line -> text.put(
                line.place().dispatch() + line.place().state() + line.place().kind()
                        + line.place().rate().basisPoints() + "/" + line.net().minor(),
                line.vat()));
        corrections.forEach(each -> text.put(each.period().start() + "" + each.state(), each.vat()));
        return entries.size() + "."
                + text.entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue().minor())
                        .collect(Collectors.joining("."));
    }
}
