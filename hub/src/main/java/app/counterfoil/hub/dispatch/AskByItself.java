package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What dispatch does by itself, every half minute: asks couriers, calls bookings off, tells of what has left. */
@Configuration(proxyBeanMethods = false)
class AskByItself {

    @Bean
    RecurringTask<Void> askCourierJob(KnowsSellers sellers, AskCourier askCourier, AskTracking askTracking) {
        return forEach("ask-courier", sellers, seller -> {
            askCourier.aboutAll(seller);
            askTracking.of(seller);
        });
    }

    @Bean
    RecurringTask<Void> callOffBookingsJob(KnowsSellers sellers, CallOffBookings callOffBookings) {
        return forEach("call-off-bookings", sellers, callOffBookings::of);
    }

    @Bean
    RecurringTask<Void> announceDispatchedJob(KnowsSellers sellers, AnnounceDispatched announce) {
        return forEach(AnnounceDispatched.JOB, sellers, announce::of);
    }

    private static RecurringTask<Void> forEach(String name, KnowsSellers sellers, Consumer<SellerId> work) {
        return Tasks.recurring(name, FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> sellers.each(name, work));
    }
}
