package app.counterfoil.hub.accounting;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.invoice.IssuedSales;
import app.counterfoil.hub.invoice.IssuedSales.Sale;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what was entered into the books, and has it tried again. */
@Component
public class Postings {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final PostingRows rows;
    private final BooksRows books;
    private final IssuedSales issued;
    private final LedgerAccounts ledgers;

    Postings(
            JdbcClient db,
            SellerTransactions transactions,
            PostingRows rows,
            BooksRows books,
            IssuedSales issued,
            LedgerAccounts ledgers) {
        this.db = db;
        this.transactions = transactions;
        this.rows = rows;
        this.books = books;
        this.issued = issued;
        this.ledgers = ledgers;
    }

    /** The postings of the latest days, those that need somebody first. */
    public List<Posting> latest(SellerId seller, int most) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM accounting_posting
                         WHERE seller_id = :seller
                         ORDER BY wrong = '', day DESC, number DESC
                         LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("most", most)
                .query((row, number) -> PostingRows.posting(row))
                .list());
    }

    /** The postings of an account of these days, the first first. */
    List<Posting> between(Account account, LocalDate from, LocalDate before) {
        return transactions.in(account.seller(), () -> db.sql(
                        """
                        SELECT * FROM accounting_posting
                         WHERE seller_id = :seller AND account_id = :account AND day >= :from AND day < :before
                         ORDER BY day, number
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("from", from)
                .param("before", before)
                .query((row, number) -> PostingRows.posting(row))
                .list());
    }

    /** How many do not stand in the books, or with another sum, and wait for a person; by state. */
    Map<PostingState, Long> needing(SellerId seller) {
        var needing = new EnumMap<PostingState, Long>(PostingState.class);
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT state, count(*) FROM accounting_posting
                         WHERE seller_id = :seller AND state IN ('REFUSED', 'DIFFERS')
                         GROUP BY state
                        """)
                .param("seller", seller.value())
                .query(row -> {
                    needing.put(PostingState.valueOf(row.getString(1)), row.getLong(2));
                }));
        return needing;
    }

    /** How many documents of each month of issue stand in every connected book, from one day until before another. */
    public Map<YearMonth, Long> entered(SellerId seller, LocalDate from, LocalDate before) {
        var accounts = ledgers.of(seller).stream().map(Account::id).toArray(UUID[]::new);
        var entered = new HashMap<YearMonth, Long>();
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT CAST(date_trunc('month', day) AS date) AS month, count(*)
                          FROM (SELECT min(posting.day) AS day
                                  FROM accounting_posting posting
                                  JOIN accounting_posted_invoice invoice
                                    ON invoice.seller_id = posting.seller_id AND invoice.posting_id = posting.posting_id
                                 WHERE posting.seller_id = :seller AND posting.day >= :from AND posting.day < :before
                                   AND posting.state = 'ENTERED' AND posting.account_id = ANY (:accounts)
                                 GROUP BY invoice.invoice_id
                                HAVING count(*) = cardinality(:accounts)) AS document
                         GROUP BY month
                        """)
                .param("seller", seller.value())
                .param("from", from)
                .param("before", before)
                .param("accounts", accounts)
                .query(row -> {
                    entered.put(YearMonth.from(row.getObject(1, LocalDate.class)), row.getLong(2));
                }));
        return entered;
    }

    /** What was sold by the invoices of these postings, by posting. */
    public Map<UUID, List<Sale>> sales(SellerId seller, List<Posting> postings) {
        var ofInvoice = new HashMap<UUID, UUID>();
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT invoice_id, posting_id FROM accounting_posted_invoice
                         WHERE seller_id = :seller AND posting_id = ANY (:postings)
                        """)
                .param("seller", seller.value())
                .param("postings", postings.stream().map(Posting::id).toArray(UUID[]::new))
                .query(row -> {
                    ofInvoice.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }));
        var sold = issued.of(seller, ofInvoice.keySet());
        return postings.stream().map(Posting::id).collect(Collectors.toMap(Function.identity(), posting -> sold.stream()
                .filter(sale -> posting.equals(ofInvoice.get(sale.invoice())))
                .toList()));
    }

    /** Has one that was not taken tried again with the next round; returns whether there was something to try. */
    public boolean tryAgain(SellerId seller, UUID posting) {
        return transactions.in(seller, () -> {
            if (rows.again(seller, posting) == 0) {
                return false;
            }
            ledgers.of(seller).forEach(books::now);
            return true;
        });
    }

    /** Has a round that was stopped begin anew at once. */
    public void tryAgain(Account account) {
        books.now(account);
    }
}
