package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much requests keep of what the seller's people did. */
@Configuration(proxyBeanMethods = false)
class StaffInRequests {

    @Bean
    static StaffTrace stepsOfRequests() {
        return new StaffTrace(
                "steps written down of requests",
                "SELECT count(*) FROM rights_step WHERE seller_id = :seller AND person_id = :person");
    }

    /** What is handed over is a fact of requests, too: who was told is said by a person. */
    @Bean
    static StaffTrace noticesOfRequests() {
        return new StaffTrace(
                "recipients they have told of requests",
                "SELECT count(*) FROM rights_notice WHERE seller_id = :seller AND person_id = :person");
    }
}
