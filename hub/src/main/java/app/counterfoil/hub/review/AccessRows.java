package app.counterfoil.hub.review;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the reviews of who has access, and what was decided in each. */
@Component
class AccessRows {

    private static final String ROUNDS =
            """
            SELECT round_id, started_at, started_by, people, roles, closed_at, closed_by
              FROM review_access
             WHERE seller_id = :seller
             ORDER BY started_at DESC, round_id
            """;
    private static final String DECISIONS =
            """
            SELECT round_id, person_id, role, verdict, last_sign_in, purposes, openings, alone, decided_at, decided_by
              FROM review_access_decision
             WHERE seller_id = :seller
             ORDER BY decision_no
            """;

    private final JdbcClient db;
    private final TokenRows tokens;
    private final SellerTransactions transactions;

    AccessRows(JdbcClient db, TokenRows tokens, SellerTransactions transactions) {
        this.db = db;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    /** All of them, the latest first. */
    List<AccessRound> all(SellerId seller) {
        return transactions.in(seller, () -> {
            var decisions = new HashMap<UUID, List<AccessDecision>>();
            db.sql(DECISIONS).param("seller", seller.value()).query(row -> {
                decisions
                        .computeIfAbsent(row.getObject("round_id", UUID.class), round -> new ArrayList<>())
                        .add(decision(row));
            });
            var onTokens = tokens.all(seller);
            return db.sql(ROUNDS)
                    .param("seller", seller.value())
                    .query((row, number) -> {
                        var id = row.getObject("round_id", UUID.class);
                        return round(row, decisions.getOrDefault(id, List.of()), onTokens.getOrDefault(id, List.of()));
                    })
                    .list();
        });
    }

    Optional<AccessRound> open(SellerId seller) {
        return all(seller).stream().filter(each -> each.closedAt().isEmpty()).findFirst();
    }

    void add(SellerId seller, AccessRound round) {
        var people = round.atStart().keySet().toArray(UUID[]::new);
        var roles = new String[people.length];
        for (int i = 0; i < people.length; i++) {
            roles[i] = round.atStart().getOrDefault(people[i], Role.PACKER).name();
        }
        db.sql(
                        """
                        INSERT INTO review_access (seller_id, round_id, started_at, started_by, people, roles)
                        VALUES (:seller, :id, :now, :person, :people, :roles)
                        """)
                .param("seller", seller.value())
                .param("id", round.id())
                .param("now", ReviewRows.utc(round.startedAt()))
                .param("person", round.startedBy())
                .param("people", people)
                .param("roles", roles)
                .update();
    }

    void add(SellerId seller, UUID round, AccessDecision decision) {
        var purposes = decision.known().opened().keySet().stream().sorted().toList();
        db.sql(
                        """
                        INSERT INTO review_access_decision
                               (seller_id, round_id, person_id, role, verdict, last_sign_in, purposes, openings, alone,
                                decided_at, decided_by)
                        VALUES (:seller, :round, :person, :role, :verdict, CAST(:last AS timestamptz), :purposes,
                                :openings, :alone, :now, :by)
                        """)
                .param("seller", seller.value())
                .param("round", round)
                .param("person", decision.person())
                .param("role", decision.role().name())
                .param("verdict", decision.verdict().name())
                .param(
                        "last",
                        decision.known().lastSignIn().map(ReviewRows::utc).orElse(null))
                .param("purposes", purposes.stream().map(Enum::name).toArray(String[]::new))
                .param(
                        "openings",
                        purposes.stream()
                                .map(each -> decision.known().opened().getOrDefault(each, 0L))
                                .toArray(Long[]::new))
                .param("alone", decision.alone())
                .param("now", ReviewRows.utc(decision.at()))
                .param("by", decision.by())
                .update();
    }

    void close(SellerId seller, UUID round, Instant now, UUID person) {
        db.sql(
                        """
                        UPDATE review_access
                           SET closed_at = :now, closed_by = :person
                         WHERE seller_id = :seller AND round_id = :round AND closed_at IS NULL
                        """)
                .param("seller", seller.value())
                .param("round", round)
                .param("now", ReviewRows.utc(now))
                .param("person", person)
                .update();
    }

    private static AccessRound round(ResultSet row, List<AccessDecision> decisions, List<TokenDecision> onTokens)
            throws SQLException {
        var people = (UUID[]) row.getArray("people").getArray();
        var roles = (String[]) row.getArray("roles").getArray();
        var atStart = new HashMap<UUID, Role>();
        for (int i = 0; i < people.length; i++) {
            atStart.put(people[i], Role.valueOf(roles[i]));
        }
        return new AccessRound(
                row.getObject("round_id", UUID.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("started_by", UUID.class),
                atStart,
                decisions,
                onTokens,
                moment(row.getObject("closed_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("closed_by", UUID.class)));
    }

    private static AccessDecision decision(ResultSet row) throws SQLException {
        var purposes = (String[]) row.getArray("purposes").getArray();
        var openings = (Long[]) row.getArray("openings").getArray();
        Map<Purpose, Long> opened = new HashMap<>();
        for (int i = 0; i < purposes.length; i++) {
            opened.put(Purpose.valueOf(purposes[i]), openings[i]);
        }
        return new AccessDecision(
                row.getObject("person_id", UUID.class),
                Role.valueOf(row.getString("role")),
                Verdict.valueOf(row.getString("verdict")),
                new AccessDecision.Known(moment(row.getObject("last_sign_in", OffsetDateTime.class)), opened),
                row.getBoolean("alone"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("decided_by", UUID.class));
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
