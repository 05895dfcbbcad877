package app.counterfoil.hub.payout;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much payouts keep of what the seller's people did. */
@Configuration(proxyBeanMethods = false)
class StaffInPayouts {

    @Bean
    static StaffTrace settlementsOfStaff() {
        return new StaffTrace(
                "settlements taken in",
                "SELECT count(*) FROM payout_settlement WHERE seller_id = :seller AND person_id = :person");
    }

    @Bean
    static StaffTrace differencesOfStaff() {
        return new StaffTrace(
                "differences between settlements and orders looked at",
                "SELECT count(*) FROM payout_look WHERE seller_id = :seller AND person_id = :person");
    }
}
