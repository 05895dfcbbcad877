package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.tax.Reckoning.Figures;
import app.counterfoil.hub.tax.VatDecision;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes issued invoices; always within the transaction of the one who issues. */
@Component
class InvoiceRows {

    private static final String READ =
            """
            SELECT invoice.*, COALESCE(part.order_id, invoice.order_id) AS of_order,
                   COALESCE(earlier.order_reference, invoice.order_reference) AS of_reference,
                   COALESCE(earlier.net_minor, invoice.net_minor) AS of_net,
                   COALESCE(earlier.vat_minor, invoice.vat_minor) AS of_vat,
                   (SELECT count(*) FROM invoice_replaced every
                     WHERE every.seller_id = invoice.seller_id AND every.later_id = invoice.invoice_id) AS parts,
                   earlier.invoice_id AS earlier,
                   earlier.series AS earlier_series, earlier.number AS earlier_number, earlier.issued_on AS earlier_issued_on,
                   later.invoice_id AS later, later.series AS later_series, later.number AS later_number,
                   later.issued_on AS later_issued_on,
                   credited.series AS credited_series, credited.number AS credited_number,
                   credited.issued_on AS credited_issued_on
              FROM invoice_invoice invoice
              LEFT JOIN invoice_replaced part
                     ON part.seller_id = invoice.seller_id AND part.later_id = invoice.invoice_id AND %s
              LEFT JOIN invoice_invoice earlier
                     ON earlier.seller_id = invoice.seller_id AND earlier.invoice_id = part.earlier_id
              LEFT JOIN invoice_replaced turned
                     ON turned.seller_id = invoice.seller_id AND turned.earlier_id = invoice.invoice_id
              LEFT JOIN invoice_invoice later
                     ON later.seller_id = invoice.seller_id AND later.invoice_id = turned.later_id
              LEFT JOIN invoice_invoice credited
                     ON credited.seller_id = invoice.seller_id AND credited.invoice_id = invoice.credits
             WHERE invoice.seller_id = :seller
            """;

    /**
     * Reads documents with what they replace, what replaces them and what they credit; conditions follow with {@code AND}. One
     * for several orders is told as of the first of them.
     */
    static final String SELECT = READ.formatted("part.earlier_id = invoice.replaces");

    /** The same of these orders; one for several of them is told for each. */
    static final String OF_ORDERS = READ.formatted("TRUE")
            + """
               AND COALESCE(part.order_id, invoice.order_id) = ANY (:orders)
               AND invoice.invoice_id IN (
                   SELECT invoice_id FROM invoice_invoice WHERE seller_id = :seller AND order_id = ANY (:orders)
                   UNION ALL
                   SELECT later_id FROM invoice_replaced WHERE seller_id = :seller AND order_id = ANY (:orders))
            """;

    private final JdbcClient db;
    private final BusinessClock clock;

    InvoiceRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The next number of the series; it is taken only if the transaction commits, and others wait for it. */
    long nextNumber(SellerId seller, String series) {
        return db.sql(
                        """
                        INSERT INTO invoice_series AS series (seller_id, series, last_number)
                        VALUES (:seller, :series, 1)
                            ON CONFLICT (seller_id, series) DO UPDATE SET last_number = series.last_number + 1
                        RETURNING last_number
                        """)
                .param("seller", seller.value())
                .param("series", series)
                .query(Long.class)
                .single();
    }

