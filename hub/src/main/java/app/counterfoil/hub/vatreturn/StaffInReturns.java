package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much VAT returns keep of what the seller's people did. */
@Configuration(proxyBeanMethods = false)
class StaffInReturns {

    @Bean
    static StaffTrace periodsOfStaff() {
        return new StaffTrace(
                "times they said which periods VAT returns are for",
                "SELECT count(*) FROM vatreturn_rhythm WHERE seller_id = :seller AND person_id = :person");
    }

    @Bean
    static StaffTrace purchasesOfStaff() {
        return new StaffTrace(
                "purchases noted",
                "SELECT count(*) FROM vatreturn_purchase WHERE seller_id = :seller AND person_id = :person");
    }

    @Bean
    static StaffTrace returnsOfStaff() {
        return new StaffTrace(
                "VAT returns declared",
                "SELECT count(*) FROM vatreturn_return WHERE seller_id = :seller AND person_id = :person");
    }
}
