package app.counterfoil.hub.accounting.sage;

import app.counterfoil.hub.measure.Money;

/**
 * Under what Sage keeps an entry: sales are sales invoices, credits are sales credit notes, whose sums stand above nought
 * there. A sales quick entry would be smaller, but has one account and one rate, and a day has several of both: in parts it
 * could be entered by half.
 */
enum Document {
    /** A sale. */
    INVOICE("sales_invoices", "sales_invoice", "invoice_lines"),
    /** A credit. */
    CREDIT_NOTE("sales_credit_notes", "sales_credit_note", "credit_note_lines");

    private final String path;
    private final String field;
    private final String lines;

    Document(String path, String field, String lines) {
        this.path = path;
        this.field = field;
        this.lines = lines;
    }

    static Document of(boolean credit) {
        return credit ? CREDIT_NOTE : INVOICE;
    }

    /** Where they are. */
    String path() {
        return path;
    }

    /** The field of a request that holds one. */
    String field() {
        return field;
    }

    /** The field of its lines. */
    String lines() {
        return lines;
    }

    /** A sum as it stands there from ours, and back. */
    Money signed(Money amount) {
        return this == INVOICE ? amount : amount.negated();
    }
}
