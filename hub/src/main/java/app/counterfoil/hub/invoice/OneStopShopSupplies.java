package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What issued documents say was supplied under a One Stop Shop. Other than in {@link SuppliesMade}, what is given back belongs
 * to the day of the supply, for a return of a One Stop Shop corrects the period of the supply (Directive 2006/112/EC Art
 * 369g(4), 369t(2)). Names nobody; a document that takes the place of another is none of these.
 */
@Component
public class OneStopShopSupplies {

    private static final String SHARES =
            """
            SELECT DISTINCT invoice.invoice_id, invoice.series, invoice.number, invoice.supplied_on AS day,
                   invoice.credits IS NOT NULL AS credit, invoice.territory, invoice.currency,
                   COALESCE(credited.supplied_on, invoice.supplied_on) AS supply_day, line.*
              FROM invoice_invoice invoice
              LEFT JOIN invoice_invoice credited
                     ON credited.seller_id = invoice.seller_id AND credited.invoice_id = invoice.credits
              JOIN unnest(CAST(:firsts AS date[]), CAST(:befores AS date[]), CAST(:sinces AS date[]))
                     AS asked(first, before, since)
                     ON COALESCE(credited.supplied_on, invoice.supplied_on) >= asked.first
                    AND COALESCE(credited.supplied_on, invoice.supplied_on) < asked.before
                    AND invoice.issued_on >= asked.since
              JOIN LATERAL (
                   SELECT line.rate_bp, sum(line.net_minor) AS net, sum(line.vat_minor) AS vat
                     FROM invoice_line line
                    WHERE line.seller_id = :seller AND line.invoice_id = invoice.invoice_id
                      AND line.treatment = :treatment
                    GROUP BY line.rate_bp) line ON true
             WHERE invoice.seller_id = :seller AND invoice.replaces IS NULL
             ORDER BY supply_day, day, invoice.series, invoice.number, line.rate_bp DESC
            """;

    private static final String DAYS =
            """
            SELECT DISTINCT CAST(date_trunc('month', invoice.supplied_on) AS date)
              FROM invoice_invoice invoice
             WHERE invoice.seller_id = :seller AND invoice.replaces IS NULL AND invoice.credits IS NULL
               AND EXISTS (
                   SELECT 1 FROM invoice_line line
                    WHERE line.seller_id = :seller AND line.invoice_id = invoice.invoice_id
                      AND line.treatment = :treatment)
             ORDER BY 1
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;

    OneStopShopSupplies(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * A document and what it says was supplied.
     *
     * @param id the document
     * @param number its number
     * @param credit whether it gives back
     * @param suppliedOn the day of the supply; of a credit note the day of the supply that it credits
     * @param day the day of the document itself; of a credit note the day on which the money was paid back
     * @param to where the goods went
     * @param shares its sums by rate; never none
     */
    public record Supplied(
            UUID id,
            String number,
            boolean credit,
            LocalDate suppliedOn,
            LocalDate day,
            Territory to,
            List<Share> shares) {

        /** Copies the list. */
        public Supplied {
            shares = List.copyOf(shares);
        }
    }

    /**
     * What of a document is at one rate; below nought for what was given back.
     *
     * @param rate the rate of the state where the goods went
     * @param net the sum without VAT, in the currency of the document
     * @param vat the VAT
     */
    public record Share(VatRate rate, Money net, Money vat) {}

    /**
     * Days of supply that are asked for.
     *
     * @param first the first
     * @param before and before this one
     * @param issuedSince only documents that were issued on this day or later
     */
    public record Asked(LocalDate first, LocalDate before, LocalDate issuedSince) {}

    /**
     * What was supplied under a treatment of a One Stop Shop, in the order of days and numbers.
     *
     * @param asked the days; what fits one of these is told once
     */
    public List<Supplied> of(SellerId seller, VatTreatment treatment, List<Asked> asked) {
        return transactions.in(
                seller,
                () -> together(db.sql(SHARES)
                        .param("seller", seller.value())
                        .param("treatment", treatment.name())
                        .param("firsts", days(asked.stream().map(Asked::first).toList()))
                        .param("befores", days(asked.stream().map(Asked::before).toList()))
                        .param(
                                "sinces",
                                days(asked.stream().map(Asked::issuedSince).toList()))
                        .query((row, number) -> supplied(row))
                        .list()));
    }

    /** The first days of all months in which something was supplied so, the earliest first. */
    public List<LocalDate> months(SellerId seller, VatTreatment treatment) {
        return transactions.in(seller, () -> db.sql(DAYS)
                .param("seller", seller.value())
                .param("treatment", treatment.name())
                .query(LocalDate.class)
                .list());
    }

    /** The currencies of documents under one of these treatments. */
    public Set<Currency> currencies(SellerId seller, List<VatTreatment> treatments) {
        return Set.copyOf(transactions.in(seller, () -> db.sql(
                        """
                        SELECT DISTINCT invoice.currency
                          FROM invoice_invoice invoice
                          JOIN invoice_line line USING (seller_id, invoice_id)
                         WHERE seller_id = :seller AND line.treatment = ANY (:treatments)
                        """)
                .param("seller", seller.value())
                .param("treatments", treatments.stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> Currency.getInstance(row.getString(1)))
                .list()));
    }

    private static String[] days(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static List<Supplied> together(List<Supplied> parts) {
        var documents = new LinkedHashMap<UUID, Supplied>();
        for (var part : parts) {
            documents.merge(part.id(), part, (one, other) -> {
                var shares = new ArrayList<>(one.shares());
                shares.addAll(other.shares());
                return new Supplied(
                        one.id(), one.number(), one.credit(), one.suppliedOn(), one.day(), one.to(), shares);
            });
        }
        return List.copyOf(documents.values());
    }

    private static Supplied supplied(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Supplied(
                row.getObject("invoice_id", UUID.class),
                InvoiceRows.number(row.getString("series"), row.getLong("number")),
                row.getBoolean("credit"),
                row.getObject("supply_day", LocalDate.class),
                row.getObject("day", LocalDate.class),
                new Territory(row.getString("territory")),
                List.of(new Share(
                        new VatRate(row.getInt("rate_bp")),
                        new Money(row.getLong("net"), currency),
                        new Money(row.getLong("vat"), currency))));
    }
}
