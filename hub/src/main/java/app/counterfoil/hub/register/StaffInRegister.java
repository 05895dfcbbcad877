package app.counterfoil.hub.register;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much the register keeps of what the seller's people wrote. */
@Configuration(proxyBeanMethods = false)
class StaffInRegister {

    @Bean
    static StaffTrace textsOfStaff() {
        return new StaffTrace(
                "texts of the register written",
                "SELECT count(*) FROM register_text WHERE seller_id = :seller AND changed_by = :person");
    }
}
