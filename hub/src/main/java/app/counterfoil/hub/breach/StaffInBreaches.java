package app.counterfoil.hub.breach;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much incidents keep of what the seller's people did. */
@Configuration(proxyBeanMethods = false)
class StaffInBreaches {

    @Bean
    static StaffTrace lettersOfBreaches() {
        return new StaffTrace(
                "letters to the people of incidents that they had written",
                "SELECT count(*) FROM breach_letter WHERE seller_id = :seller AND person_id = :person");
    }

    @Bean
    static StaffTrace stepsOfBreaches() {
        return new StaffTrace(
                "steps written down of incidents",
                "SELECT count(*) FROM breach_step WHERE seller_id = :seller AND person_id = :person");
    }
}
