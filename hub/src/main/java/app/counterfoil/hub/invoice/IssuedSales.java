package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What issued invoices say was sold, and credit notes take off, as books ask for it: each supply once, in sums by what it is for, treatment and rate.
 * An invoice that takes the place of another tells the same supply, so it is none of these; the first one stays.
 */
@Component
public class IssuedSales {

    private static final String SHARES =
            """
            SELECT invoice.invoice_id, invoice.series, invoice.number, invoice.order_id, invoice.subject_id,
                   invoice.issued_on, invoice.currency, invoice.party_ends_on IS NOT NULL AS names_somebody,
                   earlier.series AS credited_series, earlier.number AS credited_number,
                   CASE WHEN line.part = 'GOODS' THEN 'GOODS'
                        WHEN COALESCE(credited.description, line.description) = '%s' THEN 'DELIVERY' ELSE 'OTHER' END AS sold,
                   line.treatment, line.rate_bp, sum(line.net_minor) AS net, sum(line.vat_minor) AS vat
              FROM invoice_invoice invoice
              JOIN invoice_line line ON line.seller_id = invoice.seller_id AND line.invoice_id = invoice.invoice_id
              LEFT JOIN invoice_invoice earlier
                     ON earlier.seller_id = invoice.seller_id
                    AND earlier.invoice_id = COALESCE(
                        (SELECT part.earlier_id FROM invoice_replaced part
                          WHERE part.seller_id = invoice.seller_id AND part.later_id = invoice.credits
                            AND part.order_id = invoice.order_id),
                        invoice.credits)
              LEFT JOIN invoice_line credited
                     ON credited.seller_id = line.seller_id AND credited.invoice_id = invoice.credits
                    AND credited.line = line.of_line
             WHERE invoice.seller_id = :seller AND invoice.replaces IS NULL AND %s
             GROUP BY invoice.seller_id, invoice.invoice_id, earlier.series, earlier.number, sold, line.treatment, line.rate_bp
             ORDER BY invoice.issued_on, invoice.series, invoice.number, sold, line.treatment, line.rate_bp DESC
            """;
    private static final String ISSUED =
            SHARES.formatted(DraftInvoices.DELIVERY, "invoice.issued_on >= :from AND invoice.issued_on < :before");
    private static final String NAMED =
            SHARES.formatted(DraftInvoices.DELIVERY, "invoice.invoice_id = ANY (:invoices)");

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;

