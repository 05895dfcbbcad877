package app.counterfoil.hub.marketing;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has agreed or was asked, as it is stored; used within transactions of the seller. */
@Component
class ConsentRows {

    private static final String COLUMNS =
            """
            SELECT person_id, subject_id, state, state_at, made_at, ends_on
              FROM marketing_person
             WHERE seller_id = :seller
            """;

    private final JdbcClient db;
    private final BusinessClock clock;

    ConsentRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    void add(SellerId seller, Consent consent, long contactToken) {
        db.sql(
                        """
                        INSERT INTO marketing_person
                               (seller_id, person_id, subject_id, state, state_at, made_at, ends_on, contact_token)
                        VALUES (:seller, :person, :subject, :state, :now, :now, :ends, :token)
                        """)
                .param("seller", seller.value())
                .param("person", consent.person())
                .param("subject", consent.subject().value())
                .param("state", consent.state().name())
                .param("now", utc(consent.madeAt()))
                .param("ends", consent.endsOn())
                .param("token", contactToken)
                .update();
    }

    Optional<Consent> one(SellerId seller, UUID person) {
        return select(seller, person, "");
    }

    /** The consent, locked until the transaction ends. */
    Optional<Consent> locked(SellerId seller, UUID person) {
        return select(seller, person, " FOR UPDATE");
    }

    private Optional<Consent> select(SellerId seller, UUID person, String lock) {
        return db.sql(COLUMNS + " AND person_id = :person" + lock)
                .param("seller", seller.value())
                .param("person", person)
                .query((row, number) -> consent(row))
                .optional();
    }

    void state(SellerId seller, UUID person, ConsentState state, LocalDate endsOn) {
        db.sql(
                        """
                        UPDATE marketing_person SET state = :state, state_at = :now, ends_on = :ends
                         WHERE seller_id = :seller AND person_id = :person
                        """)
                .param("state", state.name())
                .param("now", utc(clock.now()))
                .param("ends", endsOn)
                .param("seller", seller.value())
                .param("person", person)
                .update();
    }

    void carriedOn(SellerId seller, Collection<UUID> people, LocalDate endsOn) {
        db.sql("UPDATE marketing_person SET ends_on = :ends WHERE seller_id = :seller AND person_id = ANY (:people)")
                .param("ends", endsOn)
                .param("seller", seller.value())
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    /** The sealed addresses of these subjects. */
    List<RecordRef> under(SellerId seller, Collection<SubjectId> subjects) {
        return db.sql(
                        """
                        SELECT person_id, subject_id FROM marketing_person
                         WHERE seller_id = :seller AND subject_id = ANY (:subjects)
                        """)
                .param("seller", seller.value())
                .param("subjects", subjects.stream().map(SubjectId::value).toArray(UUID[]::new))
                .query((row, number) -> new RecordRef(
                        row.getObject("person_id", UUID.class), new SubjectId(row.getObject("subject_id", UUID.class))))
                .list();
    }

    /** How many stand in each state. */
    Map<ConsentState, Long> counts(SellerId seller) {
        var counts = new EnumMap<ConsentState, Long>(ConsentState.class);
        db.sql("SELECT state, count(*) FROM marketing_person WHERE seller_id = :seller GROUP BY state")
                .param("seller", seller.value())
                .query(row -> {
                    counts.put(ConsentState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** Those in a state, the latest first. */
    List<Consent> in(SellerId seller, ConsentState state, int skipped, int most) {
        return db.sql(COLUMNS + " AND state = :state ORDER BY state_at DESC, person_id OFFSET :skipped LIMIT :most")
                .param("seller", seller.value())
                .param("state", state.name())
                .param("skipped", skipped)
                .param("most", most)
                .query((row, number) -> consent(row))
                .list();
    }

    /** Those in a state since before then. */
    List<UUID> since(SellerId seller, ConsentState state, Instant before) {
        return db.sql(
                        """
                        SELECT person_id FROM marketing_person
                         WHERE seller_id = :seller AND state = :state AND state_at < :before
                        """)
                .param("seller", seller.value())
                .param("state", state.name())
                .param("before", utc(before))
                .query(UUID.class)
                .list();
    }

    /** Those of whom an address is kept that ends before that day. */
    List<Consent> endingBefore(SellerId seller, LocalDate day) {
        return db.sql(COLUMNS + " AND state IN ('LIVE', 'SOFT') AND ends_on < :day")
                .param("seller", seller.value())
                .param("day", day)
                .query((row, number) -> consent(row))
                .list();
    }

    /** How many were taken in lately, on whatever way. */
    long lately(SellerId seller, Duration time) {
        return db.sql("SELECT count(*) FROM marketing_person WHERE seller_id = :seller AND made_at > :since")
                .param("seller", seller.value())
                .param("since", utc(clock.now().minus(time)))
                .query(Long.class)
                .single();
    }

    /** How many letters went to that address lately. */
    long lettersLately(SellerId seller, long contactToken, Duration time) {
        return db.sql(
                        """
                        SELECT count(*)
                          FROM marketing_person person
                          JOIN marketing_event event USING (seller_id, person_id)
                         WHERE seller_id = :seller AND contact_token = :token AND made_at > :since AND what = 'ASKED'
                        """)
                .param("seller", seller.value())
                .param("token", contactToken)
                .param("since", utc(clock.now().minus(time)))
                .query(Long.class)
                .single();
    }

    /** Lets go of tokens that nobody needs any more. */
    void forgetTokensBefore(SellerId seller, Instant before) {
        db.sql(
                        """
                        UPDATE marketing_person SET contact_token = 0
                         WHERE seller_id = :seller AND contact_token <> 0 AND made_at < :before
                        """)
                .param("seller", seller.value())
                .param("before", utc(before))
                .update();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getObject("person_id", UUID.class),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                ConsentState.valueOf(row.getString("state")),
                row.getObject("state_at", OffsetDateTime.class).toInstant(),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_on", LocalDate.class));
    }
}
