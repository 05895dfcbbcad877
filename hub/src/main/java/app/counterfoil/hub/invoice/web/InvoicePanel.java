package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.ChangedSince;
import app.counterfoil.hub.invoice.DutyOfOrders;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.InvoicesDue;
import app.counterfoil.hub.invoice.InvoicesDue.OpenInvoice;
import app.counterfoil.hub.invoice.LookUpNumbers;
import app.counterfoil.hub.invoice.VatOfOrders;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.tax.VatDecision;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The invoice on the order's page: what it says, what has changed since, or why there is none and what to do. */
@Component
class InvoicePanel implements OrderPanel {

    private final Invoices invoices;
    private final InvoicesDue open;
    private final ChangedSince changedSince;
    private final VatOfOrders vatOfOrders;
    private final DutyOfOrders duty;
    private final BusinessClock clock;

    private final LookUpNumbers lookUp;

    InvoicePanel(
            Invoices invoices,
            InvoicesDue open,
            ChangedSince changedSince,
            VatOfOrders vatOfOrders,
            DutyOfOrders duty,
            BusinessClock clock,
            LookUpNumbers lookUp) {
        this.lookUp = lookUp;
        this.invoices = invoices;
        this.open = open;
        this.changedSince = changedSince;
        this.vatOfOrders = vatOfOrders;
        this.duty = duty;
        this.clock = clock;
    }

    @Override
    public Box box(SignedIn reader, OrderFacts order) {
        if (!reader.carries(Purpose.TAX_RECORD)) {
            return new Box("Invoice", List.of(), List.of());
        }
        var issued = invoices.ofOrder(reader.seller(), order.id());
        if (issued.isPresent()) {
            return issued(reader, order, issued.get());
        }
        if (order.state() == OrderState.CANCELLED || order.state() == OrderState.AWAITING_PAYMENT) {
            return new Box("Invoice", List.of(), List.of());
        }
        return notIssued(reader, order);
    }