    IssuedSales(JdbcClient db, SellerTransactions transactions, Custody custody) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
    }

    /**
     * A supply, or what was credited of one, without anything personal.
     *
     * @param invoice its invoice
     * @param number the number of that
     * @param order the order
     * @param subject under whom its customer is sealed
     * @param issuedOn the day of issue
     * @param namesSomebody whether the invoice names its customer
     * @param credits the number of the invoice that it credits, of the one of its order that tells the supply, if it is a credit note; then its sums are below nought
     * @param currency the currency of its sums
     * @param shares its sums; never none
     */
    public record Sale(
            UUID invoice,
            String number,
            OrderId order,
            SubjectId subject,
            LocalDate issuedOn,
            boolean namesSomebody,
            Optional<String> credits,
            Currency currency,
            List<Share> shares) {

        /** Whether it takes something off. */
        public boolean isCredit() {
            return credits.isPresent();
        }
    }

    /**
     * What of a supply is for one thing, under one treatment at one rate; below nought where it is credited.
     *
     * @param sold what it is for
     * @param treatment what becomes of the VAT
     * @param rate the rate
     * @param net the sum without VAT
     * @param vat the VAT
     */
    public record Share(Sold sold, VatTreatment treatment, VatRate rate, Money net, Money vat) {}

    /**
     * Whom an invoice names, with no more than a book needs. Personal: it does not print.
     *
     * @param name the name
     * @param address the lines of the address
     */
    public record Customer(String name, List<String> address) {
        /** Copies the list. */
        public Customer {
            address = List.copyOf(address);
        }

        @Override
        public String toString() {
            return "Customer[hidden]";
        }
    }

    /** What was sold by invoices, and credited, issued from one day until before another, in the order of their numbers. */
    public List<Sale> issued(SellerId seller, LocalDate from, LocalDate before) {
        return transactions.in(
                seller,
                () -> together(db.sql(ISSUED)
                        .param("seller", seller.value())
                        .param("from", from)
                        .param("before", before)
                        .query((row, number) -> part(row))
                        .list()));
    }

    /** The VAT in pounds of each document issued in these days that tells it, by document; below nought of a credit note. */
    public Map<UUID, Money> vatInSterling(SellerId seller, LocalDate from, LocalDate before) {
        var told = new HashMap<UUID, Money>();
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT invoice.invoice_id,
                               COALESCE(invoice.vat_sterling_minor,
                                   CASE WHEN invoice.currency = 'GBP' THEN
                                       (SELECT CAST(sum(line.vat_minor) AS bigint) FROM invoice_line line
                                         WHERE line.seller_id = invoice.seller_id AND line.invoice_id = invoice.invoice_id)
                                   END) AS vat
                          FROM invoice_invoice invoice
                         WHERE invoice.seller_id = :seller AND invoice.issued_on >= :from AND invoice.issued_on < :before
                        """)
                .param("seller", seller.value())
                .param("from", from)
                .param("before", before)
                .query(row -> {
                    var vat = row.getObject("vat", Long.class);
                    if (vat != null) {
                        told.put(row.getObject("invoice_id", UUID.class), Money.pence(vat));
                    }
                }));
        return told;
    }

    /** What was sold by these invoices. */
    public List<Sale> of(SellerId seller, Collection<UUID> invoices) {
        return transactions.in(
                seller,
                () -> together(db.sql(NAMED)
                        .param("seller", seller.value())
                        .param("invoices", invoices.toArray(UUID[]::new))
                        .query((row, number) -> part(row))
                        .list()));
    }

    /**
     * Opens whom the invoice of a sale names; empty if it names nobody, or they cannot be opened now. Who is restricted is not
     * opened.
     *
     * @throws app.counterfoil.vault.PurposeNotCarried if the reader does not open tax records
     */
    public Optional<Customer> customer(SellerId seller, Opening opening, Sale sale) {
        if (!sale.namesSomebody()) {
            return Optional.empty();
        }
        var ref = new RecordRef(sale.invoice(), sale.subject());
        return custody.in(seller, vault -> vault.openOne(opening, InvoiceParty.KIND, ref))
                .opened()
                .map(party -> new Customer(party.name(), party.address()));
    }

    private static Sale part(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var series = row.getString("credited_series");
        var credited = row.getLong("credited_number");
        var share = new Share(
                Sold.valueOf(row.getString("sold")),
                VatTreatment.valueOf(row.getString("treatment")),
                new VatRate(row.getInt("rate_bp")),
                new Money(row.getLong("net"), currency),
                new Money(row.getLong("vat"), currency));
        return new Sale(
                row.getObject("invoice_id", UUID.class),
                InvoiceRows.number(row.getString("series"), row.getLong("number")),
                new OrderId(row.getObject("order_id", UUID.class)),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                row.getObject("issued_on", LocalDate.class),
                row.getBoolean("names_somebody"),
                series == null ? Optional.empty() : Optional.of(InvoiceRows.number(series, credited)),
                currency,
                List.of(share));
    }

    private static List<Sale> together(List<Sale> parts) {
        var sales = new LinkedHashMap<UUID, Sale>();
        parts.forEach(part -> sales.merge(part.invoice(), part, IssuedSales::with));
        return List.copyOf(sales.values());
    }

    private static Sale with(Sale sale, Sale more) {
        var shares = new ArrayList<>(sale.shares());
        shares.addAll(more.shares());
        return new Sale(
                sale.invoice(),
                sale.number(),
                sale.order(),
                sale.subject(),
                sale.issuedOn(),
                sale.namesSomebody(),
                sale.credits(),
                sale.currency(),
                List.copyOf(shares));
    }
}
