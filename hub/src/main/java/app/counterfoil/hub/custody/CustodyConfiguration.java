package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.vault.VaultRefusal;
import app.counterfoil.vault.erasure.InstallationLedger;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.secrets.InstallationKeys;
import app.counterfoil.vault.store.Vault;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DataSourceUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KeySettings.class, LedgerSettings.class})
class CustodyConfiguration {

    @Bean
    KeyRing keyRing(StorageSettings settings, KeySettings keySettings, BusinessClock clock, DataSource dataSource) {
        return confirmed(dataSource, connection -> {
            var keys = keySettings.ringOf(settings.home(), clock.asClock());
            InstallationKeys.confirm(keys, connection);
            return keys;
        });
    }

    @Bean
    ErasureLedger erasureLedger(StorageSettings settings, LedgerSettings ledger, DataSource dataSource) {
        return confirmed(dataSource, connection -> InstallationLedger.confirm(ledger.of(settings.home()), connection));
    }

    @Bean
    Vault vault(StorageSettings settings, KeyRing keys, ErasureLedger ledger, BusinessClock clock) {
        var witness = EraseAgain.witnessOf(settings.home());
        return new Vault(keys, ledger, clock.asClock(), witness);
    }

    private static <T> T confirmed(DataSource dataSource, Function<Connection, T> question) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            return question.apply(connection);
        } catch (VaultRefusal refusal) {
            throw new KeysRefused(refusal);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Every quarter of an hour, so that a machine that slept through midnight is late by minutes at most. */
    @Bean
    RecurringTask<Void> turnOfDayJob(TurnOfDay turnOfDay) {
        return Tasks.recurring("turn-of-day", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> turnOfDay.turn());
    }

    /** Asked as often, and done once a day: what was forgotten today leaves the backups with the turn of tonight. */
    @Bean
    RecurringTask<Void> turnOfEpochJob(TurnOfEpoch turnOfEpoch) {
        return Tasks.recurring("turn-of-epoch", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> turnOfEpoch.turnIfDue());
    }

    @Bean
    @Profile("!command")
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ApplicationRunner roomInTheVault(TurnOfDay turnOfDay) {
        return arguments -> turnOfDay.makeRoom();
    }
}
