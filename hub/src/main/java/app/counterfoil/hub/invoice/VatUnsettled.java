package app.counterfoil.hub.invoice;

import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.tax.VatDecision.AskPerson;

/** What a person has to say before the VAT of an order is settled, and where. */
final class VatUnsettled {

    private VatUnsettled() {}

    static CannotInvoice of(OrderFacts order, String product, AskPerson asks) {
        var name = "Order " + order.channelOrderId() + ": ";
        return switch (asks.asks()) {
            case PLACE -> placeUnknown(order, asks.reason());
            case NUMBER ->
                new CannotInvoice(
                        name + asks.reason(),
                        "Look the number up at the tax office and say on the order's page here what you found; the invoice"
                                + " follows from that.");
            case MARKETPLACE ->
                new CannotInvoice(
                        name + asks.reason(),
                        "Ask the marketplace. If it accounts for the VAT, put this invoice aside.");
            case STANDING ->
                new CannotInvoice(
                        name + asks.reason(),
                        "Say under Invoices, Where you pay VAT, how it is; then it is issued by itself. If the VAT is declared"
                                + " elsewhere, put this invoice aside.",
                        WaitsFor.STANDING);
            case VALUE ->
                new CannotInvoice(
                        name + asks.reason(),
                        "Enter HMRC's rate of that month under Invoices, Exchange rates; then it is issued by itself.",
                        WaitsFor.RATES);
            case RATE ->
                new CannotInvoice(
                        name + product + ": " + asks.reason(),
                        "Say the rate under Invoices, Where you pay VAT; then it is issued by itself.",
                        WaitsFor.STANDING);
        };
    }

    private static CannotInvoice placeUnknown(OrderFacts order, String reason) {
        var why = !order.territory().isTold()
                ? order.service().shortTitle()
                        + " has given no address, so nobody knows here where the goods went and which" + " VAT is due."
                : reason;
        return new CannotInvoice(
                "Order " + order.channelOrderId() + ": " + why,
                "Look at the order on the channel's pages and say on its page here whether the goods stayed in the United"
                        + " Kingdom; the invoice follows from that.");
    }
}
