package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.Reckoning;
import app.counterfoil.hub.tax.Reckoning.Figures;
import app.counterfoil.hub.tax.Reckoning.RateTotal;
import app.counterfoil.hub.tax.Reckoning.Row;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.RecordRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the PDF of an issued invoice from its stored record, the same bytes every time. */
@Component
public class InvoicePdfs {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final InvoicePdf pdf;

    InvoicePdfs(JdbcClient db, SellerTransactions transactions, Custody custody, InvoicePdf pdf) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
        this.pdf = pdf;
    }

    /**
     * The PDF; empty if the seller has no such invoice.
     *
     * @throws CannotInvoice if its customer has ended or cannot be printed
     * @throws app.counterfoil.vault.PurposeNotCarried if it names a customer and the role does not open tax records
     */
    public Optional<byte[]> of(SignedIn person, UUID id) {
        return document(person, id).map(pdf::render);
    }

    private record Head(
            Invoice invoice, InvoiceParty supplier, List<String> notes, SubjectId subject, Optional<Money> sterling) {

        @Override
        public String toString() {
            return "Head[hidden]";
        }
    }

    private Optional<InvoiceDocument> document(SignedIn person, UUID id) {
        var seller = person.seller();
        var head = transactions.in(seller, () -> db.sql(
                        "SELECT * FROM invoice_invoice WHERE seller_id = :seller AND invoice_id = :invoice")
                .param("seller", seller.value())
                .param("invoice", id)
                .query((row, number) -> new Head(
                        InvoiceRows.invoice(row),
                        new InvoiceParty(
                                row.getString("supplier_name"),
                                List.of(row.getString("supplier_address").split("\n", -1)),
                                Optional.of(row.getString("supplier_vat_number"))
                                        .filter(vat -> !vat.isBlank())),
                        row.getString("notes").lines().toList(),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        row.getString("vat_sterling_minor") == null
                                ? Optional.empty()
                                : Optional.of(Money.pence(row.getLong("vat_sterling_minor")))))
                .optional());
        return head.map(found -> {
            var lines = lines(person, found.invoice());
            return new InvoiceDocument(
                    found.invoice().kind(),
                    found.invoice().number(),
                    found.invoice().issuedOn(),
                    found.invoice().suppliedOn(),
                    found.supplier(),
                    found.invoice().kind() == InvoiceKind.FULL
                            ? Optional.of(customer(person, found.invoice(), found.subject()))
                            : Optional.empty(),
                    lines.stream().map(Line::line).toList(),
                    sums(found.invoice(), lines),
                    found.sterling(),
                    found.notes(),
                    found.invoice().orderReference());
        });
    }

    private InvoiceParty customer(SignedIn person, Invoice invoice, SubjectId subject) {
        var outcome = custody.in(
                        person.seller(),
                        vault -> vault.open(
                                person.opening(Purpose.TAX_RECORD, "INVOICE_PDF"),
                                InvoiceParty.KIND,
                                List.of(new RecordRef(invoice.id(), subject))))
                .get(invoice.id());
        if (outcome instanceof Outcome.Opened<InvoiceParty> whole) {
            return whole.content();
        }
        throw new CannotInvoice(
                "The customer of invoice " + invoice.number() + " can no longer be opened"
                        + invoice.partyEndsOn()
                                .map(end -> ": it ended on " + end)
                                .orElse("") + ".",
                "Its totals remain in the list; the person is gone, as the law asks.");
    }

    private record Line(InvoiceLine line, Figures figures) {

        Row row() {
            var extra = line.part() == InvoiceLine.Part.GOODS ? "" : line.description();
            return new Row(extra, line.treatment(), line.rate(), figures);
        }
    }

    private List<Line> lines(SignedIn person, Invoice invoice) {
        var seller = person.seller();
        Currency currency = invoice.gross().currency();
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT part, description, quantity, treatment, rate_bp, net_minor, vat_minor, gross_minor
                          FROM invoice_line
                         WHERE seller_id = :seller AND invoice_id = :invoice
                         ORDER BY line
                        """)
                .param("seller", seller.value())
                .param("invoice", invoice.id())
                .query((row, number) -> new Line(
                        new InvoiceLine(
                                InvoiceLine.Part.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getInt(3),
                                VatTreatment.valueOf(row.getString(4)),
                                new VatRate(row.getInt(5))),
                        new Figures(
                                new Money(row.getLong(6), currency),
                                new Money(row.getLong(7), currency),
                                new Money(row.getLong(8), currency))))
                .list());
    }

    private static Reckoning sums(Invoice invoice, List<Line> lines) {
        record Heading(VatTreatment treatment, VatRate rate) {}
        var byRate = new LinkedHashMap<Heading, Figures>();
        for (var line : lines) {
            byRate.merge(new Heading(line.line().treatment(), line.line().rate()), line.figures(), Figures::plus);
        }
        var rates = new ArrayList<RateTotal>();
        byRate.forEach((heading, figures) -> rates.add(new RateTotal(heading.treatment(), heading.rate(), figures)));
        rates.sort(Comparator.comparing(RateTotal::rate).reversed().thenComparing(RateTotal::treatment));
        return new Reckoning(
                lines.stream().map(Line::row).toList(),
                rates,
                new Figures(invoice.net(), invoice.vat(), invoice.gross()));
    }
}
