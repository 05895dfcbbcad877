package app.counterfoil.hub.accounting;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how sales are entered into the books of each account. */
@Component
class BooksRows {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    BooksRows(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How it is done; empty until a person has confirmed it. */
    Optional<Books> of(Account account) {
        return transactions.in(account.seller(), () -> db.sql(
                        "SELECT * FROM accounting_books WHERE seller_id = :seller AND account_id = :account")
                .param("seller", account.seller().value())
                .param("account", account.id())
                .query((row, number) -> books(row, account, codes(account)))
                .optional());
    }

    private Map<Heading, Chart.Code> codes(Account account) {
        var codes = new EnumMap<Heading, Chart.Code>(Heading.class);
        db.sql("SELECT heading, code, title FROM accounting_code WHERE seller_id = :seller AND account_id = :account")
                .param("seller", account.seller().value())
                .param("account", account.id())
                .query(row -> {
                    codes.put(
                            Heading.valueOf(row.getString(1)),
                            new Chart.Code(row.getString(2), row.getString(3), Optional.empty()));
                });
        return codes;
    }

    private static Books books(ResultSet row, Account account, Map<Heading, Chart.Code> codes) throws SQLException {
        return new Books(
                account,
                EntryWay.valueOf(row.getString("way")),
                row.getObject("since", LocalDate.class),
                row.getObject("looked_until", LocalDate.class),
                row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_round_at", OffsetDateTime.class).toInstant(),
                row.getString("wrong"),
                row.getString("mend"),
                codes);
    }

    /** Writes what a person has confirmed; invoices since then are looked for anew, and whatever stands is not entered twice. */
    void confirm(Account account, EntryWay way, LocalDate since, Map<Heading, Chart.Code> codes, UUID person) {
        transactions.run(account.seller(), () -> {
            db.sql(
                            """
                            INSERT INTO accounting_books
                                   (seller_id, account_id, way, since, looked_until, confirmed_at, confirmed_by, next_round_at)
                            VALUES (:seller, :account, :way, :since, :since, :now, :person, :now)
                                ON CONFLICT (seller_id, account_id) DO UPDATE
                               SET way = EXCLUDED.way, since = EXCLUDED.since, looked_until = EXCLUDED.looked_until,
                                   confirmed_at = EXCLUDED.confirmed_at, confirmed_by = EXCLUDED.confirmed_by,
                                   next_round_at = EXCLUDED.next_round_at, wrong = '', mend = ''
                            """)
                    .param("seller", account.seller().value())
                    .param("account", account.id())
                    .param("way", way.name())
                    .param("since", since)
                    .param("now", utc(clock.now()))
                    .param("person", person)
                    .update();
            db.sql(
                            """
                            INSERT INTO accounting_code (seller_id, account_id, heading, code, title)
                            SELECT :seller, :account, heading, code, title
                              FROM unnest(CAST(:headings AS text[]), CAST(:codes AS text[]), CAST(:titles AS text[]))
                                AS chosen (heading, code, title)
                                ON CONFLICT (seller_id, account_id, heading) DO UPDATE
                               SET code = EXCLUDED.code, title = EXCLUDED.title
                            """)
                    .param("seller", account.seller().value())
                    .param("account", account.id())
                    .param("headings", codes.keySet().stream().map(Enum::name).toArray(String[]::new))
                    .param(
                            "codes",
                            codes.values().stream().map(Chart.Code::code).toArray(String[]::new))
                    .param(
                            "titles",
                            codes.values().stream().map(Chart.Code::title).toArray(String[]::new))
                    .update();
        });
    }

    /** All invoices issued before that day were looked for. */
    void looked(Account account, LocalDate until) {
        change(account, "looked_until = GREATEST(looked_until, CAST(:value AS date))", until.toString());
    }

    void wentWell(Account account) {
        change(account, "wrong = :value, mend = ''", "");
    }

    /** Something comes in the way of all: nothing is tried for a while. */
    void stopped(Account account, Refusal why, Duration pause) {
        transactions.run(account.seller(), () -> {
            change(account, "wrong = :value", why.wrong());
            change(account, "mend = :value", why.mend());
            change(
                    account,
                    "next_round_at = CAST(:value AS timestamptz)",
                    utc(clock.now().plus(pause)).toString());
        });
    }

    /** A person does not want to wait. */
    void now(Account account) {
        change(
                account,
                "next_round_at = CAST(:value AS timestamptz)",
                utc(clock.now()).toString());
    }

    private void change(Account account, String set, String value) {
        transactions.run(account.seller(), () -> db.sql(
                        "UPDATE accounting_books SET " + set + " WHERE seller_id = :seller AND account_id = :account")
                .param("value", value)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .update());
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
