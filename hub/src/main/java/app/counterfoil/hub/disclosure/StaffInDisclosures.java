package app.counterfoil.hub.disclosure;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much of what was handed over names one of the seller's people. */
@Configuration(proxyBeanMethods = false)
class StaffInDisclosures {

    @Bean
    static StaffTrace disclosuresOfStaff() {
        return new StaffTrace(
                "parcels and messages handed over",
                "SELECT count(*) FROM disclosure_entry WHERE seller_id = :seller AND person_id = :person");
    }

    @Bean
    static StaffTrace agreementsOfStaff() {
        return new StaffTrace(
                "agreements recorded",
                "SELECT count(*) FROM disclosure_agreement WHERE seller_id = :seller AND recorded_by = :person");
    }
}
