package app.counterfoil.hub.retention;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much is kept of what the seller's people decided on how long data lives. */
@Configuration(proxyBeanMethods = false)
class StaffInPolicies {

    @Bean
    static StaffTrace policiesOfStaff() {
        return new StaffTrace(
                "changes of how long data is kept",
                "SELECT count(*) FROM retention_policy WHERE seller_id = :seller AND changed_by = :person");
    }
}
