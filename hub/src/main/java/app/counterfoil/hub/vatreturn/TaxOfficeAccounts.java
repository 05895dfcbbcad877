package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The seller's account at the tax office, who speaks to it, and which returns it was last known to want. */
@Component
public class TaxOfficeAccounts {

    private final List<TaxOffice> offices;
    private final Accounts accounts;
    private final Disclosures disclosures;
    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    TaxOfficeAccounts(
            List<TaxOffice> offices,
            Accounts accounts,
            Disclosures disclosures,
            JdbcClient db,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.offices = List.copyOf(offices);
        this.accounts = accounts;
        this.disclosures = disclosures;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The account at a tax office that was connected first; empty if there is none. */
    public Optional<Account> of(SellerId seller) {
        return accounts.of(seller).stream()
                .filter(account -> office(account).isPresent())
                .findFirst();
    }

    /**
     * One of the seller's accounts.
     *
     * @throws NoSuchAccount if there is none like that
     */
    public Account of(SellerId seller, UUID id) {
        return accounts.of(seller, id)
                .filter(account -> office(account).isPresent())
                .orElseThrow(NoSuchAccount::new);
    }

    /** The page at which a person lets us act for the business. */
    public URI signInPage(Account account, URI back, String state) {
        return of(account).signInPage(account, back, state);
    }

    /** Takes in what the person has granted there. */
    public void grant(Account account, String code, URI back) {
        of(account).grant(account, code, back);
    }

    /** Whether a person has granted it. */
    public boolean isGranted(Account account) {
        return of(account).isGranted(account);
    }

    /** Asks which returns are wanted for the last year, and keeps the answer. */
    public List<Obligation> ask(Account account, OriginatingDevice device) {
        var today = clock.today();
        var wanted = of(account).obligations(call(account, device), today.minusDays(365), today);
        transactions.run(account.seller(), () -> wanted.forEach(each -> keep(account, each)));
        return wanted;
    }

    /** What is owed and was paid in the last year, as the tax office says. */
    public List<Charge> charges(Account account, OriginatingDevice device) {
        var today = clock.today();
        return of(account).charges(call(account, device), today.minusDays(364), today);
    }

    /** What it was last known to want for a period. */
    public Optional<Obligation> known(Account account, VatPeriod period) {
        return transactions.in(account.seller(), () -> db.sql(
                        """
                        SELECT * FROM vatreturn_obligation
                         WHERE seller_id = :seller AND account_id = :account AND period_start = :start AND period_end = :end
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("start", period.start())
                .param("end", period.end())
                .query((row, number) -> obligation(row))
                .optional());
    }

    /** All that it was last known to want, the latest first. */
    public List<Obligation> known(Account account) {
        return transactions.in(account.seller(), () -> db.sql(
                        """
                        SELECT * FROM vatreturn_obligation
                         WHERE seller_id = :seller AND account_id = :account ORDER BY period_start DESC
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .query((row, number) -> obligation(row))
                .list());
    }

    /**
     * A call that an agreement covers.
     *
     * @throws Refusal if none does
     */
    TaxOffice.Call call(Account account, OriginatingDevice device) {
        var leave = disclosures.ofWhoSends(
                account.seller(), account.service().name(), account.id(), Set.of(DataCategory.DEVICE));
        return new TaxOffice.Call(leave, account, device);
    }

    TaxOffice of(Account account) {
        return office(account).orElseThrow(NoSuchAccount::new);
    }

    private Optional<TaxOffice> office(Account account) {
        return offices.stream()
                .filter(office -> office.service() == account.service())
                .findFirst();
    }

    private void keep(Account account, Obligation wanted) {
        db.sql(
                        """
                        INSERT INTO vatreturn_obligation
                               (seller_id, account_id, period_start, period_end, period_key, due, met, received_on, asked_at)
                        VALUES (:seller, :account, :start, :end, :key, :due, :met, CAST(:received AS date), :now)
                            ON CONFLICT (seller_id, account_id, period_start) DO UPDATE
                           SET period_end = EXCLUDED.period_end, period_key = EXCLUDED.period_key, due = EXCLUDED.due,
                               met = EXCLUDED.met, received_on = EXCLUDED.received_on, asked_at = EXCLUDED.asked_at
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("start", wanted.period().start())
                .param("end", wanted.period().end())
                .param("key", wanted.key())
                .param("due", wanted.due())
                .param("met", wanted.isMet())
                .param("received", wanted.receivedOn().map(LocalDate::toString).orElse(null))
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Obligation obligation(ResultSet row) throws SQLException {
        return new Obligation(
                row.getString("period_key"),
                new VatPeriod(
                        row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class)),
                row.getObject("due", LocalDate.class),
                Optional.ofNullable(row.getObject("received_on", LocalDate.class)));
    }

    /** There is no such account at a tax office with this seller. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NoSuchAccount extends Refusal {
        NoSuchAccount() {
            super("There is no such account at a tax office.", "An owner connects one under Connections.");
        }
    }
}
