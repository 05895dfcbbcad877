package app.counterfoil.hub.custody;

import app.counterfoil.hub.clock.ClockGuard;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.vault.keys.Epoch;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.secrets.EpochNotTurned;
import app.counterfoil.vault.secrets.EpochTurn;
import app.counterfoil.vault.secrets.Renewal;
import app.counterfoil.vault.secrets.RenewedKeys;
import app.counterfoil.vault.secrets.TurnedEpoch;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Turns the epoch of the keys every night, and whenever somebody asks for it, while everything else goes on. */
@Component
public class TurnOfEpoch {

    private static final Logger LOG = LoggerFactory.getLogger(TurnOfEpoch.class);

    private final KeyRing keys;
    private final KeySettings settings;
    private final Custody custody;
    private final BusinessClock clock;
    private final ClockGuard clockGuard;
    private final ObjectProvider<KnowsSellers> sellers;
    private final DataSource dataSource;

    TurnOfEpoch(
            KeyRing keys,
            KeySettings settings,
            Custody custody,
            BusinessClock clock,
            ClockGuard clockGuard,
            ObjectProvider<KnowsSellers> sellers,
            DataSource dataSource) {
        this.keys = keys;
        this.settings = settings;
        this.custody = custody;
        this.clock = clock;
        this.clockGuard = clockGuard;
        this.sellers = sellers;
        this.dataSource = dataSource;
    }

    /**
     * Turns the epoch if the newest was not made today, be it that a clock was ahead when it was, or if a turn was begun
     * and not finished. A clock in doubt turns nothing: by one that is ahead, keys would be destroyed that backups within
     * the horizon need.
     *
     * @return what was done, if anything was due
     */
    public Optional<TurnedEpoch> turnIfDue() {
        if (clockGuard.look().isPresent()) {
            return Optional.empty();
        }
        return keys.unfinishedTurn().isPresent() || !dayOf(newest()).equals(clock.today())
                ? Optional.of(turn(renewed -> {}))
                : Optional.empty();
    }

    /**
     * Turns the epoch now, or finishes a turn that was begun.
     *
     * @param progress is told after each step how many keys have been brought under the new epoch
     * @return what was done; another program may hold a destroyed key in memory for {@link KeyRing#LONGEST_HELD} yet
     * @throws ClockGuard.ClockInDoubt if the clock has moved and not everybody has said that it is right
     * @throws EpochNotTurned if something failed for some sellers, after all that could be done was done
     */
    public TurnedEpoch turn(Consumer<RenewedKeys> progress) {
        clockGuard.refuseWhileAJumpStands();
        try {
            var turned = new EpochTurn(keys, settings.backupHorizon()).turn(new Sellers(), progress);
            tell(turned);
            return turned;
        } catch (EpochNotTurned some) {
            some.failed()
                    .forEach((seller, reason) -> LOG.error(
                            "the epoch did not turn seller={} kind={} at={}",
                            seller,
                            reason.getClass().getSimpleName(),
                            reason.getStackTrace()[0]));
            tell(some.turned());
            throw some;
        }
    }

    /** That keys are gone is said once no program can have one in memory any more. */
    private static void tell(TurnedEpoch turned) {
        LOG.info(
                "epoch turned epoch={} keys={} groups={} subjects={}",
                turned.epoch(),
                turned.renewed().keys(),
                turned.renewed().groups(),
                turned.renewed().subjects());
        turned.unreadable()
                .forEach((seller, keys) -> LOG.error("keys that cannot be read seller={} keys={}", seller, keys));
        if (!turned.destroyed().isEmpty()) {
            CompletableFuture.delayedExecutor(KeyRing.LONGEST_HELD.toSeconds(), TimeUnit.SECONDS)
                    .execute(() -> LOG.info("epoch keys destroyed everywhere epochs={}", turned.destroyed()));
        }
    }

    private Epoch newest() {
        var history = keys.history();
        return history.get(history.size() - 1);
    }

    private LocalDate dayOf(Epoch epoch) {
        return LocalDate.ofInstant(epoch.made(), clock.asClock().getZone());
    }

    private final class Sellers implements EpochTurn.Sellers {

        @Override
        public List<UUID> all() {
            return sellers.stream()
                    .map(KnowsSellers::allSellers)
                    .flatMap(List::stream)
                    .map(SellerId::value)
                    .toList();
        }

        @Override
        public void followLedger(UUID seller) {
            var unused =
                    custody.in(new SellerId(seller), vault -> vault.erasures().followLedger());
        }

        @Override
        public <T> T in(UUID seller, Function<Renewal, T> work) {
            return custody.in(new SellerId(seller), vault -> work.apply(vault.renewal()));
        }

        @Override
        public void forNoSeller(Consumer<Connection> work) {
            var connection = DataSourceUtils.getConnection(dataSource);
            try {
                work.accept(connection);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }
    }
}
