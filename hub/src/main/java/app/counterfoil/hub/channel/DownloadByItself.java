package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Downloads by itself whatever is due; asked every half minute. */
@Configuration(proxyBeanMethods = false)
class DownloadByItself {

    private static final String JOB = "download-orders";

    @Bean
    RecurringTask<Void> downloadJob(
            KnowsSellers sellers,
            Accounts accounts,
            DownloadStates states,
            DownloadOrders downloadOrders,
            BusinessClock clock) {
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) ->
                        sellers.each(JOB, seller -> downloadDue(seller, accounts, states, downloadOrders, clock)));
    }

    static void downloadDue(
            SellerId seller,
            Accounts accounts,
            DownloadStates states,
            DownloadOrders downloadOrders,
            BusinessClock clock) {
        for (var state : states.of(seller)) {
            // One that is running, or lost its node a while ago, is known to whoever takes it.
            if (!state.nextRunAt().isAfter(clock.now())) {
                accounts.of(seller, state.account()).ifPresent(downloadOrders::from);
            }
        }
    }
}