    void insert(
            SellerId seller,
            UUID id,
            String series,
            long number,
            OrderFacts order,
            Business business,
            DraftInvoice draft,
            DocumentLooks.Chosen look,
            Optional<LocalDate> partyEnds) {
        var total = draft.sums().total();
        db.sql(
                        """
                        INSERT INTO invoice_invoice
                               (seller_id, invoice_id, series, number, order_id, order_reference, kind, issued_at, issued_on,
                                supplied_on, currency, net_minor, vat_minor, gross_minor, vat_sterling_minor,
                                sterling_rate, supplier_name, supplier_address, supplier_vat_number, notes, territory,
                                place_reason, subject_id, party_ends_on, replaces, evidence_due, credits, credit_reason, language, look_id)
                        VALUES (:seller, :invoice, :series, :number, :order, :reference, :kind, :now, :today,
                                :supplied, :currency, :net, :vat, :gross, CAST(:sterling AS bigint),
                                :sterlingRate, :name, :address, :vatNumber, :notes, :territory,
                                :placeReason, :subject, CAST(:ends AS date), CAST(:replaces AS uuid), CAST(:evidence AS date),
                                CAST(:credits AS uuid), :creditReason, :language, CAST(:look AS uuid))
                        """)
                .param("seller", seller.value())
                .param("invoice", id)
                .param("series", series)
                .param("number", number)
                .param("order", order.id().value())
                .param("reference", order.channelOrderId())
                .param("kind", draft.kind().name())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("today", clock.today())
                .param("supplied", draft.suppliedOn())
                .param("currency", total.gross().currency().getCurrencyCode())
                .param("net", total.net().minor())
                .param("vat", total.vat().minor())
                .param("gross", total.gross().minor())
                .param(
                        "sterling",
                        draft.sterling()
                                .map(told -> told.vat().minor())
                                .map(String::valueOf)
                                .orElse(null))
                .param(
                        "sterlingRate",
                        draft.sterling().map(DraftInvoice.Sterling::rate).orElse(""))
                .param("name", business.tradingName())
                .param("address", String.join("\n", business.address()) + "\n" + business.postcode())
                .param("vatNumber", business.vatNumber())
                .param("notes", String.join("\n", draft.notes()))
                .param("territory", draft.territory())
                .param("placeReason", draft.placeReason())
                .param("subject", order.subject().value())
                .param("ends", partyEnds.map(LocalDate::toString).orElse(null))
                .param(
                        "replaces",
                        draft.replaces().stream()
                                .map(part -> part.earlier().toString())
                                .findFirst()
                                .orElse(null))
                .param("evidence", draft.evidenceDue().map(LocalDate::toString).orElse(null))
                .param(
                        "credits",
                        draft.credits()
                                .map(credit -> credit.invoice().id().toString())
                                .orElse(null))
                .param(
                        "creditReason",
                        draft.credits().map(credit -> credit.reason().name()).orElse(""))
                .param("language", look.language().name())
                .param("look", look.look().map(UUID::toString).orElse(null))
                .update();
        insertLines(seller, id, draft);
        insertReplaced(seller, id, draft.replaces());
    }

    private void insertReplaced(SellerId seller, UUID id, List<Replaced> replaced) {
        db.sql(
                        """
                        INSERT INTO invoice_replaced (seller_id, earlier_id, later_id, order_id, first_line, last_line)
                        SELECT :seller, row.earlier, :later, row.order_id, row.first_line, row.last_line
                          FROM unnest(CAST(:earlier AS uuid[]), CAST(:orders AS uuid[]), CAST(:first AS int[]),
                                      CAST(:last AS int[])) AS row (earlier, order_id, first_line, last_line)
                        """)
                .param("seller", seller.value())
                .param("later", id)
                .param("earlier", replaced.stream().map(Replaced::earlier).toArray(UUID[]::new))
                .param(
                        "orders",
                        OrderId.values(replaced.stream().map(Replaced::order).toList()))
                .param("first", replaced.stream().map(Replaced::firstLine).toArray(Integer[]::new))
                .param("last", replaced.stream().map(Replaced::lastLine).toArray(Integer[]::new))
                .update();
    }

