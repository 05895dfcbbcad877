package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.DraftInvoice.Sterling;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderPrices;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.PriceParts;
import app.counterfoil.hub.tax.Extra;
import app.counterfoil.hub.tax.Reckoning;
import app.counterfoil.hub.tax.Sale;
import app.counterfoil.hub.tax.SaleLine;
import app.counterfoil.hub.tax.VatDecision;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides which document an order is given and what stands on it. */
@Component
class DraftInvoices {

    /** How a line is described that is charged for bringing the goods. */
    static final String DELIVERY = "Delivery";

    /** How the sentence on the exchange rate begins. */
    static final String VAT_IN_STERLING = "VAT in sterling at ";

    private static final Money SHORT_FORM_LIMIT = Money.pence(250_00);

    private final VatOfOrders vatOfOrders;
    private final OrderPrices prices;
    private final ExchangeRates rates;

    DraftInvoices(VatOfOrders vatOfOrders, OrderPrices prices, ExchangeRates rates) {
        this.vatOfOrders = vatOfOrders;
        this.prices = prices;
        this.rates = rates;
    }

    /**
     * Decides the document for an order.
     *
     * @param full whether a full invoice is asked for
     * @throws CannotInvoice if a person has to decide first
     */
    DraftInvoice of(SellerId seller, OrderFacts order, boolean full) {
        refuseUnpaid(order);
        return draft(seller, order, full);
    }

    /**
     * The full document with prices that include VAT.
     *
     * @throws CannotInvoice if the order may not have it, or a person has to decide first
     */
    DraftInvoice modified(SellerId seller, OrderFacts order) {
        var draft = of(seller, order, true);
        var inPounds = order.total().currency().equals(SHORT_FORM_LIMIT.currency());
        if (draft.kind() != InvoiceKind.FULL || !inPounds || order.total().compareTo(SHORT_FORM_LIMIT) <= 0) {
            throw new CannotInvoice(
                    "Order " + order.channelOrderId() + " cannot have a modified VAT invoice.",
                    "That form is for retail sales above " + SHORT_FORM_LIMIT.shown()
                            + " in sterling. Issue the usual one.");
        }
        return draft.as(InvoiceKind.MODIFIED);
    }

    /** What would stand on the invoice, for a buyer who has not paid yet. */
    DraftInvoice proForma(SellerId seller, OrderFacts order) {
        return draft(seller, order, true).as(InvoiceKind.PRO_FORMA);
    }

    private static void refuseUnpaid(OrderFacts order) {
        if (order.state() == OrderState.AWAITING_PAYMENT || order.state() == OrderState.CANCELLED) {
            throw new CannotInvoice(
                    "Order " + order.channelOrderId() + " is not paid or was cancelled.",
                    "An invoice is issued once the order is paid.");
        }
    }

    private DraftInvoice draft(SellerId seller, OrderFacts order, boolean full) {
        var suppliedOn = VatOfOrders.suppliedOn(order);
        var parts = prices.of(seller, order);
        var place = vatOfOrders.place(seller, order);
        var settled = settled(order, vatOfOrders.of(seller, order, place));
        var sums = sale(order, parts, settled).reckon();
        var lines = lines(order, sums);
        var because = becauseFull(order, lines, full);
        var kind = kind(lines, because);
        var sterling = kind == InvoiceKind.FULL ? sterling(seller, sums, suppliedOn) : Optional.<Sterling>empty();
        return new DraftInvoice(
                kind,
                because,
                suppliedOn,
                order.territory().code(),
                place.reason(),
                lines,
                sums,
                sterling,
                notes(order, settled, sums, sterling),
                settled,
                List.of(),
                Optional.empty());
    }

    private static List<VatDecision.Settled> settled(OrderFacts order, List<VatOfOrders.Line> lines) {
        var settled = new ArrayList<VatDecision.Settled>();
        var unsaid = new LinkedHashSet<String>();
        for (var line : lines) {
            if (line.decision() instanceof VatDecision.AskPerson asks) {
                throw VatUnsettled.of(order, line.title(), asks);
            }
            var found = (VatDecision.Settled) line.decision();
            settled.add(found);
            // An export, or a sale that bears no VAT of the seller, is the same whatever the product is.
            if (!line.classSaid() && found.treatment().bearsVat()) {
                unsaid.add(line.title());
            }
        }
        if (!unsaid.isEmpty()) {
            throw CannotInvoice.vatUnsaid(List.copyOf(unsaid));
        }
        return settled;
    }

