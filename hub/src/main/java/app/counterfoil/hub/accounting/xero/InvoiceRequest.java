package app.counterfoil.hub.accounting.xero;

import app.counterfoil.hub.accounting.Entry;
import app.counterfoil.hub.invoice.IssuedSales.Customer;
import app.counterfoil.hub.measure.Money;
import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as Xero's contract has an invoice or a credit note: amounts without VAT and the VAT of each line as invoiced, since Xero's own
 * arithmetic could round it otherwise.
 */
final class InvoiceRequest {

    /** The contact of whatever names nobody. */
    static final String NOBODY = "Sales by Counterfoil";

    private static final JsonMapper JSON = new JsonMapper();

    /** The contract's limits: names to 255 characters, a line of an address to 500. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_LINE = 500;
    private static final int MOST_LINES = 4;

    private InvoiceRequest() {}

    /** The request; a customer who is longer than Xero takes is left out as a whole, for a name is not cut. */
    static ObjectNode of(Entry entry) {
        var document = Document.of(entry.isCredit());
        var invoice = JSON.createObjectNode()
                .put("Type", entry.isCredit() ? "ACCRECCREDIT" : "ACCREC")
                .put("Status", "AUTHORISED")
                .put(document.number(), entry.number())
                .put("Reference", entry.reference())
                .put("Date", entry.day().toString());
        if (!entry.isCredit()) {
            invoice.put("DueDate", entry.day().toString());
        }
        invoice.put("CurrencyCode", entry.currency().getCurrencyCode()).put("LineAmountTypes", "Exclusive");
        entry.customer()
                .filter(customer -> fits(entry, customer))
                .ifPresentOrElse(customer -> name(invoice, entry, customer), () -> invoice.putObject("Contact")
                        .put("Name", NOBODY));
        var lines = invoice.putArray("LineItems");
        for (var line : entry.lines()) {
            lines.addObject()
                    .put("Description", line.description())
                    .put("Quantity", 1)
                    .put("UnitAmount", decimal(document.signed(line.net())))
                    .put("AccountCode", line.account())
                    .put("TaxType", line.vatCode())
                    .put("TaxAmount", decimal(document.signed(line.vat())));
        }
        return invoice;
    }

    /** Contacts of one name are one contact there; with the number of the invoice two people stay two. */
    private static String name(Entry entry, Customer customer) {
        return customer.name() + " (" + entry.sale() + ")";
    }

    private static boolean fits(Entry entry, Customer customer) {
        return name(entry, customer).length() <= LONGEST_NAME
                && String.join(", ", customer.address()).length() <= LONGEST_LINE;
    }

    private static void name(ObjectNode invoice, Entry entry, Customer customer) {
        var contact = invoice.putObject("Contact").put("Name", name(entry, customer));
        var lines = customer.address();
        if (!lines.isEmpty()) {
            var address = contact.putArray("Addresses").addObject().put("AddressType", "POBOX");
            for (int at = 0; at < Math.min(lines.size(), MOST_LINES); at++) {
                var rest = at == MOST_LINES - 1 ? lines.subList(at, lines.size()) : lines.subList(at, at + 1);
                address.put("AddressLine" + (at + 1), String.join(", ", rest));
            }
        }
    }

    private static BigDecimal decimal(Money amount) {
        return new BigDecimal(amount.decimal());
    }
}
