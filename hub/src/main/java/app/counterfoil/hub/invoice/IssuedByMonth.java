package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was issued month by month, for whoever looks over the books. Names nobody. */
@Component
public class IssuedByMonth {

    /** What was replaced tells the same supply as what has taken its place, so it adds nothing to the sums. */
    private static final String MONTHS =
            """
            SELECT CAST(date_trunc('month', invoice.issued_on) AS date) AS month, invoice.currency,
                   count(*) FILTER (WHERE invoice.credits IS NULL) AS invoices,
                   count(*) FILTER (WHERE invoice.credits IS NOT NULL) AS credit_notes,
                   count(*) FILTER (WHERE invoice.replaces IS NULL) AS supplies,
                   sum(CASE WHEN later.later_id IS NULL THEN invoice.net_minor ELSE 0 END) AS net,
                   sum(CASE WHEN later.later_id IS NULL THEN invoice.vat_minor ELSE 0 END) AS vat
              FROM invoice_invoice invoice
              LEFT JOIN invoice_replaced later
                     ON later.seller_id = invoice.seller_id AND later.earlier_id = invoice.invoice_id
             WHERE invoice.seller_id = :seller AND invoice.issued_on >= :from AND invoice.issued_on < :before
             GROUP BY month, invoice.currency
             ORDER BY month DESC, invoice.currency = 'GBP' DESC, invoice.currency
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;

    IssuedByMonth(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * What was issued in a month in one currency.
     *
     * @param month the month of issue
     * @param invoices how many invoices, also those that were replaced
     * @param creditNotes how many credit notes
     * @param supplies how many of both tell a supply of their own: what books enter
     * @param net without VAT, of those that count
     * @param vat the VAT of those
     */
    public record Issued(YearMonth month, long invoices, long creditNotes, long supplies, Money net, Money vat) {}

    /** What was issued from one day until before another, the latest month first, sterling first in each. */
    public List<Issued> of(SellerId seller, LocalDate from, LocalDate before) {
        return transactions.in(seller, () -> db.sql(MONTHS)
                .param("seller", seller.value())
                .param("from", from)
                .param("before", before)
                .query((row, number) -> {
                    var currency = Currency.getInstance(row.getString("currency"));
                    return new Issued(
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            row.getLong("invoices"),
                            row.getLong("credit_notes"),
                            row.getLong("supplies"),
                            new Money(row.getLong("net"), currency),
                            new Money(row.getLong("vat"), currency));
                })
                .list());
    }
}
