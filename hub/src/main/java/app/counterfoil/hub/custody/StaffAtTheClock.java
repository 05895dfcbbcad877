package app.counterfoil.hub.custody;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how often the seller's people have said that a clock which had moved is right; the clock itself knows no places to lend. */
@Configuration(proxyBeanMethods = false)
class StaffAtTheClock {

    @Bean
    static StaffTrace answersOfStaff() {
        return new StaffTrace(
                "answers on whether the clock is right",
                """
                SELECT count(*) FROM clock_answer WHERE seller_id = :seller AND answered_by = :person
                """);
    }
}
