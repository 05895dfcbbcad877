package app.counterfoil.hub.rights;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.rights.RequestClock.Clarification;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests as they are stored; used within transactions of the seller. */
@Component
class RequestRows {

    private static final String COLUMNS =
            """
            SELECT request_id, request_no, kind, door, law, subject_id, received_on, taken_in_at, identity_asked_on,
                   identity_known_on, identity_proof, extended_on, state, refused_because, closed_at, record_ends_on, carry_out_from, staff_id,
                   ARRAY(SELECT asked_on || ' ' || COALESCE(answered_on::text, '')
                           FROM rights_clarification asked
                          WHERE asked.seller_id = :seller AND asked.request_id = request.request_id
                          ORDER BY asked_on) AS clarifications
              FROM rights_request request
             WHERE seller_id = :seller
            """;

    private final JdbcClient db;
    private final BusinessClock clock;

    RequestRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What is known of a request when it comes in. */
    record New(
            UUID id,
            RequestKind kind,
            Door door,
            Law law,
            SubjectId subject,
            LocalDate receivedOn,
            Optional<UUID> takenInBy,
            Optional<UUID> staff,
            LocalDate recordEndsOn) {}

    /** Adds it under the next number; two at once get two numbers. */
    void add(SellerId seller, New request) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('rights_request ' || :seller, 0))")
                .param("seller", seller.toString())
                .query(row -> {});
        db.sql(
                        """
                        INSERT INTO rights_request
                               (seller_id, request_id, request_no, kind, door, law, subject_id, received_on, taken_in_at,
                                taken_in_by, staff_id, state, record_ends_on)
                        SELECT :seller, :id, 1 + COALESCE(max(request_no), 0), :kind, :door, :law, :subject, :received,
                               :now, CAST(:person AS uuid), CAST(:staff AS uuid), 'OPEN', :ends
                          FROM rights_request WHERE seller_id = :seller
                        """)
                .param("seller", seller.value())
                .param("id", request.id())
                .param("kind", request.kind().name())
                .param("door", request.door().name())
                .param("law", request.law().name())
                .param("subject", request.subject().value())
                .param("received", request.receivedOn())
                .param("now", now())
                .param("person", request.takenInBy().orElse(null))
                .param("staff", request.staff().orElse(null))
                .param("ends", request.recordEndsOn())
                .update();
    }

    Optional<RightsRequest> one(SellerId seller, UUID id) {
        return db.sql(COLUMNS + " AND request_id = :id")
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) -> request(row))
                .optional();
    }

    /** Locks the request until the transaction ends. */
    Optional<RightsRequest> locked(SellerId seller, UUID id) {
        return db.sql(COLUMNS + " AND request_id = :id FOR UPDATE OF request")
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) -> request(row))
                .optional();
    }

    /** Those in these states, the longest received first; closed ones the latest first. */
    List<RightsRequest> in(SellerId seller, Collection<RequestState> states, int most) {
        return db.sql(
                        COLUMNS
                                + """
                           AND state = ANY (:states)
                         ORDER BY closed_at DESC NULLS FIRST, received_on, request_no
                         LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> request(row))
                .list();
    }

    /** Those of somebody of the shop about their own account, the latest first. */
    List<RightsRequest> ofStaff(SellerId seller, UUID staff) {
        return db.sql(COLUMNS + " AND staff_id = :staff ORDER BY taken_in_at DESC, request_no DESC")
                .param("seller", seller.value())
                .param("staff", staff)
                .query((row, number) -> request(row))
                .list();
    }

    void identityAsked(SellerId seller, UUID id, LocalDate on) {
        change(seller, id, "identity_asked_on = COALESCE(identity_asked_on, :value)", on);
    }

    void identityKnown(SellerId seller, UUID id, LocalDate on, IdentityProof proof) {
        change(seller, id, "identity_known_on = :value", on);
        change(seller, id, "identity_proof = :value", proof.name());
    }

    void extended(SellerId seller, UUID id, LocalDate on) {
        change(seller, id, "extended_on = :value", on);
    }

    void state(SellerId seller, UUID id, RequestState state) {
        change(seller, id, "state = :value", state.name());
    }

    void refusedBecause(SellerId seller, UUID id, RefusalReason reason) {
        change(seller, id, "refused_because = :value", reason.name());
    }

    void carryOutFrom(SellerId seller, UUID id, Instant from) {
        change(seller, id, "carry_out_from = :value", from.atOffset(ZoneOffset.UTC));
    }

    void secondLookDue(SellerId seller, UUID id, boolean due) {
        change(seller, id, "second_look_due = :value", due);
    }

    /** Whether something of it was erased since it was last looked. */
    boolean isSecondLookDue(SellerId seller, UUID id) {
        return db.sql("SELECT second_look_due FROM rights_request WHERE seller_id = :seller AND request_id = :request")
                .param("seller", seller.value())
                .param("request", id)
                .query(Boolean.class)
                .single();
    }

    /** Those of which something was erased since it was last looked. */
    List<UUID> toLookAgain(SellerId seller, int most) {
        return db.sql(
                        """
                        SELECT request_id FROM rights_request
                         WHERE seller_id = :seller AND second_look_due ORDER BY request_id LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    void closed(SellerId seller, UUID id, LocalDate recordEndsOn) {
        change(seller, id, "closed_at = :value", now());
        change(seller, id, "record_ends_on = :value", recordEndsOn);
    }

    private void change(SellerId seller, UUID id, String set, Object value) {
        db.sql("UPDATE rights_request SET " + set + " WHERE seller_id = :seller AND request_id = :id")
                .param("seller", seller.value())
                .param("id", id)
                .param("value", value)
                .update();
    }

    void clarificationAsked(SellerId seller, UUID id, LocalDate on) {
        db.sql(
                        """
                        INSERT INTO rights_clarification (seller_id, request_id, asked_on) VALUES (:seller, :id, :on)
                        ON CONFLICT DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .param("on", on)
                .update();
    }

    void clarificationAnswered(SellerId seller, UUID id, LocalDate on) {
        db.sql(
                        """
                        UPDATE rights_clarification SET answered_on = :on
                         WHERE seller_id = :seller AND request_id = :id AND answered_on IS NULL
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .param("on", on)
                .update();
    }

    /** The orders it is about, each with the clues it was found by and whether it is theirs. */
    List<FoundOrder> orders(SellerId seller, UUID id) {
        return db.sql(
                        """
                        SELECT order_id, found_by, theirs, side FROM rights_order
                         WHERE seller_id = :seller AND request_id = :id ORDER BY order_id
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) -> new FoundOrder(
                        row.getObject("order_id", UUID.class),
                        FoundOrder.clues((String[]) row.getArray("found_by").getArray()),
                        row.getBoolean("theirs"),
                        Side.valueOf(row.getString("side"))))
                .list();
    }

    /** Adds orders that were found; of those known before, only the clues change. */
    void found(SellerId seller, UUID id, List<FoundOrder> orders) {
        db.sql(
                        """
                        INSERT INTO rights_order (seller_id, request_id, order_id, found_by, theirs)
                        SELECT :seller, :id, found.order_id, string_to_array(found.clues, ','), found.theirs
                          FROM unnest(CAST(:orders AS uuid[]), CAST(:clues AS text[]), CAST(:theirs AS boolean[]))
                               AS found (order_id, clues, theirs)
                            ON CONFLICT (seller_id, request_id, order_id) DO UPDATE SET found_by = EXCLUDED.found_by
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .param("orders", orders.stream().map(FoundOrder::order).toArray(UUID[]::new))
                .param("clues", orders.stream().map(FoundOrder::codes).toArray(String[]::new))
                .param("theirs", orders.stream().map(FoundOrder::theirs).toArray(Boolean[]::new))
                .update();
    }

    /** Of the orders found, these are theirs and the others are not. */
    void theirs(SellerId seller, UUID id, Collection<UUID> orders) {
        db.sql(
                        """
                        UPDATE rights_order SET theirs = order_id = ANY (:orders)
                         WHERE seller_id = :seller AND request_id = :id
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .param("orders", orders.toArray(UUID[]::new))
                .update();
    }

    /** Which of the people of these orders the requester is. */
    void sides(SellerId seller, UUID id, Map<UUID, Side> sides) {
        db.sql(
                        """
                        UPDATE rights_order held SET side = said.side
                          FROM unnest(CAST(:orders AS uuid[]), CAST(:sides AS text[])) AS said (order_id, side)
                         WHERE held.seller_id = :seller AND held.request_id = :id AND held.order_id = said.order_id
                        """)
                .param("orders", sides.keySet().toArray(UUID[]::new))
                .param("sides", sides.values().stream().map(Enum::name).toArray(String[]::new))
                .param("seller", seller.value())
                .param("id", id)
                .update();
    }

    /** What these subjects have said of themselves, sealed. */
    List<RecordRef> under(SellerId seller, Collection<SubjectId> subjects) {
        return db.sql(
                        """
                        SELECT request_id, subject_id FROM rights_request
                         WHERE seller_id = :seller AND subject_id = ANY (:subjects)
                        """)
                .param("seller", seller.value())
                .param("subjects", subjects.stream().map(SubjectId::value).toArray(UUID[]::new))
                .query((row, number) -> new RecordRef(
                        row.getObject("request_id", UUID.class),
                        new SubjectId(row.getObject("subject_id", UUID.class))))
                .list();
    }

    /** How many there are in each state. */
    Map<RequestState, Long> counts(SellerId seller) {
        var counts = new HashMap<RequestState, Long>();
        db.sql("SELECT state, count(*) FROM rights_request WHERE seller_id = :seller GROUP BY state")
                .param("seller", seller.value())
                .query(row -> {
                    counts.put(RequestState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static RightsRequest request(ResultSet row) throws SQLException {
        var kind = RequestKind.valueOf(row.getString("kind"));
        var requestClock = new RequestClock(
                kind,
                Law.valueOf(row.getString("law")),
                row.getObject("received_on", LocalDate.class),
                day(row, "identity_asked_on"),
                day(row, "identity_known_on"),
                clarifications((String[]) row.getArray("clarifications").getArray()),
                day(row, "extended_on"));
        return new RightsRequest(
                row.getObject("request_id", UUID.class),
                row.getLong("request_no"),
                kind,
                Door.valueOf(row.getString("door")),
                requestClock,
                Optional.ofNullable(row.getString("identity_proof")).map(IdentityProof::valueOf),
                RequestState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("refused_because")).map(RefusalReason::valueOf),
                row.getObject("taken_in_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                row.getObject("record_ends_on", LocalDate.class),
                Optional.ofNullable(row.getObject("staff_id", UUID.class)),
                Optional.ofNullable(row.getObject("carry_out_from", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static List<Clarification> clarifications(String[] rows) {
        return List.of(rows).stream()
                .map(each -> each.split(" ", -1))
                .map(days -> new Clarification(
                        LocalDate.parse(days[0]),
                        days[1].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(days[1]))))
                .toList();
    }
}
