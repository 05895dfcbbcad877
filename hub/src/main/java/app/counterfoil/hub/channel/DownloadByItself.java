package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.custody.KnowsSellers;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Downloads by itself whatever is due; asked every half minute. */
@Configuration(proxyBeanMethods = false)
class DownloadByItself {

    @Bean
    RecurringTask<Void> downloadJob(
            KnowsSellers sellers,
            Accounts accounts,
            SyncStates states,
            DownloadOrders downloadOrders,
            BusinessClock clock) {
        return Tasks.recurring("download-orders", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> {
                    for (var seller : sellers.allSellers()) {
                        downloadDue(seller, accounts, states, downloadOrders, clock);
                    }
                });
    }

    private static void downloadDue(
            SellerId seller, Accounts accounts, SyncStates states, DownloadOrders downloadOrders, BusinessClock clock) {
        for (var state : states.of(seller)) {
            if (!state.nextRunAt().isAfter(clock.now()) && state.runningSince().isEmpty()) {
                accounts.of(seller, state.account()).ifPresent(downloadOrders::from);
            }
        }
    }
}
