package app.counterfoil.hub.review;

import app.counterfoil.hub.custody.StaffTrace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how much reviews keep of what the seller's people did, and of what was decided on them. */
@Configuration(proxyBeanMethods = false)
class StaffInReviews {

    @Bean
    static StaffTrace reviewsByStaff() {
        return new StaffTrace(
                "reviews done, begun or planned",
                """
                SELECT (SELECT count(*) FROM review_review WHERE seller_id = :seller AND reviewed_by = :person)
                     + (SELECT count(*) FROM review_plan
                         WHERE seller_id = :seller AND :person IN (owner_id, set_by))
                     + (SELECT count(*) FROM review_access
                         WHERE seller_id = :seller AND :person IN (started_by, closed_by))
                """);
    }

    @Bean
    static StaffTrace decisionsByStaff() {
        return new StaffTrace(
                "decisions on the access of others, and of programs",
                """
                SELECT (SELECT count(*) FROM review_access_decision
                         WHERE seller_id = :seller AND decided_by = :person AND person_id <> :person)
                     + (SELECT count(*) FROM review_token_decision
                         WHERE seller_id = :seller AND :person IN (decided_by, made_by))
                """);
    }

    @Bean
    static StaffTrace decisionsOnStaff() {
        return new StaffTrace(
                "decisions on their own access, by whomever",
                """
                SELECT count(*) FROM review_access_decision WHERE seller_id = :seller AND person_id = :person
                """);
    }

    @Bean
    static StaffTrace remindersOfStaff() {
        return new StaffTrace(
                "reminders of reviews that were sent to them",
                """
                SELECT count(*) FROM review_reminder WHERE seller_id = :seller AND owner_id = :person
                """);
    }

    @Bean
    static StaffTrace signInsOfStaff() {
        return new StaffTrace(
                "the time of their last sign-in",
                """
                SELECT count(*) FROM review_sign_in WHERE seller_id = :seller AND person_id = :person
                """);
    }
}
