package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.WaitsFor;
import app.counterfoil.hub.order.OrderPanel.Action;
import java.util.Optional;

/** The page on which a person mends what keeps an invoice from being issued, where that is not the order's own. */
final class WhereToMend {

    private WhereToMend() {}

    static Optional<Action> link(WaitsFor waitsFor) {
        return switch (waitsFor) {
            case ORDER -> Optional.empty();
            case PRODUCTS -> Optional.of(new Action("Say the VAT", "/invoices/products", false));
            case RATES -> Optional.of(new Action("Enter the rate", "/invoices/rates", false));
            case STANDING -> Optional.of(new Action("Say where you pay VAT", "/invoices/vat", false));
        };
    }
}
