package app.counterfoil.hub.accounting.sage;

import app.counterfoil.hub.accounting.Entry;
import app.counterfoil.hub.accounting.HandedOverFields;
import app.counterfoil.hub.accounting.ShortNumber;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.invoice.IssuedSales.Customer;
import app.counterfoil.hub.measure.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as Sage's contract has it: a contact, and a document that is of it. The number stands as the reference, by which
 * Sage searches; ours stands in the notes. The VAT of each line is the one that was invoiced. It may name a customer, so it
 * does not print.
 *
 * @param contact the contact, without an id
 * @param document the invoice or credit note, without its contact
 */
record SaleRequest(ObjectNode contact, ObjectNode document) {

    /** The contract's longest reference of an invoice or a credit note. */
    static final int LONGEST_REFERENCE = 25;

    /** The contact of whatever names nobody. */
    private static final String NOBODY = "Sales by Counterfoil";

    private static final String NOBODYS_REFERENCE = "CF-SALES";
    private static final int LONGEST_CONTACT_REFERENCE = 10;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 50;

    private static final JsonMapper JSON = new JsonMapper();

    private static final HandedOverFields FIELDS = new HandedOverFields(
            Set.of(
                    "contact.contact_type_ids",
                    "contact.reference",
                    "document.date",
                    "document.due_date",
                    "document.reference",
                    "document.notes",
                    "document.currency_id",
                    "document.lines.description",
                    "document.lines.ledger_account_id",
                    "document.lines.quantity",
                    "document.lines.tax_rate_id"),
            Set.of("document.lines.unit_price", "document.lines.tax_amount"),
            Map.of(
                    "contact.name", DataCategory.NAME,
                    "contact.main_address.address_line_1", DataCategory.ADDRESS,
                    "contact.main_address.address_line_2", DataCategory.ADDRESS,
                    "contact.main_address.city", DataCategory.ADDRESS));

    /** The request; a customer who is longer than Sage takes is left out as a whole, for a name is not cut. */
    static SaleRequest of(Entry entry) {
        var contact = entry.customer()
                .filter(customer -> fits(entry, customer))
                .map(customer -> named(entry, customer))
                .orElseGet(() -> contact(NOBODY, NOBODYS_REFERENCE));
        var kind = Document.of(entry.isCredit());
        var document = JSON.createObjectNode().put("date", entry.day().toString());
        if (!entry.isCredit()) {
            document.put("due_date", entry.day().toString());
        }
        document.put("reference", ShortNumber.of(entry.number(), LONGEST_REFERENCE))
                .put("notes", entry.reference())
                .put("currency_id", entry.currency().getCurrencyCode());
        var lines = document.putArray(kind.lines());
        for (var line : entry.lines()) {
            lines.addObject()
                    .put("description", line.description())
                    .put("ledger_account_id", line.account())
                    .put("quantity", 1)
                    .put("unit_price", decimal(kind.signed(line.net())))
                    .put("tax_rate_id", line.vatCode())
                    .put("tax_amount", decimal(kind.signed(line.vat())));
        }
        return new SaleRequest(contact, document);
    }

    /** What of people's data is in it; read from what is sent. */
    Set<DataCategory> handsOver(Entry entry) {
        var whole = JSON.createObjectNode();
        whole.set("contact", contact);
        var shown = document.deepCopy();
        shown.set("lines", shown.remove(Document.of(entry.isCredit()).lines()));
        whole.set("document", shown);
        return FIELDS.of(whole, entry.way(), contact.path("name").asString("").equals(NOBODY));
    }

    private static ObjectNode contact(String name, String reference) {
        var contact = JSON.createObjectNode().put("name", name).put("reference", reference);
        contact.putArray("contact_type_ids").add("CUSTOMER");
        return contact;
    }

    /** A contact of its own for each invoice, so two people of one name stay two; known again by a mark of the number. */
    private static ObjectNode named(Entry entry, Customer customer) {
        var contact = contact(name(entry, customer), ShortNumber.mark(entry.sale(), LONGEST_CONTACT_REFERENCE));
        var lines = customer.address();
        if (!lines.isEmpty()) {
            var address = contact.putObject("main_address").put("address_line_1", lines.get(0));
            if (lines.size() > 1) {
                address.put("address_line_2", lines.get(1));
            }
            if (lines.size() > 2) {
                address.put("city", rest(lines));
            }
        }
        return contact;
    }

    private static String name(Entry entry, Customer customer) {
        return customer.name() + " (" + entry.sale() + ")";
    }

    private static String rest(List<String> lines) {
        return String.join(", ", lines.subList(Math.min(2, lines.size()), lines.size()));
    }

    private static boolean fits(Entry entry, Customer customer) {
        return name(entry, customer).length() <= LONGEST_NAME
                && rest(customer.address()).length() <= LONGEST_LINE
                && customer.address().stream().limit(2).allMatch(line -> line.length() <= LONGEST_LINE);
    }

    private static BigDecimal decimal(Money amount) {
        return new BigDecimal(amount.decimal());
    }

    @Override
    public String toString() {
        return "SaleRequest[hidden]";
    }
}
