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

    @Bean
    static StaffTrace oneStopReturnsOfStaff() {
        return new StaffTrace(
                "returns of a One Stop Shop marked as submitted",
                "SELECT count(*) FROM vatreturn_one_stop_return WHERE seller_id = :seller AND person_id = :person");
    }

    @Bean
    static StaffTrace oneStopReturnsTakenBackByStaff() {
        return new StaffTrace(
                "returns of a One Stop Shop taken back",
                "SELECT count(*) FROM vatreturn_one_stop_return WHERE seller_id = :seller AND withdrawn_by = :person");
    }

    @Bean
    static StaffTrace euroRatesOfStaff() {
        return new StaffTrace(
                "exchange rates to the euro entered",
                "SELECT count(*) FROM vatreturn_euro_rate WHERE seller_id = :seller AND person_id = :person");
    }
}
