package app.counterfoil.hub.connection;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The seller's accounts at outside services. */
@Component
public class Accounts {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final BusinessClock clock;

    Accounts(JdbcClient db, SellerTransactions transactions, Custody custody, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
        this.clock = clock;
    }

    /** All accounts of the seller, the first connected first. */
    public List<Account> of(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                                SELECT account_id, service, name
                                  FROM connection_account
                                 WHERE seller_id = :seller
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

    /** One account of the seller. */
    public Optional<Account> of(SellerId seller, UUID account) {
        return of(seller).stream().filter(each -> each.id().equals(account)).findFirst();
    }

    /** Connects an account; its credentials are sealed. Asks nobody whether they are right: see the module that uses it. */
    public Account connect(SellerId seller, OutsideService service, String name, List<String> credentials) {
        var account = new Account(seller, UUID.randomUUID(), service, name);
        transactions.run(seller, () -> {
            db.sql(
                            """
                            INSERT INTO connection_account (seller_id, account_id, service, name, connected_at)
                            VALUES (:seller, :account, :service, :name, :now)
                            """)
                    .param("seller", seller.value())
                    .param("account", account.id())
                    .param("service", service.name())
                    .param("name", name)
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .update();
            custody.in(seller, vault -> {
                vault.keepSecret(account.id(), String.join("\n", credentials).getBytes(StandardCharsets.UTF_8));
                return account;
            });
        });
        return account;
    }

    /** The credentials of an account, in the order its service asks for them. */
    public List<String> credentials(Account account) {
        return custody.in(account.seller(), vault -> vault.keptSecret(account.id()))
                .map(bytes -> List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)))
                .orElseThrow(() -> new CredentialsMissing(account.name()));
    }
}
