package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.vault.VaultRefusal;
import app.counterfoil.vault.store.InstallationKeys;
import app.counterfoil.vault.store.Vault;
import app.counterfoil.vault.store.WitnessFolder;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DataSourceUtils;

@Configuration(proxyBeanMethods = false)
class CustodyConfiguration {

    @Bean
    Vault vault(StorageSettings settings, BusinessClock clock, DataSource dataSource) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            var keys = InstallationKeys.open(settings.home().resolve("keys"), connection);
            return new Vault(
                    keys, clock.asClock(), new WitnessFolder(settings.home().resolve("witness")));
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

    @Bean
    @Profile("!command")
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ApplicationRunner roomInTheVault(TurnOfDay turnOfDay) {
        return arguments -> turnOfDay.makeRoom();
    }
}
