package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.storage.SellerTransactions;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The tokens by which a shop's programs come in: made by an owner, shown once, revoked at any time. */
@Component
public class ApiTokens {

    /** So many days a token lives if nothing else is said. */
    public static final int USUAL_DAYS = 90;

    /** So many days at most. */
    public static final int MOST_DAYS = 365;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{1,39}");
    private static final String SELECT =
            """
            SELECT token_id, name, scopes, secret_hash, made_at, made_by, expires_on, revoked_at, last_used_on
              FROM seller_api_token
             WHERE seller_id = :seller
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    ApiTokens(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param name how the program is called; 2 to 40 plain letters, digits, spaces, dots and hyphens
     * @param days how many days it lives, 1 to 365
     * @return the token, which is shown now and never again
     * @throws NotUsable if the name, the scopes or the days cannot be used, all that is wrong at once
     */
    public String make(SignedIn owner, String name, Set<ApiScope> scopes, int days) {
        refuseUnusable(name.strip(), scopes, days);
        var text = TokenText.fresh(owner.seller());
        transactions.run(owner.seller(), () -> db.sql(
                        """
                        INSERT INTO seller_api_token
                               (seller_id, token_id, name, scopes, secret_hash, made_at, made_by, expires_on)
                        VALUES (:seller, :id, :name, CAST(:scopes AS text[]), :hash, :now, :person, :expires)
                        """)
                .param("seller", owner.seller().value())
                .param("id", text.token())
                .param("name", name.strip())
                .param("scopes", scopes.stream().sorted().map(Enum::name).toArray(String[]::new))
                .param("hash", text.hash())
                .param("now", now())
                .param("person", owner.id())
                .param("expires", clock.today().plusDays(days))
                .update());
        return text.shown();
    }

    private static void refuseUnusable(String name, Set<ApiScope> scopes, int days) {
        var wrong = new ArrayList<NotUsable.Field>();
        if (!NAME.matcher(name).matches()) {
            wrong.add(new NotUsable.Field(
                    "name", "Give 2 to 40 plain letters and digits that name the program, and no person."));
        }
        if (scopes.isEmpty()) {
            wrong.add(new NotUsable.Field("scopes", "Tick at least one thing that it is to do."));
        }
        if (days < 1 || days > MOST_DAYS) {
            wrong.add(new NotUsable.Field("days", "Give 1 to " + MOST_DAYS + " days."));
        }
        if (!wrong.isEmpty()) {
            throw new NotUsable(wrong);
        }
    }

    /** All tokens of a shop, the latest first; those that open nothing any more are among them. */
    public List<ApiToken> all(SellerId seller) {
        return transactions.in(seller, () -> db.sql(SELECT + " ORDER BY made_at DESC, token_id")
                .param("seller", seller.value())
                .query((row, number) -> token(row))
                .list());
    }

    /**
     * Revokes a token: it opens nothing from now on. One that is revoked already stays as it was.
     *
     * @throws Refusal if the shop has no such token
     */
    public void revoke(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            if (all(seller).stream().noneMatch(token -> token.id().equals(id))) {
                throw new NoSuchToken();
            }
            db.sql(
                            """
                            UPDATE seller_api_token SET revoked_at = :now, revoked_by = :person
                             WHERE seller_id = :seller AND token_id = :id AND revoked_at IS NULL
                            """)
                    .param("now", now())
                    .param("person", person)
                    .param("seller", seller.value())
                    .param("id", id)
                    .update();
        });
    }

    /** Who comes in with that text; empty if it is no token, or one that opens nothing any more. That day is noted. */
    Optional<ApiCaller> caller(String text) {
        return TokenText.of(text).flatMap(read -> transactions.in(read.seller(), () -> known(read)));
    }

    private record Kept(ApiToken token, byte[] hash) {}

    private Optional<ApiCaller> known(TokenText read) {
        var today = clock.today();
        var kept = db.sql(SELECT + " AND token_id = :id")
                .param("seller", read.seller().value())
                .param("id", read.token())
                .query((row, number) -> new Kept(token(row), row.getBytes("secret_hash")))
                .optional()
                .filter(each -> MessageDigest.isEqual(each.hash(), read.hash()))
                .map(Kept::token)
                .filter(token -> token.standsOn(today));
        kept.filter(token -> token.lastUsedOn().filter(today::equals).isEmpty())
                .ifPresent(token -> usedOn(read, today));
        return kept.map(token -> new ApiCaller(read.seller(), token.id(), token.name(), token.scopes()));
    }

    private void usedOn(TokenText read, LocalDate today) {
        db.sql("UPDATE seller_api_token SET last_used_on = :today WHERE seller_id = :seller AND token_id = :id")
                .param("today", today)
                .param("seller", read.seller().value())
                .param("id", read.token())
                .update();
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getObject("token_id", UUID.class),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .map(ApiScope::valueOf)
                        .collect(Collectors.toSet()),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("made_by", UUID.class),
                row.getObject("expires_on", LocalDate.class),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("last_used_on", LocalDate.class)));
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    private static final class NoSuchToken extends Refusal {
        NoSuchToken() {
            super("There is no such token.", "Look for it in the list of tokens.");
        }
    }
}
