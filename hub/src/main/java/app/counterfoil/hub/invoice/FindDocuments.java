package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds issued documents again, by what they are and by their numbers, without opening whom they name. */
@Component
public class FindDocuments {

    private static final String FITS =
            """
             AND (CAST(:from AS timestamptz) IS NULL OR invoice.issued_at >= :from)
             AND (CAST(:until AS timestamptz) IS NULL OR invoice.issued_at < :until)
             AND (:which = 'ALL' OR (:which = 'NAMING' AND invoice.party_ends_on IS NOT NULL)
                  OR (:which = 'INVOICES' AND invoice.credits IS NULL)
                  OR (:which = 'CREDIT_NOTES' AND invoice.credits IS NOT NULL))
             AND (CAST(:treatment AS text) IS NULL
                  OR EXISTS (SELECT FROM invoice_line line
                              WHERE line.seller_id = invoice.seller_id AND line.invoice_id = invoice.invoice_id
                                AND line.treatment = :treatment))
            """;
    private static final String PAGE = InvoiceRows.SELECT + FITS
            + """
               AND (CAST(:behind AS uuid) IS NULL
                    OR (invoice.issued_at, invoice.invoice_id)
                       < (SELECT issued_at, invoice_id FROM invoice_invoice
                           WHERE seller_id = :seller AND invoice_id = CAST(:behind AS uuid)))
             ORDER BY invoice.issued_at DESC, invoice.invoice_id DESC
             LIMIT :most
            """;
    /** What was replaced tells the same supply as what has taken its place, so it adds nothing. */
    private static final String SUMS =
            """
            SELECT invoice.currency, count(*) AS documents, sum(CASE WHEN later.later_id IS NULL THEN invoice.net_minor ELSE 0 END) AS net,
                   sum(CASE WHEN later.later_id IS NULL THEN invoice.vat_minor ELSE 0 END) AS vat
              FROM invoice_invoice invoice
              LEFT JOIN invoice_replaced later
                     ON later.seller_id = invoice.seller_id AND later.earlier_id = invoice.invoice_id
             WHERE invoice.seller_id = :seller
            """
                    + FITS + " GROUP BY invoice.currency ORDER BY invoice.currency = 'GBP' DESC, invoice.currency";

    private static final String NUMBERED = InvoiceRows.SELECT
            + """
               AND (invoice.order_reference = :typed
                    OR invoice.invoice_id IN (
                       SELECT several.later_id FROM invoice_invoice told
                         JOIN invoice_replaced several
                           ON several.seller_id = told.seller_id AND several.earlier_id = told.invoice_id
                        WHERE told.seller_id = :seller AND told.order_reference = :typed)
                    OR (invoice.series = :series AND invoice.number = :number))
             ORDER BY invoice.issued_at DESC, invoice.invoice_id DESC
             LIMIT :most
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;

    FindDocuments(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * What documents in one currency come to.
     *
     * @param documents how many there are, also those that no longer count
     * @param net without VAT, of those that count
     * @param vat the VAT of those
     */
    public record Sum(long documents, Money net, Money vat) {

        /** With VAT. */
        public Money gross() {
            return net.plus(vat);
        }
    }

    /** A page of what fits, the latest first, behind a document if one is given. */
    public List<Invoice> page(SellerId seller, DocumentFilter filter, Optional<UUID> behind, int most) {
        return transactions.in(seller, () -> fitting(db.sql(PAGE), seller, filter)
                .param("behind", behind.map(UUID::toString).orElse(null))
                .param("most", most)
                .query((row, number) -> InvoiceRows.invoice(row))
                .list());
    }

    /** What all that fits comes to, one sum for each currency, sterling first. */
    public List<Sum> sums(SellerId seller, DocumentFilter filter) {
        return transactions.in(seller, () -> fitting(db.sql(SUMS), seller, filter)
                .query((row, number) -> {
                    var currency = Currency.getInstance(row.getString("currency"));
                    return new Sum(
                            row.getLong("documents"),
                            new Money(row.getLong("net"), currency),
                            new Money(row.getLong("vat"), currency));
                })
                .list());
    }

    /** The documents of this number, and those of the order that its channel knows by it; whole numbers alone. */
    public List<Invoice> numbered(SellerId seller, String typed, int most) {
        var number = InvoiceNumber.read(typed);
        return transactions.in(seller, () -> db.sql(NUMBERED)
                .param("seller", seller.value())
                .param("typed", typed)
                .param("series", number.map(InvoiceNumber::series).orElse(null))
                .param("number", number.map(InvoiceNumber::inSeries).orElse(null))
                .param("most", most)
                .query((row, at) -> InvoiceRows.invoice(row))
                .list());
    }

    private static StatementSpec fitting(StatementSpec sql, SellerId seller, DocumentFilter filter) {
        return sql.param("seller", seller.value())
                .param("which", filter.which().name())
                .param("treatment", filter.treatment().map(Enum::name).orElse(null))
                .param("from", filter.from().map(FindDocuments::startOf).orElse(null))
                .param(
                        "until",
                        filter.until().map(day -> startOf(day.plusDays(1))).orElse(null));
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }
}
