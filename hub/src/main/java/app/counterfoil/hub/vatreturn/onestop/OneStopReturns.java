package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.invoice.OneStopShopSupplies;
import app.counterfoil.hub.invoice.OneStopShopSupplies.Asked;
import app.counterfoil.hub.invoice.OneStopShopSupplies.Supplied;
import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.vatreturn.Missing;
import app.counterfoil.hub.vatreturn.NotInvoiced;
import app.counterfoil.hub.vatreturn.onestop.OneStopCounting.Counted;
import app.counterfoil.hub.vatreturn.onestop.OneStopCounting.RateOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The returns of a seller in the One Stop Shops: each period as its documents stand now, until a person has submitted
 * it at the portal; from then on as it was submitted. What comes up later corrects it in the next.
 */
@Component
public class OneStopReturns {

    /** An invoice can be stored just after the moment at which a return was frozen. */
    private static final int DAYS_LOOKED_AT_AGAIN = 1;

    private final OneStopShopSupplies supplies;
    private final VatStandings standings;
    private final OneStopPeriods periods;
    private final OneStopRows rows;
    private final EuroRates rates;
    private final NotInvoiced notInvoiced;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    OneStopReturns(
            OneStopShopSupplies supplies,
            VatStandings standings,
            OneStopPeriods periods,
            OneStopRows rows,
            EuroRates rates,
            NotInvoiced notInvoiced,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.supplies = supplies;
        this.standings = standings;
        this.periods = periods;
        this.rows = rows;
        this.rates = rates;
        this.notInvoiced = notInvoiced;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A return that was not submitted.
     *
     * @param period its period
     * @param figures as its documents stand now
     * @param missing what is not among them
     * @param next whether it is the one that comes next: it is over, and all before it are submitted
     * @param wanted which exchange rates it waits for
     */
    public record Draft(
            TaxPeriod period, OneStopFigures figures, List<Missing> missing, boolean next, List<WantedRate> wanted) {

        /** Copies the lists. */
        public Draft {
            missing = List.copyOf(missing);
            wanted = List.copyOf(wanted);
        }

        /** Whether something has to be put right first. */
        public boolean isBlocked() {
            return missing.stream().anyMatch(Missing::blocks);
        }

        /** Whether it can be submitted as it is. */
        public boolean isReady() {
            return next && !isBlocked();
        }
    }

    /** The periods that have begun, the earliest first; none for who does not take part. */
    public List<TaxPeriod> begun(SellerId seller, OneStopShop shop) {
        return transactions.in(seller, () -> periods.begun(seller, shop, declared(seller, shop)));
    }

    /** All returns that were submitted, also what was taken back, the latest first. */
    public List<FrozenOneStopReturn> all(SellerId seller, OneStopShop shop) {
        return transactions.in(seller, () -> rows.all(seller, shop));
    }

    /** The return of a period that counts, if one was submitted. */
    public Optional<FrozenOneStopReturn> standing(SellerId seller, TaxPeriod period) {
        return all(seller, period.shop()).stream()
                .filter(each -> each.stands() && each.period().equals(period))
                .findFirst();
    }

    /** The figures of a return as they were submitted. */
    public OneStopFigures figures(SellerId seller, FrozenOneStopReturn frozen) {
        return transactions.in(seller, () -> rows.figures(seller, frozen));
    }

    /** A period as its documents stand now. */
    public Draft draft(SellerId seller, TaxPeriod period) {
        return transactions.in(seller, () -> {
            var standing = rows.all(seller, period.shop()).stream()
                    .filter(FrozenOneStopReturn::stands)
                    .toList();
            var declared = standing.stream().map(FrozenOneStopReturn::period).collect(Collectors.toSet());
            var first = firstOpen(seller, period.shop(), declared)
                    .filter(period::equals)
                    .isPresent();
            var found = count(seller, period, first ? standing : List.of());
            return new Draft(
                    period,
                    OneStopFigures.of(found.entries()),
                    missing(seller, period, found),
                    first && period.isOver(clock.today()),
                    WantedRate.of(found.withoutRate()));
        });
    }

    /** The exchange rates that returns of periods that are over wait for, the earliest period first. */
    public List<WantedRate> wanted(SellerId seller) {
        var wanted = new ArrayList<RateOf>();
        for (var shop : OneStopShop.values()) {
            var declared = declared(seller, shop);
            begun(seller, shop).stream()
                    .filter(period -> period.isOver(clock.today()) && !declared.contains(period))
                    .forEach(period -> draft(seller, period)
                            .wanted()
                            .forEach(each -> wanted.addAll(Collections.nCopies(each.documents(), each.rate()))));
        }
        return WantedRate.of(wanted);
    }

    /** The currencies, other than the euro, in which something was supplied so. */
    public Set<Currency> currencies(SellerId seller) {
        return supplies
                .currencies(
                        seller,
                        Arrays.stream(OneStopShop.values())
                                .map(OneStopShop::treatment)
                                .toList())
                .stream()
                .filter(currency -> !currency.equals(OneStopFigures.EURO))
                .collect(Collectors.toSet());
    }

    private Set<TaxPeriod> declared(SellerId seller, OneStopShop shop) {
        return all(seller, shop).stream()
                .filter(FrozenOneStopReturn::stands)
                .map(FrozenOneStopReturn::period)
                .collect(Collectors.toSet());
    }

    private Optional<TaxPeriod> firstOpen(SellerId seller, OneStopShop shop, Set<TaxPeriod> declared) {
        return periods.begun(seller, shop, declared).stream()
                .filter(each -> !declared.contains(each))
                .findFirst();
    }

    /** Only the first period that is open corrects earlier ones, so that nothing is told twice. */
    private Counted count(SellerId seller, TaxPeriod period, List<FrozenOneStopReturn> corrects) {
        var asked = new ArrayList<Asked>();
        asked.add(new Asked(period.start(), period.end().plusDays(1), LocalDate.EPOCH));
        for (var frozen : corrects) {
            var day = frozen.frozenAt().atZone(BusinessClock.ZONE).toLocalDate();
            asked.add(new Asked(
                    frozen.period().start(), frozen.period().end().plusDays(1), day.minusDays(DAYS_LOOKED_AT_AGAIN)));
        }
        var found = supplies.of(seller, period.shop().treatment(), asked);
        return counting(seller, period.shop())
                .of(
                        period,
                        found,
                        corrects.stream().map(FrozenOneStopReturn::period).collect(Collectors.toSet()),
                        rows.counted(seller, found.stream().map(Supplied::id).toList()),
                        submittedOnOrAfter(period));
    }

    /** A return is submitted once its period is over. */
    private LocalDate submittedOnOrAfter(TaxPeriod period) {
        var today = clock.today();
        return period.isOver(today) ? today : period.end().plusDays(1);
    }

    private OneStopCounting counting(SellerId seller, OneStopShop shop) {
        var known = new HashMap<RateOf, EuroRate>();
        rates.of(seller).forEach(rate -> known.put(new RateOf(rate.currency(), rate.periodEnd()), rate));
        var said = standings.of(seller);
        Function<LocalDate, String> dispatches = shop.tellsDispatch()
                ? day -> said.stream()
                        .filter(each -> !each.holdsFrom().isAfter(day))
                        .findFirst()
                        .orElse(VatStandings.Said.NOTHING)
                        .dispatchedFrom()
                        .code()
                : day -> "";
        return new OneStopCounting(rate -> Optional.ofNullable(known.get(rate)), dispatches);
    }

    private List<Missing> missing(SellerId seller, TaxPeriod period, Counted found) {
        var missing = new ArrayList<Missing>();
        WantedRate.of(found.withoutRate())
                .forEach(wanted -> missing.add(new Missing(wanted.what(), "/vat/one-stop-shop/rates", true)));
        if (!found.withoutState().isEmpty()) {
            missing.add(new Missing(
                    "The address of " + String.join(", ", new TreeSet<>(found.withoutState()))
                            + " does not say to which member state the goods went.",
                    "/invoices",
                    true));
        }
        found.tooLate()
                .forEach(late -> missing.add(new Missing(
                        late.document() + " would correct " + late.period().shown()
                                + ", whose return was due more than three years ago. No later return may correct it: ask the"
                                + " tax office"
                                + " of " + late.state().englishName() + " itself.",
                        "/invoices",
                        false)));
        missing.addAll(notInvoiced.toEuropeanUnion(seller, period.start(), period.end()));
        return missing;
    }

    /**
     * Freezes a period with what it counts, for a person has submitted it at the portal.
     *
     * @param seen the figures that the person has seen, see {@link OneStopFigures#seen}
     * @param submission when it was submitted, and the number that the portal gave it
     * @throws CannotDeclare if it is not its turn, something has to be said first, or the figures are others by now
     */
    public FrozenOneStopReturn submitted(
            SellerId seller, TaxPeriod period, String seen, PortalReceipt submission, UUID person) {
        submission.refuseUnfit(period, clock.today());
        return transactions.in(seller, () -> {
            rows.lock(seller);
            var draft = draft(seller, period);
            if (!draft.next()) {
                throw new CannotDeclare(
                        "This period is not the next to be submitted.",
                        "A period is submitted once it is over, and after those before it.");
            }
            draft.missing().stream().filter(Missing::blocks).findFirst().ifPresent(missing -> {
                throw new CannotDeclare(missing.what(), "Put that right first; it is named on the page of the return.");
            });
            if (!draft.figures().seen().equals(seen)) {
                throw new CannotDeclare(
                        "The figures have changed since you looked at them.",
                        "Look at the return again, and mark it if these are what you have submitted.");
            }
            var frozen = new FrozenOneStopReturn(
                    UUID.randomUUID(),
                    period,
                    draft.figures().payable(),
                    submission.day(),
                    submission.reference(),
                    clock.now(),
                    Optional.empty());
            rows.insert(seller, frozen, draft.figures(), person);
            return frozen;
        });
    }

    /**
     * Takes a mark back that was made by mistake: the return was not submitted. Its figures follow its documents
     * again, and the mark stays noted.
     *
     * @throws CannotDeclare if it is not the return that was marked last
     */
    public void takeBack(SellerId seller, TaxPeriod period, UUID person) {
        transactions.run(seller, () -> {
            rows.lock(seller);
            var latest = rows.all(seller, period.shop()).stream()
                    .filter(FrozenOneStopReturn::stands)
                    .findFirst()
                    .filter(each -> each.period().equals(period));
            if (latest.isEmpty()) {
                throw new CannotDeclare(
                        "This is not the return that was marked last.",
                        "Only that can be taken back. A mistake in an earlier one is corrected in the next return.");
            }
            rows.withdraw(seller, latest.get().id(), clock.now(), person);
        });
    }
}
