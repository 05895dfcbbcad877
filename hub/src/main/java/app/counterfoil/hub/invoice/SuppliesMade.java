package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.SterlingRate;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What issued documents say was supplied, as a VAT return asks for it: each supply once by its tax point, in sums by treatment
 * and rate, in its own currency and in sterling. Names nobody. A document that takes the place of another tells the same
 * supply, so it is none of these; the first one stays.
 */
@Component
public class SuppliesMade {

    private static final Currency STERLING = Currency.getInstance("GBP");

    private static final String SHARES =
            """
            SELECT invoice.invoice_id, invoice.series, invoice.number, invoice.order_id, invoice.supplied_on,
                   invoice.issued_on, invoice.territory, invoice.currency, invoice.vat_sterling_minor,
                   COALESCE(credited.supplied_on, invoice.supplied_on) AS rate_day,
                   line.treatment, line.rate_bp, sum(line.net_minor) AS net, sum(line.vat_minor) AS vat
              FROM invoice_invoice invoice
              JOIN invoice_line line ON line.seller_id = invoice.seller_id AND line.invoice_id = invoice.invoice_id
              LEFT JOIN invoice_invoice credited
                     ON credited.seller_id = invoice.seller_id AND credited.invoice_id = invoice.credits
             WHERE invoice.seller_id = :seller AND invoice.replaces IS NULL AND invoice.supplied_on >= :first
               AND invoice.supplied_on < :before AND (invoice.supplied_on >= :from OR invoice.issued_on >= :issuedSince)
             GROUP BY invoice.seller_id, invoice.invoice_id, credited.supplied_on, line.treatment, line.rate_bp
             ORDER BY invoice.supplied_on, invoice.series, invoice.number, line.treatment, line.rate_bp DESC
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final ExchangeRates rates;

    SuppliesMade(JdbcClient db, SellerTransactions transactions, ExchangeRates rates) {
        this.db = db;
        this.transactions = transactions;
        this.rates = rates;
    }

    /**
     * A document and what it says was supplied.
     *
     * @param id the document
     * @param number its number
     * @param order the order
     * @param suppliedOn the tax point
     * @param issuedOn the day of issue
     * @param to where the goods went
     * @param shares its sums; never none
     */
    public record Supplied(
            UUID id,
            String number,
            OrderId order,
            LocalDate suppliedOn,
            LocalDate issuedOn,
            Territory to,
            List<Share> shares) {}

    /**
     * What of a document is under one treatment at one rate; below nought for what was given back.
     *
     * @param treatment what becomes of the VAT
     * @param rate the rate
     * @param net the sum without VAT, in the currency of the document
     * @param vat the VAT
     * @param sterling both in sterling; empty while the exchange rate is not known
     */
    public record Share(VatTreatment treatment, VatRate rate, Money net, Money vat, Optional<InSterling> sterling) {}

    /**
     * A sum in pence.
     *
     * @param net without VAT
     * @param vat the VAT
     */
    public record InSterling(Money net, Money vat) {}

    /**
     * Which documents are asked for.
     *
     * @param first no tax point before this day
     * @param from tax points from this day on
     * @param before and before this one
     * @param issuedSince earlier tax points too, of documents issued on this day or later
     */
    public record Asked(LocalDate first, LocalDate from, LocalDate before, LocalDate issuedSince) {}

    /** What was supplied, in the order of tax points and numbers. */
    public List<Supplied> of(SellerId seller, Asked asked) {
        return transactions.in(seller, () -> {
            var rows = db.sql(SHARES)
                    .param("seller", seller.value())
                    .param("first", asked.first())
                    .param("from", asked.from())
                    .param("before", asked.before())
                    .param("issuedSince", asked.issuedSince())
                    .query((row, number) -> Row.read(row))
                    .list();
            return together(rows, new Pounds(seller, rates));
        });
    }

    private static List<Supplied> together(List<Row> rows, Pounds pounds) {
        var documents = new LinkedHashMap<UUID, List<Row>>();
        rows.forEach(row -> documents
                .computeIfAbsent(row.document().id(), unknown -> new ArrayList<>())
                .add(row));
        return documents.values().stream()
                .map(parts -> parts.get(0).document().with(shares(parts, pounds)))
                .toList();
    }

    /** The VAT in sterling that stands on the document counts; what rounding leaves goes to its largest part. */
    private static List<Share> shares(List<Row> parts, Pounds pounds) {
        var first = parts.get(0);
        var shares = new ArrayList<Share>();
        for (var part : parts) {
            shares.add(new Share(
                    part.treatment(),
                    part.rate(),
                    part.net(),
                    part.vat(),
                    pounds.of(first, part.net())
                            .flatMap(net -> pounds.of(first, part.vat()).map(vat -> new InSterling(net, vat)))));
        }
        if (first.vatSterling().isPresent()
                && shares.stream().allMatch(share -> share.sterling().isPresent())) {
            squareWith(first.vatSterling().get(), shares);
        }
        return List.copyOf(shares);
    }

    private static void squareWith(Money told, List<Share> shares) {
        var sum = Money.pence(0);
        var largest = 0;
        for (var at = 0; at < shares.size(); at++) {
            sum = sum.plus(vat(shares.get(at)));
            if (Math.abs(vat(shares.get(at)).minor())
                    > Math.abs(vat(shares.get(largest)).minor())) {
                largest = at;
            }
        }
        var share = shares.get(largest);
        var squared = vat(share).plus(told.minus(sum));
        var net = share.sterling().orElseThrow().net();
        shares.set(
                largest,
                new Share(
                        share.treatment(),
                        share.rate(),
                        share.net(),
                        share.vat(),
                        Optional.of(new InSterling(net, squared))));
    }

    private static Money vat(Share share) {
        return share.sterling().orElseThrow().vat();
    }

    /** Exchange rates, each looked up once. */
    private static final class Pounds {

        private record Key(Currency currency, LocalDate day) {}

        private final SellerId seller;
        private final ExchangeRates rates;
        private final Map<Key, Optional<SterlingRate>> known = new LinkedHashMap<>();

        Pounds(SellerId seller, ExchangeRates rates) {
            this.seller = seller;
            this.rates = rates;
        }

        Optional<Money> of(Row document, Money amount) {
            if (amount.currency().equals(STERLING)) {
                return Optional.of(amount);
            }
            // What is given back is worth what it was worth when it was sold.
            var day = document.rateDay().withDayOfMonth(1);
            return known.computeIfAbsent(
                            new Key(amount.currency(), day), key -> rates.on(seller, key.currency(), key.day()))
                    .map(rate -> rate.inSterling(amount));
        }
    }

    private record Document(
            UUID id, String number, OrderId order, LocalDate suppliedOn, LocalDate issuedOn, Territory to) {

        Supplied with(List<Share> shares) {
            return new Supplied(id, number, order, suppliedOn, issuedOn, to, shares);
        }
    }

    private record Row(
            Document document,
            LocalDate rateDay,
            VatTreatment treatment,
            VatRate rate,
            Money net,
            Money vat,
            Optional<Money> vatSterling) {

        static Row read(ResultSet row) throws SQLException {
            var currency = Currency.getInstance(row.getString("currency"));
            return new Row(
                    new Document(
                            row.getObject("invoice_id", UUID.class),
                            InvoiceRows.number(row.getString("series"), row.getLong("number")),
                            new OrderId(row.getObject("order_id", UUID.class)),
                            row.getObject("supplied_on", LocalDate.class),
                            row.getObject("issued_on", LocalDate.class),
                            new Territory(row.getString("territory"))),
                    row.getObject("rate_day", LocalDate.class),
                    VatTreatment.valueOf(row.getString("treatment")),
                    new VatRate(row.getInt("rate_bp")),
                    new Money(row.getLong("net"), currency),
                    new Money(row.getLong("vat"), currency),
                    Optional.ofNullable(row.getObject("vat_sterling_minor", Long.class))
                            .map(Money::pence));
        }
    }
}
