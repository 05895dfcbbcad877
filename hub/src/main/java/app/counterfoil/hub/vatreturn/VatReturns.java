package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The VAT returns of a seller: each period as its documents stand now, until a person declares it; from then on as it was
 * declared. What comes up later with a day in it is counted in the next return, as late.
 */
@Component
public class VatReturns {

    /** An invoice can be stored just after the moment at which a return was frozen. */
    private static final int DAYS_LOOKED_AT_AGAIN = 1;

    private final ReturnSources sources;
    private final ReturnRows rows;
    private final VatPeriods periods;
    private final SellerDetails details;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    VatReturns(
            ReturnSources sources,
            ReturnRows rows,
            VatPeriods periods,
            SellerDetails details,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.sources = sources;
        this.rows = rows;
        this.periods = periods;
        this.details = details;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A return that was not declared.
     *
     * @param period its period
     * @param figures as its documents stand now
     * @param missing what is not among them
     * @param next whether it is the one that comes next: it is over, and all before it are declared
     */
    public record Draft(VatPeriod period, Figures figures, List<Missing> missing, boolean next) {

        /** Whether it can be declared as it is. */
        public boolean isReady() {
            return next && missing.stream().noneMatch(Missing::blocks);
        }
    }

    /** Whether the seller makes returns at all. */
    public boolean isRegistered(SellerId seller) {
        return details.of(seller).isVatRegistered();
    }

    /** Says how long periods are from a day on; see {@link VatPeriods}. */
    public void say(SellerId seller, LocalDate from, Rhythm rhythm, UUID person) {
        transactions.run(seller, () -> {
            rows.lock(seller);
            periods.say(seller, new VatPeriods.Said(from, rhythm), frozenUntil(rows.standing(seller)), person);
        });
    }

    /** The returns that count, the latest first. */
    public List<FrozenReturn> standing(SellerId seller) {
        return transactions.in(seller, () -> rows.standing(seller));
    }

    /** The return of a period that counts, if one was declared. */
    public Optional<FrozenReturn> standing(SellerId seller, VatPeriod period) {
        return standing(seller).stream()
                .filter(each -> each.period().start().equals(period.start()))
                .findFirst();
    }

    /** The figures of a return as they were declared. */
    public Figures figures(SellerId seller, FrozenReturn frozen) {
        return transactions.in(seller, () -> new Figures(frozen.boxes(), rows.entries(seller, frozen.id())));
    }

    /** A period as its documents stand now. */
    public Draft draft(SellerId seller, VatPeriod period) {
        return transactions.in(seller, () -> {
            var standing = rows.standing(seller);
            var until = frozenUntil(standing);
            var first = periods.said(seller).get(0).from();
            var since = standing.stream()
                    .map(each -> each.frozenAt().atZone(BusinessClock.ZONE).toLocalDate())
                    .findFirst()
                    .map(day -> day.minusDays(DAYS_LOOKED_AT_AGAIN))
                    .orElse(LocalDate.MAX);
            var found = sources.of(seller, period, first, since);
            var counted = rows.counted(
                    seller,
                    found.entries().stream().map(Entry::source).distinct().toList());
            var entries = found.entries().stream()
                    .filter(entry -> !counted.contains(entry.key()))
                    .filter(entry -> isFor(entry, period, until))
                    .map(entry -> entry.lateIf(entry.taxPoint().isBefore(period.start())))
                    .toList();
            return new Draft(
                    period,
                    Figures.of(sources.withFlatRate(seller, entries)),
                    found.missing(),
                    period.isOver(clock.today()) && isNext(seller, period, until));
        });
    }

    /** What lies before it belongs to it only where its own period is declared already. */
    private static boolean isFor(Entry entry, VatPeriod period, Optional<LocalDate> frozenUntil) {
        return !entry.taxPoint().isBefore(period.start())
                || frozenUntil.filter(until -> !entry.taxPoint().isAfter(until)).isPresent();
    }

    private boolean isNext(SellerId seller, VatPeriod period, Optional<LocalDate> frozenUntil) {
        return periods.begun(seller).stream()
                .filter(each -> frozenUntil
                        .filter(until -> !each.start().isAfter(until))
                        .isEmpty())
                .findFirst()
                .filter(period::equals)
                .isPresent();
    }

    private static Optional<LocalDate> frozenUntil(List<FrozenReturn> standing) {
        return standing.stream().map(each -> each.period().end()).findFirst();
    }

    /**
     * Freezes a period with what it counts, for a person has declared it.
     *
     * @param seen the figures that the person has seen, see {@link Figures#seen}
     * @param state how it is submitted
     * @throws CannotSubmit if it is not its turn, something has to be said first, or the figures are others by now
     */
    FrozenReturn freeze(SellerId seller, VatPeriod period, String seen, ReturnState state, UUID person) {
        rows.lock(seller);
        var draft = draft(seller, period);
        if (!draft.next()) {
            throw new CannotSubmit(
                    "This period is not the next to be submitted.",
                    "A period is submitted once it is over, and after those before it.");
        }
        draft.missing().stream().filter(Missing::blocks).findFirst().ifPresent(missing -> {
            throw new CannotSubmit(missing.what(), "Put that right first; it is named on the page of the return.");
        });
        if (!draft.figures().seen().equals(seen)) {
            throw new CannotSubmit(
                    "The figures have changed since you looked at them.",
                    "Look at the return again, and declare it if it is right.");
        }
        var frozen = rows.asOfNow(period, draft.figures().boxes(), state);
        rows.insert(seller, frozen, draft.figures().entries(), person);
        return frozen;
    }

    /**
     * Notes that a person has submitted these figures in another way.
     *
     * @throws CannotSubmit as {@link #freeze}
     */
    public void submittedElsewhere(SellerId seller, VatPeriod period, String seen, UUID person) {
        transactions.run(seller, () -> freeze(seller, period, seen, ReturnState.ELSEWHERE, person));
    }

    /**
     * Takes that back: it was not submitted after all. Its figures follow its documents again.
     *
     * @throws CannotSubmit if it is not the latest return, or was not noted so
     */
    public void takeBack(SellerId seller, VatPeriod period) {
        transactions.run(seller, () -> {
            rows.lock(seller);
            var latest = rows.standing(seller).stream()
                    .findFirst()
                    .filter(each -> each.period().equals(period) && each.state() == ReturnState.ELSEWHERE);
            if (latest.isEmpty()) {
                throw new CannotSubmit(
                        "This is not the latest return, or it was not noted as submitted elsewhere.",
                        "Only the latest can be taken back. A mistake in an earlier one goes into the next return.");
            }
            rows.move(seller, latest.get().id(), ReturnState.ELSEWHERE, ReturnState.WITHDRAWN);
        });
    }
}
