package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much orders keep of what the seller's people did. */
@Configuration(proxyBeanMethods = false)
class StaffInOrders {

    @Bean
    static StaffTrace eventsOfOrders() {
        return new StaffTrace(
                "events in the history of orders",
                "SELECT count(*) FROM order_event WHERE seller_id = :seller AND person_id = :person");
    }
}
