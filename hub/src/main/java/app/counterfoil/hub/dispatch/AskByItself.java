package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.KnowsSellers;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks couriers by itself about outcomes that are not known; every half minute. */
@Configuration(proxyBeanMethods = false)
class AskByItself {

    @Bean
    RecurringTask<Void> askCourierJob(KnowsSellers sellers, AskCourier askCourier) {
        return Tasks.recurring("ask-courier", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> sellers.allSellers().forEach(askCourier::aboutAll));
    }
}
