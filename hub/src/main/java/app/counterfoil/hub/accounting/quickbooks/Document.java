package app.counterfoil.hub.accounting.quickbooks;

import app.counterfoil.hub.measure.Money;

/**
 * Under what QuickBooks keeps an entry: sales are invoices, credits are credit memos, whose sums stand above nought there. A
 * sales receipt would say that the money is there and where, which the invoice does not know; a journal entry has no customer
 * and is left out of the lists of sales.
 */
enum Document {
    /** A sale. */
    INVOICE("Invoice", "invoice"),
    /** A credit. */
    CREDIT_MEMO("CreditMemo", "creditmemo");

    private final String kind;
    private final String path;

    Document(String kind, String path) {
        this.kind = kind;
        this.path = path;
    }

    static Document of(boolean credit) {
        return credit ? CREDIT_MEMO : INVOICE;
    }

    /** Its name in queries and answers. */
    String kind() {
        return kind;
    }

    /** Where it is put in. */
    String path() {
        return path;
    }

    /** A sum as it stands there from ours, and back. */
    Money signed(Money amount) {
        return this == INVOICE ? amount : amount.negated();
    }
}
