package app.counterfoil.hub.accounting;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which entries of the journal, beside the documents of sales, were written down for the books of a service. */
@Component
public class JournalPostings {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    JournalPostings(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** Whether what is made of that was written down for any book. */
    public boolean isPosted(SellerId seller, UUID source) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM accounting_posted_entry
                                        WHERE seller_id = :seller AND source_id = :source)
                        """)
                .param("seller", seller.value())
                .param("source", source)
                .query(Boolean.class)
                .single());
    }

    /** Those of these that some posting of the account has; in the running transaction of the seller. */
    Set<UUID> posted(SellerId seller, UUID account, Collection<UUID> sources) {
        return new HashSet<>(db.sql(
                        """
                        SELECT source_id FROM accounting_posted_entry
                         WHERE seller_id = :seller AND account_id = :account AND source_id = ANY (:sources)
                        """)
                .param("seller", seller.value())
                .param("account", account)
                .param("sources", sources.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    void insert(SellerId seller, Posting posting, UUID source) {
        db.sql(
                        """
                        INSERT INTO accounting_posted_entry (seller_id, account_id, source_id, posting_id)
                        VALUES (:seller, :account, :source, :posting)
                        """)
                .param("seller", seller.value())
                .param("account", posting.account())
                .param("source", source)
                .param("posting", posting.id())
                .update();
    }

    /** What a posting was made of; in the running transaction of the seller. */
    Optional<UUID> sourceOf(SellerId seller, UUID posting) {
        return db.sql(
                        "SELECT source_id FROM accounting_posted_entry WHERE seller_id = :seller AND posting_id = :posting")
                .param("seller", seller.value())
                .param("posting", posting)
                .query(UUID.class)
                .optional();
    }
}
