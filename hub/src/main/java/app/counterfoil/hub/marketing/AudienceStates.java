package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How it goes with the audiences of newsletter services. */
@Component
public class AudienceStates {

    private final JdbcClient db;
    private final MemberRows members;
    private final Accounts accounts;
    private final ObjectProvider<Newsletter> services;
    private final ObjectProvider<Farewells> farewells;
    private final SellerTransactions transactions;

    AudienceStates(
            JdbcClient db,
            MemberRows members,
            Accounts accounts,
            ObjectProvider<Newsletter> services,
            ObjectProvider<Farewells> farewells,
            SellerTransactions transactions) {
        this.db = db;
        this.members = members;
        this.accounts = accounts;
        this.services = services;
        this.farewells = farewells;
        this.transactions = transactions;
    }

    /**
     * Something that keeps people from being handed over, or a service from being told that they want no more.
     *
     * @param wrong what is wrong
     * @param mend what to do about it
     * @param people how many it meets
     */
    public record Trouble(String wrong, String mend, long people) {}

    /**
     * An audience.
     *
     * @param account the account at the newsletter service
     * @param counts how many people stand in each state
     * @param farewells how many who want no more the service has not been told of yet
     * @param lookedAt when it was last looked through for people who have left
     * @param stopped what has stopped the last round, if something has
     * @param troubles what meets single people
     * @param tellsSince since when the service tells of changes by itself, if it does
     */
    public record Audience(
            Account account,
            Map<MemberState, Long> counts,
            long farewells,
            Optional<Instant> lookedAt,
            Optional<Trouble> stopped,
            List<Trouble> troubles,
            Optional<Instant> tellsSince) {}

    private record Row(Optional<Instant> lookedAt, String wrong, String mend, Optional<Instant> tellsSince) {
        static final Row NONE = new Row(Optional.empty(), "", "", Optional.empty());
    }

    /** All audiences of the seller. */
    public List<Audience> of(SellerId seller) {
        return transactions.in(seller, () -> accounts.of(seller).stream()
                .filter(account -> services.stream().anyMatch(service -> service.service() == account.service()))
                .map(this::audience)
                .toList());
    }

    /**
     * One audience of the seller.
     *
     * @throws Refusal if there is none like that
     */
    public Account account(SellerId seller, UUID id) {
        return of(seller).stream()
                .map(Audience::account)
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchConsent::new);
    }

    /** Has all that was not taken tried again, with the next round. */
    public void tryAgain(Account account) {
        transactions.run(account.seller(), () -> {
            members.tryAgain(account.seller(), account.id());
            farewells.getObject().tryAgain(account.seller(), account.id());
        });
    }

    private Audience audience(Account account) {
        var seller = account.seller();
        var row = row(account).orElse(Row.NONE);
        return new Audience(
                account,
                members.counts(seller, account.id()),
                farewells.getObject().open(seller, account.id()),
                row.lookedAt(),
                row.wrong().isEmpty() ? Optional.empty() : Optional.of(new Trouble(row.wrong(), row.mend(), 0)),
                members.troubles(seller, account.id()),
                row.tellsSince());
    }

    Optional<Instant> lookedAt(Account account) {
        return transactions.in(account.seller(), () -> row(account)).flatMap(Row::lookedAt);
    }

    void looked(Account account, Instant at) {
        change(account, "looked_at = :value", ConsentRows.utc(at));
    }

    void wentWell(Account account) {
        change(account, "wrong = :value, mend = ''", "");
    }

    void stopped(Account account, Refusal why) {
        change(account, "wrong = :value", why.wrong());
        change(account, "mend = :value", why.mend());
    }

    private void change(Account account, String set, Object value) {
        transactions.run(account.seller(), () -> {
            db.sql(
                            """
                            INSERT INTO marketing_audience (seller_id, account_id) VALUES (:seller, :account)
                                ON CONFLICT DO NOTHING
                            """)
                    .param("seller", account.seller().value())
                    .param("account", account.id())
                    .update();
            db.sql("UPDATE marketing_audience SET " + set + " WHERE seller_id = :seller AND account_id = :account")
                    .param("value", value)
                    .param("seller", account.seller().value())
                    .param("account", account.id())
                    .update();
        });
    }

    private Optional<Row> row(Account account) {
        return db.sql(
                        """
                        SELECT looked_at, wrong, mend, webhook_at FROM marketing_audience
                         WHERE seller_id = :seller AND account_id = :account
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .query((row, number) -> new Row(
                        instant(row, "looked_at"),
                        row.getString("wrong"),
                        row.getString("mend"),
                        instant(row, "webhook_at")))
                .optional();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
