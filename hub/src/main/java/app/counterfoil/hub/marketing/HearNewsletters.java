package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.CrashPoint;
import java.net.URI;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hears what newsletter services tell by themselves: who leaves there has withdrawn here in the same moment. The address at
 * which they tell ends in a secret, of which the hash alone is kept; where the service signs, the signature has to fit as
 * well. The same is done once, however often it is told.
 */
@Component
public class HearNewsletters {

    /** Begins the addresses at which services tell. */
    public static final String PATH = "/webhooks/newsletter";

    private final List<Newsletter> services;
    private final Accounts accounts;
    private final MemberRows members;
    private final EndConsent endConsent;
    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    HearNewsletters(
            List<Newsletter> services,
            Accounts accounts,
            MemberRows members,
            EndConsent endConsent,
            JdbcClient db,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.services = List.copyOf(services);
        this.accounts = accounts;
        this.members = members;
        this.endConsent = endConsent;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Has the service of an account tell from now on, in the place of an earlier address. It asks at the address whether
     * anybody is there before it agrees, so the address is known before it is told.
     *
     * @throws app.counterfoil.hub.measure.Refusal if the service cannot reach it, or does not do it
     */
    public void begin(Account account, PublicAddress address) {
        var service = service(account).orElseThrow(NoSuchConsent::new);
        var secret = LinkSecrets.fresh();
        var earlier = transactions.in(account.seller(), () -> expect(account, secret));
        var telling = service.tellAt(
                account,
                URI.create(address.base() + PATH + "/" + account.seller() + "/" + account.id() + "/" + secret));
        transactions.run(account.seller(), () -> {
            db.sql(
                            """
                            UPDATE marketing_audience SET webhook_id = :id, webhook_at = :now
                             WHERE seller_id = :seller AND account_id = :account
                            """)
                    .param("id", telling.id())
                    .param("now", ConsentRows.utc(clock.now()))
                    .param("seller", account.seller().value())
                    .param("account", account.id())
                    .update();
            telling.secret().ifPresent(signs -> keep(account, service, signs));
        });
        earlier.ifPresent(id -> service.tellNoMore(account, id));
    }

    /** With what it signs is kept like a credential, between those that the service asks for. */
    private void keep(Account account, Newsletter service, String signs) {
        var kept = accounts.credentials(account);
        var asked = service.service().credentials().size();
        var all = new ArrayList<>(kept.subList(0, asked - 1));
        all.add(signs);
        all.add(kept.get(kept.size() - 1));
        accounts.renew(account, all);
    }

    private Optional<String> expect(Account account, String secret) {
        db.sql(
                        """
                        INSERT INTO marketing_audience (seller_id, account_id, webhook_hash)
                        VALUES (:seller, :account, :hash)
                            ON CONFLICT (seller_id, account_id) DO UPDATE SET webhook_hash = EXCLUDED.webhook_hash
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("hash", LinkSecrets.hash(secret))
                .update();
        return db.sql(
                        """
                        SELECT webhook_id FROM marketing_audience
                         WHERE seller_id = :seller AND account_id = :account AND webhook_id IS NOT NULL
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .query(String.class)
                .optional();
    }

    /** Whether a service tells at that address. */
    public boolean knows(SellerId seller, UUID account, String secret) {
        return transactions.in(seller, () -> told(seller, account, secret)).isPresent();
    }

    /**
     * Hears what was posted to an address.
     *
     * @param header the values of the headers of the request, by their names; empty where there is none
     * @return whether any service tells there
     * @throws NotSigned if it is not signed as it should be
     */
    public boolean hear(SellerId seller, UUID account, String secret, byte[] body, UnaryOperator<String> header) {
        var isKnown = transactions.in(seller, () -> {
            var known = told(seller, account, secret);
            known.ifPresent(at -> service(at)
                    .flatMap(service -> service.heard(at, body, header, clock.now()))
                    .filter(told -> isNew(at, told.event()))
                    .ifPresent(told -> carryOut(at, told)));
            return known.isPresent();
        });
        CrashPoint.reached("webhook.stored");
        return isKnown;
    }

    private void carryOut(Account account, Newsletter.Told told) {
        switch (told.change()) {
            case LEFT ->
                // By our own clock: what the service calls the time has no zone, and leaving must never come too early.
                endConsent.leftThere(account, told.contact(), clock.now(), ConsentWay.SERVICE_TOLD);
            case COMES_BACK ->
                endConsent
                        .under(account.seller(), told.contact())
                        .forEach(consent -> members.refused(
                                account.seller(), account.id(), consent.person(), NotTakenThere.comesBack()));
        }
    }

    private boolean isNew(Account account, String event) {
        return db.sql(
                                """
                                INSERT INTO marketing_heard (seller_id, account_id, event_hash, heard_at)
                                VALUES (:seller, :account, :hash, :now) ON CONFLICT DO NOTHING
                                """)
                        .param("seller", account.seller().value())
                        .param("account", account.id())
                        .param("hash", LinkSecrets.hash(event))
                        .param("now", ConsentRows.utc(clock.now()))
                        .update()
                > 0;
    }

    private Optional<Account> told(SellerId seller, UUID account, String secret) {
        var kept = db.sql(
                        """
                        SELECT webhook_hash FROM marketing_audience
                         WHERE seller_id = :seller AND account_id = :account AND webhook_hash IS NOT NULL
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .query(byte[].class)
                .optional();
        return kept.filter(hash -> MessageDigest.isEqual(hash, LinkSecrets.hash(secret)))
                .flatMap(hash -> accounts.of(seller, account));
    }

    private Optional<Newsletter> service(Account account) {
        return services.stream()
                .filter(service -> service.service() == account.service())
                .findFirst();
    }
}
