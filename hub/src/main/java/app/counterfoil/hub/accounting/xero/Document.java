package app.counterfoil.hub.accounting.xero;

import app.counterfoil.hub.measure.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Under what Xero keeps an entry: sales are invoices, credits are credit notes, whose sums stand above nought there. */
enum Document {
    /** A sale. */
    INVOICE("Invoices", "InvoiceNumber", "InvoiceID"),
    /** A credit. */
    CREDIT_NOTE("CreditNotes", "CreditNoteNumber", "CreditNoteID");

    private final String path;
    private final String number;
    private final String id;

    Document(String path, String number, String id) {
        this.path = path;
        this.number = number;
        this.id = id;
    }

    static Document of(boolean credit) {
        return credit ? CREDIT_NOTE : INVOICE;
    }

    /** Where they are. */
    String path() {
        return path;
    }

    /** The field of its number. */
    String number() {
        return number;
    }

    /** The field of its id. */
    String id() {
        return id;
    }

    /** How one of that number is asked for: the contract has a list of numbers for invoices, and a filter for credit notes. */
    String asked(String wanted) {
        return this == INVOICE
                ? "?InvoiceNumbers=" + encoded(wanted)
                : "?where=" + encoded("CreditNoteNumber==\"" + wanted + "\"");
    }

    /** A sum as it stands there from ours, and back. */
    Money signed(Money amount) {
        return this == INVOICE ? amount : amount.negated();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
