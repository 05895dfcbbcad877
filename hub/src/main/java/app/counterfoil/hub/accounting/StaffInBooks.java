package app.counterfoil.hub.accounting;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much bookkeeping keeps of what the seller's people did. */
@Configuration(proxyBeanMethods = false)
class StaffInBooks {

    @Bean
    static StaffTrace codesOfStaff() {
        return new StaffTrace(
                "codes of accounts said",
                "SELECT count(*) FROM accounting_place WHERE seller_id = :seller AND person_id = :person");
    }
}
