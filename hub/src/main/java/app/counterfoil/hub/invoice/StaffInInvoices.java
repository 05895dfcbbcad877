package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much invoices keep of what the seller's people decided. */
@Configuration(proxyBeanMethods = false)
class StaffInInvoices {

    @Bean
    static StaffTrace placesOfStaff() {
        return new StaffTrace(
                "places of supply decided",
                "SELECT count(*) FROM invoice_place WHERE seller_id = :seller AND person_id = :person");
    }
}
