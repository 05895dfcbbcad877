package app.counterfoil.hub.review;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was decided on the tokens of programs in each review of access. */
@Component
class TokenRows {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    TokenRows(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** All that was decided, by its review, in its order. */
    Map<UUID, List<TokenDecision>> all(SellerId seller) {
        var decisions = new HashMap<UUID, List<TokenDecision>>();
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT * FROM review_token_decision WHERE seller_id = :seller ORDER BY decision_no
                        """)
                .param("seller", seller.value())
                .query(row -> {
                    decisions
                            .computeIfAbsent(row.getObject("round_id", UUID.class), round -> new ArrayList<>())
                            .add(decision(row));
                }));
        return decisions;
    }

    void add(SellerId seller, UUID round, TokenDecision decision) {
        db.sql(
                        """
                        INSERT INTO review_token_decision
                               (seller_id, round_id, token_id, made_by, scopes, last_used_on, expires_on, verdict,
                                decided_at, decided_by)
                        VALUES (:seller, :round, :token, :maker, CAST(:scopes AS text[]), CAST(:used AS date), :expires,
                                :verdict, :now, :by)
                        """)
                .param("seller", seller.value())
                .param("round", round)
                .param("token", decision.token())
                .param("maker", decision.madeBy())
                .param(
                        "scopes",
                        decision.scopes().stream().sorted().map(Enum::name).toArray(String[]::new))
                .param("used", decision.lastUsedOn().orElse(null))
                .param("expires", decision.expiresOn())
                .param("verdict", decision.verdict().name())
                .param("now", ReviewRows.utc(decision.at()))
                .param("by", decision.by())
                .update();
    }

    private static TokenDecision decision(ResultSet row) throws SQLException {
        return new TokenDecision(
                row.getObject("token_id", UUID.class),
                row.getObject("made_by", UUID.class),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .map(ApiScope::valueOf)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(row.getObject("last_used_on", LocalDate.class)),
                row.getObject("expires_on", LocalDate.class),
                Verdict.valueOf(row.getString("verdict")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("decided_by", UUID.class));
    }
}
