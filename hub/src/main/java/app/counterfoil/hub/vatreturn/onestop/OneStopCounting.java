package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.invoice.OneStopShopSupplies.Share;
import app.counterfoil.hub.invoice.OneStopShopSupplies.Supplied;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.StateRates;
import app.counterfoil.hub.tax.TaxPlace;
import app.counterfoil.hub.vatreturn.onestop.OneStopEntry.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which documents count in which return of a One Stop Shop, and as what. Pure: facts in, entries out.
 *
 * <p>A document belongs to the period of its supply. While that is open it counts there, what was given back too. Once
 * it is declared, what turns up later corrects it in the next return that is declared, apart from what was supplied in
 * that one, and at the exchange rate of the period that it corrects; for three years, after which only the state
 * itself can be asked.
 */
final class OneStopCounting {

    private final StateRates stateRates = new StateRates();
    private final Function<RateOf, Optional<EuroRate>> rates;
    private final Function<LocalDate, String> dispatches;

    /**
     * @param rates the exchange rate of a currency, where it is known
     * @param dispatches the territory that goods set out from on a day of supply
     */
    OneStopCounting(Function<RateOf, Optional<EuroRate>> rates, Function<LocalDate, String> dispatches) {
        this.rates = rates;
        this.dispatches = dispatches;
    }

    /** Which exchange rate is wanted. */
    record RateOf(Currency currency, LocalDate periodEnd) {}

    /**
     * What counts in a return.
     *
     * @param entries what counts
     * @param withoutRate which exchange rates are not known; for each document once
     * @param withoutState documents of which it is not known to which state the goods went
     * @param tooLate what can be corrected no more, with the state to turn to
     */
    record Counted(
            List<OneStopEntry> entries, List<RateOf> withoutRate, List<String> withoutState, List<TooLate> tooLate) {}

    /** A document of a period that can be corrected no more. */
    record TooLate(String document, TaxPeriod period, Country state) {}

    /**
     * What of these documents counts in the return of a period.
     *
     * @param declared the periods that are declared
     * @param counted what declared returns count already
     * @param submitted the day on which the return would be submitted
     */
    Counted of(
            TaxPeriod period,
            List<Supplied> supplies,
            Set<TaxPeriod> declared,
            Set<OneStopEntry.Key> counted,
            LocalDate submitted) {
        var found = new Counted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var supplied : supplies) {
            var own = period.shop().periodOf(supplied.suppliedOn());
            var correction = own.compareTo(period) < 0 && declared.contains(own);
            var open = supplied.shares().stream()
                    .filter(share -> !counted.contains(new OneStopEntry.Key(supplied.id(), part(period.shop(), share))))
                    .toList();
            if ((own.equals(period) || correction) && !open.isEmpty()) {
                count(supplied, open, own, correction, submitted, found);
            }
        }
        found.entries()
                .sort(Comparator.comparing(OneStopEntry::correction)
                        .thenComparing(OneStopEntry::suppliedOn)
                        .thenComparing(OneStopEntry::document)
                        .thenComparing(OneStopEntry::part));
        return found;
    }

    private void count(
            Supplied supplied,
            List<Share> open,
            TaxPeriod own,
            boolean correction,
            LocalDate submitted,
            Counted found) {
        var state = TaxPlace.of(supplied.to()).state();
        if (state.isEmpty()) {
            found.withoutState().add(supplied.number());
            return;
        }
        if (correction && own.correctableUntil().isBefore(submitted)) {
            found.tooLate().add(new TooLate(supplied.number(), own, state.get()));
            return;
        }
        var rate = rate(open.get(0).net().currency(), own.end());
        if (rate.isEmpty()) {
            found.withoutRate().add(new RateOf(open.get(0).net().currency(), own.end()));
            return;
        }
        for (var share : open) {
            found.entries()
                    .add(new OneStopEntry(
                            supplied.id(),
                            part(own.shop(), share),
                            supplied.number(),
                            supplied.credit(),
                            supplied.suppliedOn(),
                            supplied.day(),
                            place(supplied, share, state.get()),
                            own,
                            correction,
                            share.net(),
                            share.vat(),
                            rate.get().apply(share.net()),
                            rate.get().apply(share.vat())));
        }
    }

    private Place place(Supplied supplied, Share share, Country state) {
        return new Place(
                dispatches.apply(supplied.suppliedOn()),
                state,
                stateRates.isStandard(state, share.rate(), supplied.suppliedOn())
                        ? RateKind.STANDARD
                        : RateKind.REDUCED,
                share.rate());
    }

    private Optional<Function<Money, Money>> rate(Currency currency, LocalDate periodEnd) {
        return currency.equals(OneStopFigures.EURO)
                ? Optional.of(Function.identity())
                : rates.apply(new RateOf(currency, periodEnd)).map(rate -> rate::inEuros);
    }

    private static String part(OneStopShop shop, Share share) {
        return shop.treatment().name() + "-" + share.rate().basisPoints();
    }
}
