package app.counterfoil.hub.rights;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders that could not be taken in and are kept as their channel sent them: a request finds them, and an erasure takes them. */
@Component
public class PutAsideOnRequest {

    private final OrdersPutAside putAside;
    private final SellerTransactions transactions;
    private final JdbcClient db;

    PutAsideOnRequest(OrdersPutAside putAside, SellerTransactions transactions, JdbcClient db) {
        this.putAside = putAside;
        this.transactions = transactions;
        this.db = db;
    }

    /** Those that a request is about and that are still kept. */
    public List<OrdersPutAside.Entry> of(SellerId seller, UUID request) {
        return putAside.of(seller, transactions.in(seller, () -> db.sql(
                        """
                                SELECT attention_id FROM rights_put_aside
                                 WHERE seller_id = :seller AND request_id = :request
                                """)
                .param("seller", seller.value())
                .param("request", request)
                .query(UUID.class)
                .list()));
    }

    /** Finds them by what the person has given, in the running transaction; how many. */
    int find(SellerId seller, UUID request, Opening opening, Requester requester) {
        var found = putAside.find(seller, opening, requester.orderNumbers(), requester.email());
        db.sql(
                        """
                        INSERT INTO rights_put_aside (seller_id, request_id, attention_id)
                        SELECT :seller, :request, each FROM unnest(CAST(:found AS uuid[])) AS each ON CONFLICT DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("request", request)
                .param("found", found.toArray(UUID[]::new))
                .update();
        return found.size();
    }

    /** Forgets what is kept of them, in the running transaction; how many. */
    int forget(SellerId seller, UUID request) {
        return (int) of(seller, request).stream()
                .filter(entry -> putAside.dealtWith(seller, entry.id()))
                .count();
    }
}