    private void insertLines(SellerId seller, UUID id, DraftInvoice draft) {
        var lines = draft.lines();
        var sums = draft.sums().rows();
        db.sql(
                        """
                        INSERT INTO invoice_line
                               (seller_id, invoice_id, line, part, description, quantity, treatment, rate_bp, net_minor, vat_minor,
                                gross_minor, reason, rule, of_line)
                        SELECT :seller, :invoice, row.line, row.part, row.description, row.quantity, row.treatment, row.rate, row.net,
                               row.vat, row.net + row.vat, row.reason, row.rule, row.of_line
                          FROM unnest(CAST(:parts AS text[]), CAST(:descriptions AS text[]), CAST(:quantities AS int[]),
                                      CAST(:treatments AS text[]), CAST(:rates AS int[]), CAST(:nets AS bigint[]),
                                      CAST(:vats AS bigint[]), CAST(:reasons AS text[]), CAST(:rules AS text[]), CAST(:ofLines AS int[]))
                               WITH ORDINALITY
                            AS row(part, description, quantity, treatment, rate, net, vat, reason, rule, of_line, line)
                        """)
                .param("seller", seller.value())
                .param("invoice", id)
                .param("parts", lines.stream().map(line -> line.part().name()).toArray(String[]::new))
                .param(
                        "descriptions",
                        lines.stream().map(InvoiceLine::description).toArray(String[]::new))
                .param("quantities", lines.stream().map(InvoiceLine::quantity).toArray(Integer[]::new))
                .param(
                        "treatments",
                        lines.stream().map(line -> line.treatment().name()).toArray(String[]::new))
                .param(
                        "rates",
                        lines.stream().map(line -> line.rate().basisPoints()).toArray(Integer[]::new))
                .param(
                        "nets",
                        sums.stream().map(row -> row.figures().net().minor()).toArray(Long[]::new))
                .param(
                        "vats",
                        sums.stream().map(row -> row.figures().vat().minor()).toArray(Long[]::new))
                .param("reasons", told(draft, VatDecision::reason))
                .param("rules", told(draft, VatDecision::source))
                .param(
                        "ofLines",
                        draft.credits()
                                .map(credit -> credit.ofLines().toArray(Integer[]::new))
                                .orElseGet(() -> new Integer[lines.size()]))
                .update();
    }

    /** Lines of goods come first; what goes with them follows their VAT and needs no reason of its own. */
    private static String[] told(DraftInvoice draft, Function<VatDecision, String> what) {
        return IntStream.range(0, draft.lines().size())
                .mapToObj(line -> line < draft.settled().size()
                        ? what.apply(draft.settled().get(line))
                        : "")
                .toArray(String[]::new);
    }

    /** The supplier as the invoice names it. */
    static InvoiceParty supplier(Business business) {
        return new InvoiceParty(
                business.tradingName(),
                Stream.concat(business.address().stream(), Stream.of(business.postcode()))
                        .toList(),
                Optional.of(business.vatNumber()).filter(number -> !number.isBlank()));
    }

    static Invoice invoice(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Invoice(
                row.getObject("invoice_id", UUID.class),
                number(row.getString("series"), row.getLong("number")),
                new OrderId(row.getObject("of_order", UUID.class)),
                row.getString("of_reference"),
                InvoiceKind.valueOf(row.getString("kind")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("supplied_on", LocalDate.class),
                new Money(row.getLong("net_minor"), currency),
                new Money(row.getLong("vat_minor"), currency),
                new Money(row.getLong("gross_minor"), currency),
                Optional.ofNullable(row.getObject("party_ends_on", LocalDate.class)),
                row.getString("place_reason"),
                other(row, "earlier", "earlier"),
                other(row, "later", "later"),
                other(row, "credits", "credited"),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                Math.max(1, row.getInt("parts")),
                new Figures(
                        new Money(row.getLong("of_net"), currency),
                        new Money(row.getLong("of_vat"), currency),
                        new Money(row.getLong("of_net") + row.getLong("of_vat"), currency)));
    }

    private static Optional<Invoice.Other> other(ResultSet row, String id, String prefix) throws SQLException {
        var other = row.getObject(id, UUID.class);
        return other == null
                ? Optional.empty()
                : Optional.of(new Invoice.Other(
                        other,
                        number(row.getString(prefix + "_series"), row.getLong(prefix + "_number")),
                        row.getObject(prefix + "_issued_on", LocalDate.class)));
    }

    static String number(String series, long number) {
        return String.format(Locale.ROOT, "%s-%06d", series, number);
    }
}
