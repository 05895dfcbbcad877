package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.DraftInvoice.Sterling;
import app.counterfoil.hub.invoice.StoredInvoices.Stored;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.tax.Creditable;
import app.counterfoil.hub.tax.Reckoning;
import app.counterfoil.hub.tax.Reckoning.Figures;
import app.counterfoil.hub.tax.Reckoning.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What credit notes have taken off an invoice, and the next of them; always within a transaction of the seller. What was credited
 * of an invoice that another has replaced counts for that other one, for both tell the same sale line by line.
 */
@Component
class CreditedSoFar {

    /** How a line begins that is no whole number of pieces. */
    static final String PART = "Part of: ";

    private static final String OF_IT =
            """
             AND (note.credits = :invoice
                  OR note.credits IN (SELECT earlier_id FROM invoice_replaced
                                       WHERE seller_id = :seller AND later_id = :invoice))
            """;
    private static final String BY_LINE =
            """
            SELECT line.of_line, sum(line.net_minor) AS net, sum(line.vat_minor) AS vat, sum(line.gross_minor) AS gross
              FROM invoice_invoice note
              JOIN invoice_line line ON line.seller_id = note.seller_id AND line.invoice_id = note.invoice_id
             WHERE note.seller_id = :seller
            """
                    + OF_IT + " GROUP BY line.of_line";
    private static final String STERLING =
            """
            SELECT COALESCE(sum(note.vat_sterling_minor), 0) FROM invoice_invoice note
             WHERE note.seller_id = :seller
            """
                    + OF_IT;

    private final JdbcClient db;

    CreditedSoFar(JdbcClient db) {
        this.db = db;
    }

    /** What is left of it. */
    Creditable of(SellerId seller, Stored found) {
        var rows = found.sums().rows();
        var currency = found.invoice().gross().currency();
        var none = Money.zero(currency);
        var credited = new ArrayList<Figures>();
        rows.forEach(row -> credited.add(new Figures(none, none, none)));
        db.sql(BY_LINE)
                .param("seller", seller.value())
                .param("invoice", found.invoice().id())
                .query((row, number) -> credited.set(
                        row.getInt(1) - 1,
                        // Stored below nought, as what is taken off.
                        new Figures(
                                        new Money(row.getLong(2), currency),
                                        new Money(row.getLong(3), currency),
                                        new Money(row.getLong(4), currency))
                                .negated()))
                .list();
        return new Creditable(rows, credited);
    }

    /** The credit note that takes these figures off the lines; lines of which nothing is taken are not on it. */
    DraftInvoice draft(SellerId seller, Stored found, List<Figures> figures, CreditWish wish) {
        var touched = IntStream.range(0, figures.size())
                .filter(line -> !figures.get(line).gross().isZero())
                .boxed()
                .toList();
        var rows = touched.stream()
                .map(line -> of(found.sums().rows().get(line), figures.get(line)))
                .toList();
        var lines = touched.stream()
                .map(line -> credited(
                        found.lines().get(line), found.sums().rows().get(line).figures(), figures.get(line)))
                .toList();
        var sums = Reckoning.ofRows(rows);
        var invoice = found.invoice();
        return new DraftInvoice(
                invoice.kind(),
                "",
                wish.paidBackOn(),
                found.territory(),
                invoice.placeReason(),
                lines,
                sums,
                sterling(seller, found, figures),
                notes(found),
                List.of(),
                List.of(),
                Optional.of(new DraftInvoice.Credit(
                        new Invoice.Other(invoice.id(), invoice.number(), invoice.issuedOn()),
                        wish.reason(),
                        touched.stream().map(line -> line + 1).toList())));
    }

    private static Row of(Row invoiced, Figures figures) {
        return new Row(invoiced.extra(), invoiced.treatment(), invoiced.rate(), figures.negated());
    }

    /** So many whole pieces if it is their price; else one part of the price. */
    private static InvoiceLine credited(InvoiceLine line, Figures invoiced, Figures figures) {
        if (figures.gross().equals(invoiced.gross())) {
            return line;
        }
        var pieces = BigDecimal.valueOf(figures.gross().minor() * line.quantity())
                .divideAndRemainder(BigDecimal.valueOf(invoiced.gross().minor()));
        if (pieces[1].signum() == 0 && pieces[0].signum() > 0) {
            return new InvoiceLine(
                    line.part(), line.description(), pieces[0].intValueExact(), line.treatment(), line.rate());
        }
        return new InvoiceLine(line.part(), PART + line.description(), 1, line.treatment(), line.rate());
    }

    /**
     * The rate of the invoice holds for what is credited of it. What was credited by then, less what was credited before: so that
     * all credit notes together take off the pennies of the invoice.
     */
    private Optional<Sterling> sterling(SellerId seller, Stored found, List<Figures> figures) {
        if (found.sterling().isEmpty()) {
            return Optional.empty();
        }
        var whole = found.sterling().orElseThrow();
        var vat = found.invoice().vat();
        if (vat.isZero()) {
            return Optional.of(new Sterling(whole, ""));
        }
        var before = db.sql(STERLING)
                .param("seller", seller.value())
                .param("invoice", found.invoice().id())
                .query(Long.class)
                .single();
        var left = of(seller, found).after(figures);
        var credited =
                left.credited().stream().map(Figures::vat).reduce(Money::plus).orElseThrow();
        var upTo = BigDecimal.valueOf(whole.minor())
                .multiply(BigDecimal.valueOf(credited.minor()))
                .divide(BigDecimal.valueOf(vat.minor()), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return Optional.of(new Sterling(Money.pence(-upTo - before), found.sterlingRate()));
    }

    /** The sentences on its VAT hold for the credit as well; that it replaced another one does not. */
    private static List<String> notes(Stored found) {
        var notes = found.notes();
        return found.invoice().replaces().isPresent() ? notes.subList(1, notes.size()) : notes;
    }
}
