package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.Consignment;
import app.counterfoil.hub.tax.Customer;
import app.counterfoil.hub.tax.DecideVat;
import app.counterfoil.hub.tax.Goods;
import app.counterfoil.hub.tax.Supply;
import app.counterfoil.hub.tax.TaxPlace;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.hub.tax.VatDecision.Settled;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatStanding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When goods that left at nought per cent come to bear VAT after all, because the evidence is not held in time, and when the
 * evidence has come later and puts that right (VEXP30300). The VAT is what the price would have in it if the goods had stayed:
 * the VAT fraction of the price, less what was given back by then, at the rate of each product here.
 */
@Component
public class EvidenceTurns {

    private static final String LATE =
            """
            SELECT invoice.invoice_id, invoice.series, invoice.number, invoice.order_id, invoice.supplied_on,
                   invoice.evidence_due, invoice.currency, evidence.held_on,
                   invoice.net_minor + COALESCE((
                       SELECT sum(note.net_minor) FROM invoice_invoice note
                        WHERE note.seller_id = invoice.seller_id AND note.order_id = invoice.order_id
                          AND note.credits IS NOT NULL AND note.supplied_on <= invoice.evidence_due), 0) AS price
              FROM invoice_invoice invoice
              LEFT JOIN invoice_evidence evidence
                     ON evidence.seller_id = invoice.seller_id AND evidence.order_id = invoice.order_id
             WHERE invoice.seller_id = :seller AND invoice.replaces IS NULL AND invoice.credits IS NULL
               AND invoice.supplied_on >= :first
               AND invoice.evidence_due < :passed AND (evidence.held_on IS NULL OR evidence.held_on > invoice.evidence_due)
             ORDER BY invoice.evidence_due, invoice.series, invoice.number
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final Orders orders;
    private final VatClasses vatClasses;
    private final ExchangeRates rates;
    private final DecideVat decideVat = new DecideVat();

    EvidenceTurns(
            JdbcClient db,
            SellerTransactions transactions,
            BusinessClock clock,
            Orders orders,
            VatClasses vatClasses,
            ExchangeRates rates) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.orders = orders;
        this.vatClasses = vatClasses;
        this.rates = rates;
    }

    /**
     * A document whose evidence was not held in time.
     *
     * @param document the document
     * @param number its number
     * @param order the order
     * @param dueFrom the first day without it, on which VAT comes to be due
     * @param heldSince since when it is held, if it is
     * @param vat the VAT in sterling; empty while the exchange rate is not known
     */
    public record Turn(
            UUID document,
            String number,
            OrderId order,
            LocalDate dueFrom,
            Optional<LocalDate> heldSince,
            Optional<Money> vat) {}

    private record Late(
            UUID document,
            String number,
            OrderId order,
            LocalDate suppliedOn,
            LocalDate due,
            Optional<LocalDate> heldOn,
            Money price) {}

    /**
     * Documents whose day for the evidence has passed without it, the earliest day first.
     *
     * @param first no tax point before this day
     * @param before the day passed before this one
     */
    public List<Turn> of(SellerId seller, LocalDate first, LocalDate before) {
        var today = clock.today();
        var passed = before.minusDays(1).isBefore(today) ? before.minusDays(1) : today;
        return transactions.in(seller, () -> {
            var late = db.sql(LATE)
                    .param("seller", seller.value())
                    .param("first", first)
                    .param("passed", passed)
                    .query((row, number) -> late(row))
                    .list();
            var ordered = orders.of(seller, late.stream().map(Late::order).toList()).stream()
                    .collect(Collectors.toMap(OrderFacts::id, Function.identity()));
            var said = vatClasses.of(seller);
            return late.stream()
                    .map(each -> new Turn(
                            each.document(),
                            each.number(),
                            each.order(),
                            each.due().plusDays(1),
                            each.heldOn(),
                            inSterling(seller, each)
                                    .map(price ->
                                            vat(price, Optional.ofNullable(ordered.get(each.order())), said, each))))
                    .toList();
        });
    }

    private Optional<Money> inSterling(SellerId seller, Late late) {
        return late.price().currency().getCurrencyCode().equals("GBP")
                ? Optional.of(late.price())
                : rates.on(seller, late.price().currency(), late.suppliedOn())
                        .map(rate -> rate.inSterling(late.price()));
    }

    /** What stands beside the goods, such as delivery, takes their rates by their value. */
    private Money vat(Money price, Optional<OrderFacts> order, VatClasses.Said said, Late late) {
        var lines = order.map(OrderFacts::lines).orElse(List.of());
        var whole = lines.stream().mapToLong(line -> line.total().minor()).sum();
        if (whole <= 0) {
            return rate(VatClass.STANDARD, late.suppliedOn()).within(price);
        }
        var parts = new ArrayList<Money>();
        var given = 0L;
        var goods = 0L;
        for (var line : lines) {
            goods += line.total().minor();
            var until = price.minor() * goods / whole;
            var part = Money.pence(until - given);
            given = until;
            parts.add(rate(said.of(ProductKey.of(line)).orElse(VatClass.STANDARD), late.suppliedOn())
                    .within(part));
        }
        return parts.stream().reduce(Money.pence(0), Money::plus);
    }

    /** The rate of the product, had it been sold here. */
    private VatRate rate(VatClass vatClass, LocalDate day) {
        var here = new Supply(
                VatStanding.ofUnitedKingdom(true),
                TaxPlace.GREAT_BRITAIN,
                TaxPlace.GREAT_BRITAIN,
                Customer.CONSUMER,
                Goods.of(vatClass),
                new Consignment(Optional.empty(), Optional.empty()),
                day,
                Optional.empty(),
                false);
        return decideVat.forSupply(here) instanceof Settled settled ? settled.rate() : VatRate.NOUGHT;
    }

    private static Late late(ResultSet row) throws SQLException {
        return new Late(
                row.getObject("invoice_id", UUID.class),
                InvoiceRows.number(row.getString("series"), row.getLong("number")),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getObject("supplied_on", LocalDate.class),
                row.getObject("evidence_due", LocalDate.class),
                Optional.ofNullable(row.getObject("held_on", LocalDate.class)),
                new Money(row.getLong("price"), Currency.getInstance(row.getString("currency"))));
    }
}
