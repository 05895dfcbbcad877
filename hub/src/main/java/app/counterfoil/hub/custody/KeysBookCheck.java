package app.counterfoil.hub.custody;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.vault.keys.Epoch;
import app.counterfoil.vault.keys.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that the epoch turns every night, and that no key is kept for longer than the backup horizon. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class KeysBookCheck implements BookCheck {

    /** A night may be missed; a second one has a reason. */
    private static final Duration LATEST = Duration.ofDays(2);

    private static final String MEND =
            "Run ./counterfoil keys turn, or leave the hub running, which turns within a quarter of an hour: what stands in"
                    + " the way is said, and in the log, with the shop that it is about. Until it has turned older"
                    + " backups go on bringing back whoever was forgotten since.";

    private final KeyRing keys;
    private final KeySettings settings;
    private final BusinessClock clock;

    KeysBookCheck(KeyRing keys, KeySettings settings, BusinessClock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "keys";
    }

    /** The keys are those of all shops, and each of them is told. */
    @Override
    public Checked of(SellerId seller) {
        var living = keys.history().stream().filter(Epoch::lives).toList();
        var newest = living.get(living.size() - 1);
        var wrong = new ArrayList<String>();
        if (isOver(newest.made().plus(LATEST))) {
            wrong.add(
                    keys.unfinishedTurn().isPresent()
                            ? "The turn to epoch %d, begun on %s, is not finished."
                                    .formatted(newest.number(), Written.moment(newest.made()))
                            : "No epoch has begun since epoch %d, on %s."
                                    .formatted(newest.number(), Written.moment(newest.made())));
        }
        for (var epoch : living.subList(0, living.size() - 1)) {
            if (isOver(due(epoch).plus(LATEST))) {
                wrong.add("The key of epoch %d, made on %s, was due to be destroyed on %s and is still there."
                        .formatted(epoch.number(), Written.moment(epoch.made()), Written.moment(due(epoch))));
            }
        }
        var counted = "epoch %d in use, %d before it kept for backups".formatted(newest.number(), living.size() - 1);
        return new Checked(counted, Checked.Flaw.each(wrong, MEND));
    }

    private boolean isOver(Instant latest) {
        return clock.now().isAfter(latest);
    }

    private Instant due(Epoch epoch) {
        return epoch.ends(settings.backupHorizon(), clock.now());
    }
}
