package app.counterfoil.hub.export;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much is kept of the files that the seller's people made, withdrew or downloaded. */
@Configuration(proxyBeanMethods = false)
class StaffInExports {

    @Bean
    static StaffTrace copiesByStaff() {
        return new StaffTrace(
                "files of orders made or withdrawn",
                """
                SELECT count(*) FROM export_copy
                 WHERE seller_id = :seller AND (made_by = :person OR state_by = :person)
                """);
    }

    @Bean
    static StaffTrace fetchesByStaff() {
        return new StaffTrace(
                "downloads of files of orders",
                """
                SELECT count(*) FROM export_fetch WHERE seller_id = :seller AND reader_id = :person
                """);
    }
}
