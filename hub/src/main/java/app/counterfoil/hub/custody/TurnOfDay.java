package app.counterfoil.hub.custody;

import app.counterfoil.hub.clock.ClockGuard;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.partition.Partitions;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * What happens when a day turns, for each seller: what the erasure ledger knows and the database does not is done, keepers
 * carry on what is still needed, then all that has reached its day ends: first the secrets, then the rows. Doing it again
 * does nothing twice.
 */
@Component
public class TurnOfDay {

    private static final Logger LOG = LoggerFactory.getLogger(TurnOfDay.class);

    private final Custody custody;
    private final DataSource dataSource;
    private final BusinessClock clock;
    private final ClockGuard clockGuard;
    private final ObjectProvider<KnowsSellers> sellers;
    private final ObjectProvider<HearsDayTurn> hearing;

    TurnOfDay(
            Custody custody,
            DataSource dataSource,
            BusinessClock clock,
            ClockGuard clockGuard,
            ObjectProvider<KnowsSellers> sellers,
            ObjectProvider<HearsDayTurn> hearing) {
        this.custody = custody;
        this.dataSource = dataSource;
        this.clock = clock;
        this.clockGuard = clockGuard;
        this.sellers = sellers;
        this.hearing = hearing;
    }

    /**
     * Turns the day for all sellers; safe to ask at any time. While the clock is in doubt for a seller, nothing of the
     * seller's is carried on or ended: the one would reach too far, the other cannot be taken back. Nor does anything end
     * of a seller for whom carrying on has failed.
     *
     * @throws DayNotTurned if something failed, after all that could be done was done
     */
    public void turn() {
        makeRoomIfThereIsTime();
        var moved = clockGuard.look();
        var failed = new ArrayList<SellerId>();
        var all = everybody();
        var answered = 0;
        for (var seller : all) {
            // Looked at for each: this may take minutes, and another program may have a clock that is right.
            var inDoubt = clockGuard.isInDoubt(seller);
            // A standby may have taken over since the last turn, without the newest entries.
            var followed = step(
                    seller,
                    "follow the ledger",
                    () -> custody.in(seller, vault -> vault.erasures().followLedger()));
            var ended = inDoubt || (carriedOn(seller) && step(seller, "end", () -> end(seller)));
            var covered = step(seller, "checkpoint", () -> checkpoint(seller));
            if (!(followed && ended && covered)) {
                failed.add(seller);
            }
            answered += inDoubt ? 0 : 1;
        }
        if (answered == all.size()) {
            moved.ifPresent(clockGuard::everybodyHasAnswered);
        }
        giveBackRoom();
        if (!failed.isEmpty()) {
            throw new DayNotTurned(failed);
        }
    }

    List<SellerId> everybody() {
        return sellers.stream()
                .map(KnowsSellers::allSellers)
                .flatMap(List::stream)
                .toList();
    }

    private boolean carriedOn(SellerId seller) {
        var today = clock.today();
        return hearing.orderedStream()
                .map(each -> step(seller, "carry on", () -> each.dayTurned(seller, today)))
                .reduce(true, Boolean::logicalAnd);
    }

    private void end(SellerId seller) {
        var ended = custody.in(seller, vault -> vault.erasures().endDaysThatHaveCome());
        CrashPoint.reached("expire.committed");
        custody.in(seller, ofSeller -> {
            ofSeller.erasures().removeRemains();
            CrashPoint.reached("expire.removed");
            return ended;
        });
        if (!ended.isEmpty()) {
            LOG.info("records ended seller={} days={}", seller, ended.size());
        }
    }

    private void checkpoint(SellerId seller) {
        custody.in(seller, ofSeller -> {
            ofSeller.journal().checkpoint();
            return seller;
        });
        // Only what is committed may be shown outside, or a rollback would look like a journal cut short.
        custody.in(seller, ofSeller -> {
            ofSeller.journal().showCheckpoint();
            return seller;
        });
    }

    /** What fails for one seller holds up nobody else. */
    private static boolean step(SellerId seller, String name, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException failed) {
            LOG.error(
                    "the day did not turn whole seller={} step={} kind={} at={}",
                    seller,
                    name,
                    failed.getClass().getSimpleName(),
                    failed.getStackTrace()[0]);
            return false;
        }
    }

    /** For some sellers not all was done; it is tried again with the next turn. */
    static final class DayNotTurned extends Refusal {
        DayNotTurned(List<SellerId> sellers) {
            super(
                    "The day did not turn whole for " + sellers.size() + " sellers.",
                    "It is tried again in a quarter of an hour; the log names what failed.");
        }
    }

    /** There is room for months ahead: what a backup under way holds up now is done with one of the next turns. */
    private void makeRoomIfThereIsTime() {
        try {
            makeRoom();
        } catch (RuntimeException failed) {
            LOG.error("no room made kind={}", failed.getClass().getSimpleName());
        }
    }

    private void giveBackRoom() {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            var pieces = new Partitions(connection).dropEnded();
            if (pieces > 0) {
                LOG.info("space given back pieces={}", pieces);
            }
        } catch (RuntimeException failed) {
            // It is asked again with the next turn; what has ended is unreadable without it.
            LOG.error("space not given back kind={}", failed.getClass().getSimpleName());
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Makes room in the vault for what will be sealed in the coming time. */
    void makeRoom() {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            new Partitions(connection).addAhead(clock.today());
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
