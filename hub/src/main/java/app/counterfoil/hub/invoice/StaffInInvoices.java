package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much invoices keep of what the seller's people decided. */
@Configuration(proxyBeanMethods = false)
class StaffInInvoices {

    @Bean
    static StaffTrace standingsOfStaff() {
        return new StaffTrace(
                "times they said where VAT is paid",
                "SELECT count(*) FROM invoice_vat_standing WHERE seller_id = :seller AND person_id = :person");
    }

    @Bean
    static StaffTrace numbersOfStaff() {
        return new StaffTrace(
                "VAT numbers of customers looked up",
                "SELECT count(*) FROM invoice_customer_number WHERE seller_id = :seller AND person_id = :person");
    }

    @Bean
    static StaffTrace evidenceOfStaff() {
        return new StaffTrace(
                "orders of which they said that evidence of export is held",
                "SELECT count(*) FROM invoice_evidence WHERE seller_id = :seller AND person_id = :person");
    }

    @Bean
    static StaffTrace looksOfStaff() {
        return new StaffTrace(
                "times they said how documents look",
                "SELECT count(*) FROM invoice_look WHERE seller_id = :seller AND person_id = :person");
    }

    @Bean
    static StaffTrace placesOfStaff() {
        return new StaffTrace(
                "places of supply decided",
                "SELECT count(*) FROM invoice_place WHERE seller_id = :seller AND person_id = :person");
    }
}
