package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.ChangedSince;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.OpenInvoices;
import app.counterfoil.hub.invoice.OpenInvoices.OpenInvoice;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Territory;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The invoice on the order's page: what it says, what has changed since, or why there is none and what to do. */
@Component
class InvoicePanel implements OrderPanel {

    private final Invoices invoices;
    private final OpenInvoices open;
    private final ChangedSince changedSince;

    InvoicePanel(Invoices invoices, OpenInvoices open, ChangedSince changedSince) {
        this.invoices = invoices;
        this.open = open;
        this.changedSince = changedSince;
    }

    @Override
    public Box box(SignedIn reader, OrderFacts order) {
        if (!reader.carries(Purpose.TAX_RECORD)) {
            return new Box("Invoice", List.of(), List.of());
        }
        var issued = invoices.ofOrder(reader.seller(), order.id());
        if (issued.isPresent()) {
            return issued(reader, issued.get());
        }
        if (order.state() == OrderState.CANCELLED || order.state() == OrderState.AWAITING_PAYMENT) {
            return new Box("Invoice", List.of(), List.of());
        }
        return notIssued(reader, order);
    }

    private Box issued(SignedIn reader, Invoice invoice) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(invoice.kind().title(), invoice.number()));
        facts.add(new Fact("Total", invoice.gross().shown()));
        facts.add(new Fact("of which VAT", invoice.vat().shown()));
        if (!invoice.placeReason().isEmpty()) {
            facts.add(new Fact("Place of supply", invoice.placeReason() + "."));
        }
        var change = changedSince.of(reader.seller(), List.of(invoice)).get(invoice.id());
        if (change != null) {
            facts.add(new Fact("Changed since", change.what()));
            facts.add(new Fact("Due", change.due() + " This invoice stays as it is."));
        }
        return new Box(
                "Invoice", facts, List.of(new Action("Open the PDF", "/invoices/" + invoice.id() + "/pdf", false)));
    }

    private Box notIssued(SignedIn reader, OrderFacts order) {
        var path = "/orders/" + order.id().value() + "/invoice";
        var facts = new ArrayList<Fact>();
        var actions = new ArrayList<Action>();
        var waits = open.of(reader.seller(), order.id());
        var refused = waits.filter(each -> !each.wrong().isEmpty());
        if (refused.isPresent()) {
            facts.add(new Fact(
                    refused.get().aside() ? "Put aside" : "Not issued",
                    refused.get().wrong()));
            facts.add(new Fact("What to do", refused.get().mend()));
        } else {
            facts.add(new Fact("Invoice", when(order, waits.isPresent())));
        }
        refused.map(OpenInvoice::waitsFor).flatMap(WhereToMend::link).ifPresent(actions::add);
        actions.add(new Action("Issue the invoice", path, true));
        if (!order.business()) {
            actions.add(new Action("Issue a full one, with the buyer's name", path + "?full=true", true));
        }
        if (isPlaceUnclear(order)) {
            actions.add(new Action("The goods stayed in the United Kingdom", path + "/place?inside=true", true));
            actions.add(new Action("They left the United Kingdom", path + "/place?inside=false", true));
        }
        if (refused.filter(each -> !each.aside()).isPresent()) {
            actions.add(new Action("Put aside: none is to be issued here", path + "/aside", true));
        }
        return new Box("Invoice", facts, actions);
    }

    private static String when(OrderFacts order, boolean waits) {
        if (waits) {
            return "It is being issued.";
        }
        return order.state() == OrderState.DISPATCHED
                ? "None was issued here. It left before the account was connected, or long ago: if it has no invoice"
                        + " elsewhere, issue it."
                : "Issued by itself when the parcel leaves";
    }

    private static boolean isPlaceUnclear(OrderFacts order) {
        return switch (order.territory()) {
            case "", Territory.UNCLEAR, Territory.FORCES_POST -> !order.vatByChannel();
            default -> false;
        };
    }

    @Override
    public int position() {
        return 20;
    }
}
