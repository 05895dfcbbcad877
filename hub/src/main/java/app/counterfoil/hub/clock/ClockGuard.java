package app.counterfoil.hub.clock;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches the wall clock, since what ends cannot be brought back: a clock that has moved by more than an hour against
 * what was to be expected ends nothing until somebody of the seller has said that it is right. What a training
 * installation adds to the wall clock is no jump.
 */
@Component
public class ClockGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ClockGuard.class);
    private static final Duration LEEWAY = Duration.ofHours(1);
    /** A machine that starts again after so long, and not longer, is taken to have been off. */
    private static final Duration LONGEST_OFF = Duration.ofDays(7);

    private final ClockRows rows;
    private final Machine machine;
    private final SellerTransactions sellers;
    private final TransactionTemplate transaction;

    ClockGuard(
            ClockRows rows,
            Machine machine,
            SellerTransactions sellers,
            PlatformTransactionManager transactionManager) {
        this.rows = rows;
        this.machine = machine;
        this.sellers = sellers;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * A clock that has moved.
     *
     * @param id the jump
     * @param expected what the clock was to show when it was noticed
     * @param shown what it did show
     */
    public record Jump(UUID id, Instant expected, Instant shown) {

        Duration by() {
            return Duration.between(expected, shown);
        }
    }

    /** Looks at the clock, and tells the jump that stands; a clock that was set right again asks nothing more. */
    public Optional<Jump> look() {
        return Optional.ofNullable(transaction.execute(status -> {
                    rows.lock();
                    var wall = machine.wall();
                    var open = rows.open();
                    var anchor = rows.anchor(machine.boot()).orElseGet(() -> startedAgain(wall, open));
                    var expected = anchor.wall().plus(machine.uptime()).minus(anchor.uptime());
                    var jump = judged(open, expected, wall);
                    rows.seen(machine.boot(), anchor, wall);
                    return jump;
                }))
                .orElseGet(Optional::empty);
    }

    /** Looks at the clock: whether it has moved, and nobody of the seller has said that it is right. */
    public boolean isInDoubt(SellerId seller) {
        return look().filter(jump -> !sellers.in(seller, () -> rows.isAnswered(seller, jump)))
                .isPresent();
    }

    /** The jump that the seller has not answered yet; while there is one, nothing of the seller's data ends. */
    public Optional<Jump> asks(SellerId seller) {
        return sellers.in(seller, () -> rows.open().filter(jump -> !rows.isAnswered(seller, jump)));
    }

    /**
     * The clock is right, somebody of the seller says: its data may end by it.
     *
     * @throws NothingAsked if no jump stands that is not answered
     */
    public void answer(SellerId seller, UUID person) {
        sellers.run(seller, () -> rows.answer(seller, asks(seller).orElseThrow(NothingAsked::new), person));
    }

    /** How often that person of the seller has said that the clock is right. */
    public long answersBy(SellerId seller, UUID person) {
        return sellers.in(seller, () -> rows.answersBy(seller, person));
    }

    /**
     * Refuses what ends data at once while the clock is in doubt.
     *
     * @throws ClockInDoubt if the seller has not said yet that the clock is right
     */
    public void refuseIfInDoubt(SellerId seller) {
        if (isInDoubt(seller) || asks(seller).isPresent()) {
            throw new ClockInDoubt();
        }
    }

    /**
     * Refuses what ends something of all sellers at once while a jump stands, whoever has answered it.
     *
     * @throws ClockInDoubt if the clock has moved and not everybody has said that it is right
     */
    public void refuseWhileAJumpStands() {
        if (look().isPresent()) {
            throw new ClockInDoubt();
        }
    }

    /** Everybody has answered this jump: from now on the clock is expected to go on from what it shows. */
    public void everybodyHasAnswered(Jump answered) {
        transaction.executeWithoutResult(status -> {
            rows.lock();
            if (rows.open().filter(answered::equals).isEmpty()) {
                // Another program of the installation has looked meanwhile, by another clock.
                return;
            }
            rows.settle(machine.wall());
            rows.seen(machine.boot(), new ClockRows.Anchor(machine.wall(), machine.uptime()), machine.wall());
        });
    }

    private Optional<Jump> judged(Optional<Jump> open, Instant expected, Instant wall) {
        var by = Duration.between(expected, wall);
        if (by.abs().compareTo(LEEWAY) <= 0) {
            rows.settle(wall);
            return Optional.empty();
        }
        if (open.filter(jump -> jump.by().minus(by).abs().compareTo(LEEWAY) <= 0)
                .isPresent()) {
            return open;
        }
        rows.settle(wall);
        var jump = new Jump(UUID.randomUUID(), expected, wall);
        rows.add(jump);
        LOG.warn("nothing ends, the clock has moved expected={} shown={}", expected, wall);
        return Optional.of(jump);
    }

    /**
     * After a start of the machine its clock is held against what was last seen: going on from there, or from where the
     * clock would be without the jump that stands.
     */
    private ClockRows.Anchor startedAgain(Instant wall, Optional<Jump> open) {
        var by = open.map(Jump::by).orElse(Duration.ZERO);
        var wrong = rows.lastSeen()
                .map(last -> {
                    if (wasOff(last.minus(by), wall)) {
                        return Duration.ZERO;
                    }
                    return wasOff(last, wall) ? by : Duration.between(last.minus(by), wall);
                })
                .orElse(Duration.ZERO);
        return new ClockRows.Anchor(wall.minus(wrong), machine.uptime());
    }

    private static boolean wasOff(Instant last, Instant wall) {
        var gap = Duration.between(last, wall);
        return gap.compareTo(LEEWAY.negated()) >= 0 && gap.compareTo(LONGEST_OFF) <= 0;
    }

    /** The clock has moved, and nobody has said that it is right. */
    public static final class ClockInDoubt extends Refusal {
        ClockInDoubt() {
            super(
                    "The clock of the machine has moved, so nothing is ended and no key destroyed by it.",
                    "Look under What ends: set the clock right, or say that it is.");
        }
    }

    /** The question was answered already, or was never asked. */
    public static final class NothingAsked extends Refusal {
        NothingAsked() {
            super("Nobody asks about the clock any more.", "There is nothing to do: data ends on its days.");
        }
    }
}
