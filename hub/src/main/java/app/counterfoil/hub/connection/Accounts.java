package app.counterfoil.hub.connection;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Term;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The seller's accounts at outside services. */
@Component
public class Accounts {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Accounts(
            JdbcClient db,
            SellerTransactions transactions,
            Custody custody,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
        this.clock = clock;
        this.events = events;
    }

    /** All accounts of the seller, the first connected first. */
    public List<Account> of(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                                SELECT account_id, service, name
                                  FROM connection_account
                                 WHERE seller_id = :seller AND removed_at IS NULL
                                 ORDER BY connected_at, account_id
                                """)
                .param("seller", seller.value())
                .query((row, number) -> new Account(
                        seller,
                        row.getObject(1, UUID.class),
                        OutsideService.valueOf(row.getString(2)),
                        row.getString(3)))
                .list());
    }

    /** When each account was connected, by account. */
    public Map<UUID, Instant> connectedAt(SellerId seller) {
        var times = new HashMap<UUID, Instant>();
        transactions.run(seller, () -> db.sql(
                        "SELECT account_id, connected_at FROM connection_account WHERE seller_id = :seller")
                .param("seller", seller.value())
                .query(row -> {
                    times.put(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                }));
        return times;
    }

    /** The service of an account that is connected, or was. */
    public Optional<OutsideService> serviceOf(SellerId seller, UUID account) {
        return transactions.in(seller, () -> db.sql(
                        "SELECT service FROM connection_account WHERE seller_id = :seller AND account_id = :account")
                .param("seller", seller.value())
                .param("account", account)
                .query(String.class)
                .optional()
                .map(OutsideService::valueOf));
    }

    /** One account of the seller. */
    public Optional<Account> of(SellerId seller, UUID account) {
        return of(seller).stream().filter(each -> each.id().equals(account)).findFirst();
    }

    /**
     * Connects an account; its credentials are sealed. Asks nobody whether they are right: see the module that uses it.
     *
     * @throws AlreadyConnected if an account with this credential is connected
     */
    public Account connect(SellerId seller, OutsideService service, String name, List<String> credentials) {
        var account = new Account(seller, UUID.randomUUID(), service, name);
        transactions.run(seller, () -> {
            refuseIfConnected(account, credentials);
            db.sql(
                            """
                            INSERT INTO connection_account
                                   (seller_id, account_id, service, name, connected_at, credential)
                            VALUES (:seller, :account, :service, :name, :now, :credential)
                            """)
                    .param("seller", seller.value())
                    .param("account", account.id())
                    .param("service", service.name())
                    .param("name", name)
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .param("credential", token(service, credentials))
                    .update();
            keep(account, credentials);
        });
        return account;
    }

    /**
     * Puts new credentials in the place of the old ones; everything else of the account stays.
     *
     * @throws AlreadyConnected if another account with this credential is connected
     */
    public void renew(Account account, List<String> credentials) {
        transactions.run(account.seller(), () -> {
            refuseIfConnected(account, credentials);
            db.sql(
                            """
                            UPDATE connection_account SET credential = :credential
                             WHERE seller_id = :seller AND account_id = :account
                            """)
                    .param("seller", account.seller().value())
                    .param("account", account.id())
                    .param("credential", token(account.service(), credentials))
                    .update();
            keep(account, credentials);
            events.publishEvent(new CredentialsChanged(account.seller(), account.id()));
        });
    }

    /**
     * Keeps what a service has given in the place of a credential that was spent, committed when this returns. Credentials
     * that a person has given meanwhile stay.
     */
    void renewed(Account account, List<String> spent, List<String> credentials) {
        transactions.run(account.seller(), () -> {
            var isConnected = db.sql(
                            """
                            SELECT account_id FROM connection_account
                             WHERE seller_id = :seller AND account_id = :account AND removed_at IS NULL
                               FOR UPDATE
                            """)
                    .param("seller", account.seller().value())
                    .param("account", account.id())
                    .query(UUID.class)
                    .optional()
                    .isPresent();
            if (isConnected && credentials(account).equals(spent)) {
                keep(account, credentials);
            }
        });
    }

    /** Removes an account: its credentials are destroyed, what came in through it stays. */
    public void remove(Account account) {
        transactions.run(account.seller(), () -> {
            db.sql(
                            """
                            UPDATE connection_account SET removed_at = :now
                             WHERE seller_id = :seller AND account_id = :account AND removed_at IS NULL
                            """)
                    .param("seller", account.seller().value())
                    .param("account", account.id())
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .update();
            custody.in(account.seller(), vault -> {
                vault.credentials().discard(account.id());
                return account;
            });
            events.publishEvent(new CredentialsChanged(account.seller(), account.id()));
        });
    }

    private void keep(Account account, List<String> credentials) {
        custody.in(account.seller(), vault -> {
            vault.credentials()
                    .keep(account.id(), String.join("\n", credentials).getBytes(StandardCharsets.UTF_8));
            return account;
        });
    }

    private void refuseIfConnected(Account account, List<String> credentials) {
        db.sql(
                        """
                        SELECT name FROM connection_account
                         WHERE seller_id = :seller AND service = :service AND credential = :credential
                           AND account_id <> :account AND removed_at IS NULL
                        """)
                .param("seller", account.seller().value())
                .param("service", account.service().name())
                .param("credential", token(account.service(), credentials))
                .param("account", account.id())
                .query(String.class)
                .optional()
                .ifPresent(name -> {
                    throw new AlreadyConnected(account.service(), name);
                });
    }

    /** The last credential is the one that the service gave for this account and no other. */
    private long token(OutsideService service, List<String> credentials) {
        var last = credentials.get(credentials.size() - 1);
        return custody.routingToken(Term.channelUser(service.name() + " " + last));
    }

    /** The credentials of an account, in the order its service asks for them. */
    public List<String> credentials(Account account) {
        return custody.in(account.seller(), vault -> vault.credentials().kept(account.id()))
                .map(bytes -> List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)))
                .orElseThrow(() -> new CredentialsMissing(account.name()));
    }

    /** An account with this credential is connected. */
    public static final class AlreadyConnected extends Refusal {
        AlreadyConnected(OutsideService service, String name) {
            super(
                    "This account at " + service.title() + " is connected already, as " + name + ".",
                    "To give it new credentials, choose New credentials beside it.");
        }
    }
}
