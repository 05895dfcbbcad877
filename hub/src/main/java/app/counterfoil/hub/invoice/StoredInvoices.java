package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.Reckoning;
import app.counterfoil.hub.tax.Reckoning.Figures;
import app.counterfoil.hub.tax.Reckoning.Row;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads back what stands on issued invoices, all but the customer. */
@Component
class StoredInvoices {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    StoredInvoices(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * An issued invoice as it is stored.
     *
     * @param invoice its facts
     * @param supplier who sold
     * @param territory destination of the goods as the order told it
     * @param notes the sentences below the totals
     * @param subject the data subject its customer is sealed under
     * @param sterling the VAT in pounds, where the document tells it
     * @param sterlingRate the exchange rate of that, or empty
     * @param language the language it is written in
     * @param look how it looks; empty for the plain look
     * @param creditReason why it credits, if it is a credit note
     * @param lines what was sold
     * @param sums the figures of the lines
     * @param replaces the short ones it has taken the place of
     */
    record Stored(
            Invoice invoice,
            InvoiceParty supplier,
            String territory,
            List<String> notes,
            SubjectId subject,
            Optional<Money> sterling,
            String sterlingRate,
            DocumentLanguage language,
            Optional<UUID> look,
            Optional<CreditReason> creditReason,
            List<InvoiceLine> lines,
            Reckoning sums,
            List<Replaced> replaces) {

        @Override
        public String toString() {
            return "Stored[hidden]";
        }
    }

    /** The invoice; empty if the seller has no such one. */
    Optional<Stored> one(SellerId seller, UUID id) {
        return transactions.in(seller, () -> db.sql(InvoiceRows.SELECT + " AND invoice.invoice_id = :invoice")
                .param("seller", seller.value())
                .param("invoice", id)
                .query((row, number) -> head(row))
                .optional()
                .map(head -> whole(head, lines(seller, head.invoice()), replaced(seller, head.invoice()))));
    }

    private record Head(
            Invoice invoice,
            InvoiceParty supplier,
            String territory,
            List<String> notes,
            SubjectId subject,
            Optional<Money> sterling,
            String sterlingRate,
            DocumentLanguage language,
            Optional<UUID> look,
            Optional<CreditReason> creditReason) {

        @Override
        public String toString() {
            return "Head[hidden]";
        }
    }

    private static Head head(ResultSet row) throws SQLException {
        var sterling = row.getObject("vat_sterling_minor", Long.class);
        return new Head(
                InvoiceRows.invoice(row),
                new InvoiceParty(
                        row.getString("supplier_name"),
                        List.of(row.getString("supplier_address").split("\n", -1)),
                        Optional.of(row.getString("supplier_vat_number")).filter(vat -> !vat.isBlank())),
                row.getString("territory"),
                row.getString("notes").lines().toList(),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                Optional.ofNullable(sterling).map(Money::pence),
                row.getString("sterling_rate"),
                DocumentLanguage.valueOf(row.getString("language")),
                Optional.ofNullable(row.getObject("look_id", UUID.class)),
                Optional.of(row.getString("credit_reason"))
                        .filter(reason -> !reason.isEmpty())
                        .map(CreditReason::valueOf));
    }

    private static Stored whole(Head head, List<Line> lines, List<Replaced> replaced) {
        return new Stored(
                head.invoice(),
                head.supplier(),
                head.territory(),
                head.notes(),
                head.subject(),
                head.sterling(),
                head.sterlingRate(),
                head.language(),
                head.look(),
                head.creditReason(),
                lines.stream().map(Line::line).toList(),
                sums(lines),
                replaced);
    }

    private record Line(InvoiceLine line, Figures figures) {

        Row row() {
            var extra = line.part() == InvoiceLine.Part.GOODS ? "" : line.description();
            return new Row(extra, line.treatment(), line.rate(), figures);
        }
    }

    private List<Line> lines(SellerId seller, Invoice invoice) {
        Currency currency = invoice.gross().currency();
        return db.sql(
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
                .list();
    }

    private List<Replaced> replaced(SellerId seller, Invoice invoice) {
        return invoice.replaces().isEmpty()
                ? List.of()
                : db.sql(
                                """
                                SELECT part.*, earlier.order_reference, earlier.series, earlier.number, earlier.issued_on,
                                       earlier.supplied_on
                                  FROM invoice_replaced part
                                  JOIN invoice_invoice earlier
                                    ON earlier.seller_id = part.seller_id AND earlier.invoice_id = part.earlier_id
                                 WHERE part.seller_id = :seller AND part.later_id = :invoice
                                 ORDER BY part.first_line
                                """)
                        .param("seller", seller.value())
                        .param("invoice", invoice.id())
                        .query((row, number) -> new Replaced(
                                row.getObject("earlier_id", UUID.class),
                                new OrderId(row.getObject("order_id", UUID.class)),
                                row.getString("order_reference"),
                                InvoiceRows.number(row.getString("series"), row.getLong("number")),
                                row.getObject("issued_on", LocalDate.class),
                                row.getObject("supplied_on", LocalDate.class),
                                row.getInt("first_line"),
                                row.getInt("last_line")))
                        .list();
    }

    private static Reckoning sums(List<Line> lines) {
        return Reckoning.ofRows(lines.stream().map(Line::row).toList());
    }
}
