package app.counterfoil.hub.retention;

import app.counterfoil.hub.clock.ClockGuard;
import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Changes how long a seller keeps data of a purpose: first told what would end, then decided, then carried out record by
 * record. New records follow from the moment of the decision; what was stopped on the way goes on with the next turn of
 * the day, and doing it again moves nothing twice.
 */
@Component
public class ChangePolicy implements HearsDayTurn {

    private static final UUID FIRST = new UUID(0, 0);

    private final RetentionPolicies policies;
    private final PolicyRows rows;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final ClockGuard clockGuard;
    private final ObjectProvider<FollowsPolicy> keepers;

    ChangePolicy(
            RetentionPolicies policies,
            PolicyRows rows,
            SellerTransactions transactions,
            BusinessClock clock,
            ClockGuard clockGuard,
            ObjectProvider<FollowsPolicy> keepers) {
        this.policies = policies;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
        this.clockGuard = clockGuard;
        this.keepers = keepers;
    }

    /**
     * What a change would do.
     *
     * @param atOnce how many records would end at once
     * @param earlier how many would end earlier than now, but not at once
     * @param later how many would end later than now
     * @param lastOldEnd the latest day to which one of those that end earlier is sealed now
     * @param days by the day on which they would end, those that would end at once under today
     */
    public record Preview(int atOnce, int earlier, int later, Optional<LocalDate> lastOldEnd, List<Day> days) {

        /**
         * Records that would end on one day instead of another.
         *
         * @param on the day
         * @param records how many
         */
        public record Day(LocalDate on, int records) {}

        /** How many records would be moved. */
        public int all() {
            return atOnce + earlier + later;
        }
    }

    /**
     * Tells what the change would do, and changes nothing.
     *
     * @throws Refusal if the purpose or the days are not for a seller to choose
     */
    public Preview preview(SellerId seller, Purpose purpose, int days) {
        var policy = policies.of(seller).with(purpose, days);
        var today = clock.today();
        var count = new Count();
        var byDay = new TreeMap<LocalDate, Integer>();
        for (var keeper : of(purpose)) {
            for (var at = Optional.of(FIRST); at.isPresent(); ) {
                var batch = keeper.look(seller, policy, at.get());
                batch.moves().forEach(move -> {
                    count.add(move, today);
                    byDay.merge(move.to().isAfter(today) ? move.to() : today, 1, Integer::sum);
                });
                at = batch.last();
            }
        }
        return new Preview(
                count.ended,
                count.earlier,
                count.later,
                count.lastOldEnd,
                byDay.entrySet().stream()
                        .map(day -> new Preview.Day(day.getKey(), day.getValue()))
                        .toList());
    }

    /**
     * Decides the change: from now on records are sealed by it. {@link #carryOut} moves those that are there.
     *
     * @throws SameAsBefore if nothing would change
     * @throws ClockGuard.ClockInDoubt if the clock has moved, and nobody has said that it is right
     * @throws Refusal if the purpose or the days are not for a seller to choose
     */
    public void decide(SellerId seller, Purpose purpose, int days, UUID person) {
        clockGuard.refuseIfInDoubt(seller);
        transactions.run(seller, () -> {
            rows.lockOutSealing(seller);
            var before = policies.of(seller);
            if (before.with(purpose, days).equals(before)) {
                throw new SameAsBefore(purpose, days);
            }
            rows.add(seller, UUID.randomUUID(), purpose, before.daysOf(purpose), days, person);
        });
    }

    /**
     * Moves the records that are there to the days of the policies decided, and counts them; safe to ask at any time.
     *
     * @param done is told how many records have been moved so far
     * @throws ClockGuard.ClockInDoubt if the clock has moved, and nobody has said that it is right
     */
    public void carryOut(SellerId seller, LongConsumer done) {
        clockGuard.refuseIfInDoubt(seller);
        var latest = new HashSet<Purpose>();
        long moved = 0;
        for (var change : transactions.in(seller, () -> rows.unfinished(seller))) {
            if (latest.add(change.purpose())) {
                moved = carryOut(seller, change, moved, done);
            }
            transactions.run(seller, () -> rows.carriedOut(seller, change.id()));
        }
    }

    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        carryOut(seller, done -> {});
    }

    private long carryOut(SellerId seller, PolicyChange change, long movedBefore, LongConsumer done) {
        var policy = policies.of(seller);
        long moved = movedBefore;
        for (var keeper : of(change.purpose())) {
            for (var at = Optional.of(FIRST); at.isPresent(); ) {
                var from = at.get();
                var batch = transactions.in(
                        seller,
                        () -> isOvertaken(seller, change)
                                ? FollowsPolicy.Batch.NONE
                                : counted(seller, change, keeper.move(seller, policy, from)));
                moved += batch.moves().size();
                done.accept(moved);
                at = batch.last();
            }
        }
        return moved;
    }

    /** A change that was decided later is carried out by itself; what this one would still end at once is not lost. */
    private boolean isOvertaken(SellerId seller, PolicyChange change) {
        rows.lockForSealing(seller);
        return rows.isOvertaken(seller, change);
    }

    private FollowsPolicy.Batch counted(SellerId seller, PolicyChange change, FollowsPolicy.Batch batch) {
        var count = new Count();
        batch.moves().forEach(move -> count.add(move, clock.today()));
        if (!batch.moves().isEmpty()) {
            rows.count(seller, change.id(), count.earlier, count.later, count.ended, count.lastOldEnd);
        }
        return batch;
    }

    private List<FollowsPolicy> of(Purpose purpose) {
        return keepers.stream().filter(keeper -> keeper.purpose() == purpose).toList();
    }

    private static final class Count {
        private int earlier;
        private int later;
        private int ended;
        private Optional<LocalDate> lastOldEnd = Optional.empty();

        void add(FollowsPolicy.Move move, LocalDate today) {
            if (move.to().isAfter(move.from())) {
                later++;
                return;
            }
            lastOldEnd = lastOldEnd.filter(day -> day.isAfter(move.from())).or(() -> Optional.of(move.from()));
            if (move.to().isAfter(today)) {
                earlier++;
            } else {
                ended++;
            }
        }
    }

    /** It is so already. */
    public static final class SameAsBefore extends Refusal {
        SameAsBefore(Purpose purpose, int days) {
            super(purpose.title() + " is kept for " + days + " days already.", "Choose other days, or leave it.");
        }
    }
}
