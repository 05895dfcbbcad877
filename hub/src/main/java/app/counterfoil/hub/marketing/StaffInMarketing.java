package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much the ledger of consent keeps of what the seller's people did. */
@Configuration(proxyBeanMethods = false)
class StaffInMarketing {

    @Bean
    static StaffTrace consentsByStaff() {
        return new StaffTrace(
                "steps written down of consent to marketing",
                """
                SELECT count(*) FROM marketing_event WHERE seller_id = :seller AND staff_id = :person
                """);
    }

    @Bean
    static StaffTrace wordingsByStaff() {
        return new StaffTrace(
                "words written to ask for consent",
                """
                SELECT count(*) FROM marketing_wording WHERE seller_id = :seller AND made_by = :person
                """);
    }
}
