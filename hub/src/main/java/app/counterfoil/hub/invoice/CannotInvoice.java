package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.OrderFacts;
import java.time.LocalDate;
import java.util.List;

/** An invoice that was not issued, so that no number was used. */
public final class CannotInvoice extends Refusal {
    private final WaitsFor waitsFor;

    CannotInvoice(String wrong, String mend) {
        this(wrong, mend, WaitsFor.ORDER);
    }

    CannotInvoice(String wrong, String mend, WaitsFor waitsFor) {
        super(wrong, mend);
        this.waitsFor = waitsFor;
    }

    /** Where a person mends it. */
    public WaitsFor waitsFor() {
        return waitsFor;
    }

    /** The buyer asks for a full invoice in place of the short one, and nobody is known any more. */
    static CannotInvoice namesNobodyAnyMore(OrderFacts order, Invoice earlier) {
        return new CannotInvoice(
                "A full invoice in place of " + earlier.number() + " must name the customer, but " + whyNobody(order)
                        + ".",
                "Take name and address from the buyer, issue it in your accounting program, and write on it that it"
                        + " replaces " + earlier.number() + ".");
    }

    /** Something of an issued invoice has ended. */
    static CannotInvoice gone(String what, Invoice invoice, LocalDate end) {
        return new CannotInvoice(
                what + " of invoice " + invoice.number() + " can no longer be opened: it ended on " + Written.day(end)
                        + ".",
                "Its totals remain in the list; the rest is gone, as the law asks.");
    }

    /** The customer of an issued invoice has asked that their data is kept and not used. */
    static CannotInvoice restricted(String what, Invoice invoice) {
        return new CannotInvoice(
                what + " of invoice " + invoice.number()
                        + " is not opened: the use of its customer's data is restricted.",
                "Ask whoever answers for the data in your shop to lift the restriction first.");
    }

    private static String whyNobody(OrderFacts order) {
        var channel = order.service().shortTitle();
        return order.personalEndsOn()
                .map(end -> "its name and address ended here on " + Written.day(end))
                .orElse(
                        order.byChannel()
                                ? channel + " sends it itself and gives neither name nor address"
                                : channel + " has given neither name nor address");
    }

    /** The rate is printed on a document that nobody can change, so it is not guessed. */
    static CannotInvoice vatUnsaid(List<String> products) {
        return new CannotInvoice(
                "Say the VAT of " + String.join(", of ", products) + " first.",
                "Say it under Invoices, VAT of products: for the product, or once for most of what you sell; then it is"
                        + " issued by itself.",
                WaitsFor.PRODUCTS);
    }

    /** A full invoice names the customer, and nobody is known. */
    static CannotInvoice namesNobody(OrderFacts order, String because) {
        var channel = order.service().shortTitle();
        return new CannotInvoice(
                "Order " + order.channelOrderId() + " needs a full VAT invoice, for " + because
                        + "; that must name the customer, but " + whyNobody(order) + ".",
                "A consumer needs none: put it aside. If a business asks for one, take name and address from the buyer and"
                        + " issue it in your accounting program"
                        + (order.byChannel() ? ", or let " + channel + " issue it." : "."));
    }
}