    private Box issued(SignedIn reader, OrderFacts order, Invoice invoice) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(invoice.kind().title(), invoice.number()));
        facts.add(new Fact("Total", invoice.gross().shown()));
        facts.add(new Fact("of which VAT", invoice.vat().shown()));
        if (invoice.isConsolidated()) {
            facts.add(new Fact("For", invoice.orders() + " orders of one customer"));
            facts.add(new Fact("Of this order", invoice.ofOrder().gross().shown()));
        }
        if (!invoice.placeReason().isEmpty()) {
            facts.add(new Fact("Place of supply", invoice.placeReason() + "."));
        }
        duty.inWords(reader.seller(), order).ifPresent(words -> facts.add(new Fact("EU customs duty", words)));
        invoices.reasons(reader.seller(), invoice.id()).forEach(reason -> facts.add(new Fact("Why this VAT", reason)));
        var change = changedSince.of(reader.seller(), List.of(invoice)).get(invoice.id());
        if (change != null) {
            facts.add(new Fact("Changed since", change.what()));
            facts.add(new Fact("Due", change.due() + " This invoice stays as it is."));
        }
        var actions = new ArrayList<Action>();
        actions.add(new Action("Open the PDF", "/invoices/" + invoice.id() + "/pdf", false));
        if (invoice.kind() == InvoiceKind.FULL) {
            actions.add(new Action("For machines: XML, UBL", "/invoices/" + invoice.id() + "/forms", false));
        }
        credits(reader, invoice, facts, actions);
        invoice.replaces().ifPresent(earlier -> {
            facts.add(new Fact(
                    "In place of",
                    earlier.number() + " of " + Written.longDay(earlier.issuedOn())
                            + ", which stays readable and no longer counts."));
            actions.add(new Action("Open " + earlier.number(), "/invoices/" + earlier.id() + "/pdf", false));
        });
        if (invoice.kind() == InvoiceKind.SIMPLIFIED && order.state() != OrderState.CANCELLED) {
            fullInItsPlace(order, facts, actions);
        }
        return new Box("Invoice", facts, actions);
    }

    private void credits(SignedIn reader, Invoice invoice, List<Fact> facts, List<Action> actions) {
        var notes = invoices.documentsOf(reader.seller(), List.of(invoice.order())).stream()
                .filter(Invoice::isCreditNote)
                .toList();
        var left = invoice.ofOrder().gross();
        for (var note : notes) {
            facts.add(new Fact(
                    note.title(),
                    note.number() + ": " + note.gross().negated().shown() + ", paid back on "
                            + Written.longDay(note.suppliedOn())));
            actions.add(new Action("Open " + note.number(), "/invoices/" + note.id() + "/pdf", false));
            left = left.plus(note.gross());
        }
        if (!notes.isEmpty()) {
            facts.add(new Fact(invoice.isConsolidated() ? "Left of this order" : "Left of the invoice", left.shown()));
        }
        if (left.minor() > 0) {
            actions.add(new Action("Credit a refund", "/invoices/" + invoice.id() + "/credit", false));
        }
    }

    /** A taxable buyer may ask for a full one, and asks after the delivery. */
    private void fullInItsPlace(OrderFacts order, List<Fact> facts, List<Action> actions) {
        var ends = order.personalEndsOn();
        if (ends.filter(end -> end.isAfter(clock.today())).isPresent()) {
            facts.add(new Fact(
                    "If a business asks for a full one",
                    "It can be issued in place of this one until "
                            + Written.longDay(ends.get().minusDays(1)) + "."));
            actions.add(new Action(
                    "Issue a full invoice in its place: the buyer asked for one",
                    "/orders/" + order.id().value() + "/invoice/full",
                    true));
            actions.add(new Action(
                    "One invoice for several orders",
                    "/orders/" + order.id().value() + "/invoice/consolidated",
                    false));
        } else {
            facts.add(new Fact(
                    "If a business asks for a full one",
                    "It must name the customer, and "
                            + ends.map(end -> "name and address ended here on " + Written.longDay(end))
                                    .orElse("nobody is known here")
                            + ". Take them from the buyer and issue it in your accounting program, as a replacement of this"
                            + " one."));
        }
    }

    private Box notIssued(SignedIn reader, OrderFacts order) {
        var path = "/orders/" + order.id().value() + "/invoice";
        var facts = new ArrayList<Fact>();
        var actions = new ArrayList<Action>();
        duty.inWords(reader.seller(), order).ifPresent(words -> facts.add(new Fact("EU customs duty", words)));
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
        var vat = vatOfOrders.of(reader.seller(), order);
        vat.stream()
                .map(VatOfOrders.Line::decision)
                .filter(VatDecision.Settled.class::isInstance)
                .map(decision -> decision.reason() + " (" + decision.source() + ")")
                .distinct()
                .forEach(reason -> facts.add(new Fact("VAT", reason)));
        refused.map(OpenInvoice::waitsFor).flatMap(WhereToMend::link).ifPresent(actions::add);
        issue(order, path, actions);
        if (isPlaceUnclear(order)) {
            actions.add(new Action("The goods stayed in the United Kingdom", path + "/place?inside=true", true));
            actions.add(new Action("They left the United Kingdom", path + "/place?inside=false", true));
        }
        if (vat.stream().anyMatch(line -> line.asks(VatDecision.Asks.NUMBER))) {
            number(reader, order, path, actions);
        }
        if (refused.filter(each -> !each.aside()).isPresent()) {
            actions.add(new Action("Put aside: none is to be issued here", path + "/aside", true));
        }
        return new Box("Invoice", facts, actions);
    }

    /** Whether the customer's number is registered, as a register or a person says. */
    private void number(SignedIn reader, OrderFacts order, String path, List<Action> actions) {
        lookUp.service(reader.seller(), order)
                .ifPresent(service -> actions.add(new Action(
                        "Ask " + service.shortTitle() + " whether the VAT number is registered",
                        path + "/number/ask",
                        true)));
        actions.add(new Action("The customer's VAT number is registered", path + "/number?registered=true", true));
        actions.add(new Action("It is not registered", path + "/number?registered=false", true));
    }

    private static void issue(OrderFacts order, String path, List<Action> actions) {
        actions.add(new Action("Issue the invoice", path, true));
        if (!order.business()) {
            actions.add(new Action("Issue a full one, with the buyer's name", path + "?full=true", true));
        }
        if (mayBeModified(order)) {
            actions.add(
                    new Action("Issue one with prices that include VAT: the buyer agreed", path + "/modified", true));
        }
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

    /** A retail sale above £250 (Notice 700 16.3). */
    private static boolean mayBeModified(OrderFacts order) {
        var limit = Money.pence(250_00);
        return !order.business()
                && order.total().currency().equals(limit.currency())
                && order.total().compareTo(limit) > 0;
    }

    private static boolean isPlaceUnclear(OrderFacts order) {
        return !order.territory().isSettled() && !order.vatByChannel();
    }

    @Override
    public int position() {
        return 20;
    }
}