    /** The channel gives the price of the line; a piece may not divide into whole pence. */
    private static Sale sale(OrderFacts order, PriceParts parts, List<VatDecision.Settled> settled) {
        var none = Money.zero(order.total().currency());
        var lines = new ArrayList<SaleLine>();
        for (var line = 0; line < settled.size(); line++) {
            var decision = settled.get(line);
            lines.add(new SaleLine(1, order.lines().get(line).total(), none, decision.treatment(), decision.rate()));
        }
        var extras = new ArrayList<Extra>();
        if (!order.shipping().isZero()) {
            extras.add(Extra.ofAll(DELIVERY, order.shipping()));
        }
        for (var part : parts.parts()) {
            var what = part.kind().title();
            extras.add(
                    part.line() >= 1 && part.line() <= lines.size()
                            ? Extra.of(what, part.line() - 1, part.amount())
                            : Extra.ofAll(what, part.amount()));
        }
        return new Sale(lines, extras, order.total());
    }

    private static List<InvoiceLine> lines(OrderFacts order, Reckoning sums) {
        var lines = new ArrayList<InvoiceLine>();
        for (var row : sums.rows()) {
            if (row.isGoods()) {
                var line = order.lines().get(lines.size());
                lines.add(InvoiceLine.goods(line.title(), line.quantity(), row.treatment(), row.rate()));
            } else {
                lines.add(InvoiceLine.extra(row.extra(), row.treatment(), row.rate()));
            }
        }
        return List.copyOf(lines);
    }

    private static String becauseFull(OrderFacts order, List<InvoiceLine> lines, boolean full) {
        if (!order.total().currency().equals(SHORT_FORM_LIMIT.currency())) {
            return "its prices are not in sterling";
        }
        if (order.total().compareTo(SHORT_FORM_LIMIT) > 0) {
            return "it is above " + SHORT_FORM_LIMIT.shown();
        }
        if (order.business()) {
            return "its buyer is a business";
        }
        return lines.stream()
                .map(line -> becauseFull(line.treatment()))
                .filter(because -> !because.isEmpty())
                .findFirst()
                .orElse(full ? "a full one was asked for" : "");
    }

    /** What the short form may not hold (reg. 16A; Notice 700 §16.6), or needs a customer for (reg. 14(1)(n), (o)). */
    private static String becauseFull(VatTreatment treatment) {
        return switch (treatment) {
            case EXEMPT -> "something on it is exempt";
            case ONE_STOP_SHOP, IMPORT_ONE_STOP_SHOP, REGISTERED_THERE -> "it bears VAT of another state";
            case TO_EU_BUSINESS, REVERSE_CHARGE -> "its customer accounts for the VAT";
            case MARGIN_SCHEME -> "it is sold under the margin scheme";
            case CHARGED, EXPORTED, MARKETPLACE_ACCOUNTS, NOT_REGISTERED, OUTSIDE_SCOPE -> "";
        };
    }

    private static InvoiceKind kind(List<InvoiceLine> lines, String because) {
        var nothingOfOurs = lines.stream()
                .map(InvoiceLine::treatment)
                .allMatch(
                        EnumSet.of(
                                VatTreatment.MARKETPLACE_ACCOUNTS,
                                VatTreatment.NOT_REGISTERED,
                                VatTreatment.OUTSIDE_SCOPE)::contains);
        if (nothingOfOurs) {
            return InvoiceKind.WITHOUT_VAT;
        }
        return because.isEmpty() ? InvoiceKind.SIMPLIFIED : InvoiceKind.FULL;
    }

    /** No VAT is no VAT in any currency; any other sum needs a rate with a source (reg. 14(1)(l)). */
    private Optional<Sterling> sterling(SellerId seller, Reckoning sums, LocalDate suppliedOn) {
        var vat = sums.total().vat();
        if (vat.isZero()) {
            return Optional.of(new Sterling(Money.pence(0), ""));
        }
        if (vat.currency().equals(SHORT_FORM_LIMIT.currency())) {
            return Optional.of(new Sterling(vat, ""));
        }
        var rate = rates.on(seller, vat.currency(), suppliedOn)
                .orElseThrow(() -> new CannotInvoice(
                        "The VAT of this order is in " + vat.currency()
                                + ", its invoice must tell it in sterling, and no exchange rate is on file for "
                                + Written.month(YearMonth.from(suppliedOn)) + ".",
                        "Enter HMRC's rate of that month under Invoices, Exchange rates; then it is issued by itself.",
                        WaitsFor.RATES));
        return Optional.of(new Sterling(sums.vatInSterling(rate), rate.source()));
    }

    private static List<String> notes(
            OrderFacts order, List<VatDecision.Settled> settled, Reckoning sums, Optional<Sterling> sterling) {
        var notes = new ArrayList<String>();
        settled.stream()
                .filter(decision -> decision.treatment() != VatTreatment.CHARGED)
                .map(VatDecision.Settled::reason)
                .distinct()
                .forEach(notes::add);
        if (!order.shipping().isZero() && sums.rates().size() > 1) {
            notes.add("Delivery takes the rates of the goods, shared by their value.");
        }
        sterling.filter(told -> !told.rate().isEmpty())
                .ifPresent(told -> notes.add(VAT_IN_STERLING + told.rate() + "."));
        return List.copyOf(notes);
    }
}
