package app.counterfoil.hub.review;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who looks at what by when, and what was looked at; both are only added to. */
@Component
class ReviewRows {

    private static final String PLANS =
            """
            SELECT DISTINCT ON (kind, code) kind, code, owner_id, next_on
              FROM review_plan
             WHERE seller_id = :seller
             ORDER BY kind, code, plan_no DESC
            """;
    private static final String REVIEWS =
            """
            SELECT review_id, subject_id, kind, code, outcome, says_something, next_on, reviewed_at, reviewed_by
              FROM review_review
             WHERE seller_id = :seller
             ORDER BY review_no DESC
            """;
    private static final String STANDING_NOTES =
            """
            SELECT review_id, subject_id
              FROM (SELECT DISTINCT ON (kind, code) review_id, subject_id, says_something
                      FROM review_review
                     WHERE seller_id = :seller
                     ORDER BY kind, code, review_no DESC) AS latest
             WHERE says_something
            """;
    private static final String REMINDERS =
            """
            SELECT kind, code, due_on, round, about_id, owner_id, written_at
              FROM review_reminder
             WHERE seller_id = :seller
             ORDER BY written_at DESC, round DESC
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;

    ReviewRows(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** Who looks at it, and by when. */
    record Plan(Optional<UUID> owner, LocalDate nextOn) {}

    /** A review without its note. */
    record Kept(
            Reviewed thing,
            RecordRef note,
            Outcome outcome,
            boolean saysSomething,
            LocalDate nextOn,
            Instant at,
            UUID by) {}

    /** That an owner was written to. */
    record Reminder(Reviewed thing, LocalDate dueOn, int round, UUID about, UUID owner, Instant at) {}

    /** The latest plan of each thing. */
    Map<Reviewed, Plan> plans(SellerId seller) {
        var plans = new HashMap<Reviewed, Plan>();
        transactions.run(
                seller, () -> db.sql(PLANS).param("seller", seller.value()).query(row -> {
                    var owner = Optional.ofNullable(row.getObject("owner_id", UUID.class));
                    plans.put(thing(row), new Plan(owner, row.getObject("next_on", LocalDate.class)));
                }));
        return plans;
    }

    /** All reviews, the latest first. */
    List<Kept> reviews(SellerId seller) {
        return transactions.in(seller, () -> db.sql(REVIEWS)
                .param("seller", seller.value())
                .query((row, number) -> new Kept(
                        thing(row),
                        new RecordRef(
                                row.getObject("review_id", UUID.class),
                                new SubjectId(row.getObject("subject_id", UUID.class))),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getBoolean("says_something"),
                        row.getObject("next_on", LocalDate.class),
                        row.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("reviewed_by", UUID.class)))
                .list());
    }

    /** The latest review of each thing. */
    Map<Reviewed, Kept> latest(SellerId seller) {
        var latest = new HashMap<Reviewed, Kept>();
        reviews(seller).forEach(each -> latest.putIfAbsent(each.thing(), each));
        return latest;
    }

    /**
     * The sealed notes of the latest review of each thing. It reads no word of the reviews: one that nobody knows must not
     * keep a day from ending.
     */
    List<RecordRef> standingNotes(SellerId seller) {
        return transactions.in(seller, () -> db.sql(STANDING_NOTES)
                .param("seller", seller.value())
                .query((row, number) -> new RecordRef(
                        row.getObject("review_id", UUID.class), new SubjectId(row.getObject("subject_id", UUID.class))))
                .list());
    }

    /** All reminders, the latest first. */
    List<Reminder> reminders(SellerId seller) {
        return transactions.in(seller, () -> db.sql(REMINDERS)
                .param("seller", seller.value())
                .query((row, number) -> new Reminder(
                        thing(row),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("round"),
                        row.getObject("about_id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** Who plans waits for whoever plans or looks in the same shop. */
    void lock(SellerId seller) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('review ' || CAST(:seller AS text), 0))")
                .param("seller", seller.value())
                .query((row, number) -> seller)
                .single();
    }

    void add(SellerId seller, Reviewed thing, Plan plan, Instant now, Optional<UUID> person) {
        db.sql(
                        """
                        INSERT INTO review_plan (seller_id, kind, code, owner_id, next_on, set_at, set_by)
                        VALUES (:seller, :kind, :code, CAST(:owner AS uuid), :next, :now, CAST(:person AS uuid))
                        """)
                .param("seller", seller.value())
                .param("kind", thing.kind().name())
                .param("code", thing.code())
                .param("owner", plan.owner().orElse(null))
                .param("next", plan.nextOn())
                .param("now", utc(now))
                .param("person", person.orElse(null))
                .update();
    }

    void add(SellerId seller, Kept review) {
        db.sql(
                        """
                        INSERT INTO review_review
                               (seller_id, review_id, subject_id, kind, code, outcome, says_something, next_on, reviewed_at,
                                reviewed_by)
                        VALUES (:seller, :id, :subject, :kind, :code, :outcome, :says, :next, :now, :person)
                        """)
                .param("seller", seller.value())
                .param("id", review.note().id())
                .param("subject", review.note().subject().value())
                .param("kind", review.thing().kind().name())
                .param("code", review.thing().code())
                .param("outcome", review.outcome().name())
                .param("says", review.saysSomething())
                .param("next", review.nextOn())
                .param("now", utc(review.at()))
                .param("person", review.by())
                .update();
    }

    void add(SellerId seller, Reminder reminder) {
        db.sql(
                        """
                        INSERT INTO review_reminder (seller_id, kind, code, due_on, round, about_id, owner_id, written_at)
                        VALUES (:seller, :kind, :code, :due, :round, :about, :owner, :now)
                        """)
                .param("seller", seller.value())
                .param("kind", reminder.thing().kind().name())
                .param("code", reminder.thing().code())
                .param("due", reminder.dueOn())
                .param("round", reminder.round())
                .param("about", reminder.about())
                .param("owner", reminder.owner())
                .param("now", utc(reminder.at()))
                .update();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Reviewed thing(ResultSet row) throws SQLException {
        return new Reviewed(ReviewKind.valueOf(row.getString("kind")), row.getString("code"));
    }
}
