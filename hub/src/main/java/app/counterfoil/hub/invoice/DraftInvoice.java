package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.tax.DecideVat;
import app.counterfoil.hub.tax.Reckoning;
import app.counterfoil.hub.tax.Sale;
import app.counterfoil.hub.tax.SaleLine;
import app.counterfoil.hub.tax.Supply;
import app.counterfoil.hub.tax.TaxTerritory;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.hub.tax.VatDecision;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An invoice for an order before it has a number: kind, lines and sums, decided by the law of the day of supply.
 *
 * @param kind which document it is
 * @param suppliedOn the time of supply: the day the buyer paid, which for channel orders is the day they were placed
 *     (VATA 1994 s. 6(4): payment before dispatch is the tax point)
 * @param lines what was sold
 * @param sums the figures
 * @param vatInSterling the VAT in pounds; empty where the document does not tell it
 * @param notes the sentences below the totals
 */
record DraftInvoice(
        InvoiceKind kind,
        LocalDate suppliedOn,
        List<InvoiceLine> lines,
        Reckoning sums,
        Optional<Money> vatInSterling,
        List<String> notes) {

    private static final Money SHORT_FORM_LIMIT = Money.pence(250_00);

    /**
     * Decides the document for an order.
     *
     * @param full whether a full invoice is asked for
     * @throws CannotInvoice if a person has to decide first
     */
    static DraftInvoice of(
            OrderFacts order, Business seller, Map<String, VatClass> classes, boolean full, DecideVat decideVat) {
        if (order.state() == OrderState.AWAITING_PAYMENT || order.state() == OrderState.CANCELLED) {
            throw new CannotInvoice(
                    "Order " + order.channelOrderId() + " is not paid or was cancelled.",
                    "An invoice is issued once the order is paid.");
        }
        var suppliedOn = order.placedAt().atZone(BusinessClock.ZONE).toLocalDate();
        var lines = new ArrayList<InvoiceLine>();
        var sold = new ArrayList<SaleLine>();
        var notes = new ArrayList<String>();
        var none = Money.zero(order.total().currency());
        for (var line : order.lines()) {
            var settled = settled(
                    order,
                    decideVat.forSupply(
                            supply(order, seller, classes.getOrDefault(line.sku(), VatClass.STANDARD), suppliedOn)));
            lines.add(new InvoiceLine(line.title(), line.quantity(), settled.treatment(), settled.rate()));
            // The channel gives the price of the line; a piece may not divide into whole pence.
            sold.add(new SaleLine(1, line.total(), none, settled.treatment(), settled.rate()));
            if (settled.treatment() != VatTreatment.CHARGED && !notes.contains(settled.reason())) {
                notes.add(settled.reason());
            }
        }
        if (!order.shipping().isZero()) {
            notes.add("Delivery of " + order.shipping().shown()
                    + " is contained in the lines by their value: delivered goods are one supply.");
        }
        var sums = new Sale(sold, none, order.shipping(), order.total()).reckon();
        var kind = kind(order, seller, lines, full);
        return new DraftInvoice(kind, suppliedOn, List.copyOf(lines), sums, sterling(kind, sums), List.copyOf(notes));
    }

    private static InvoiceKind kind(OrderFacts order, Business seller, List<InvoiceLine> lines, boolean full) {
        var nothingOfOurs = lines.stream()
                .allMatch(line -> line.treatment() == VatTreatment.MARKETPLACE_ACCOUNTS
                        || line.treatment() == VatTreatment.NOT_REGISTERED);
        if (!seller.isVatRegistered() || nothingOfOurs) {
            return InvoiceKind.WITHOUT_VAT;
        }
        var sterling = order.total().currency().equals(SHORT_FORM_LIMIT.currency());
        var small = sterling && order.total().compareTo(SHORT_FORM_LIMIT) <= 0;
        var exempt = lines.stream().anyMatch(line -> line.treatment() == VatTreatment.EXEMPT);
        return small && !order.business() && !exempt && !full ? InvoiceKind.SIMPLIFIED : InvoiceKind.FULL;
    }

    /** No VAT is no VAT in any currency; any other sum needs a rate with a source. */
    private static Optional<Money> sterling(InvoiceKind kind, Reckoning sums) {
        if (kind != InvoiceKind.FULL) {
            return Optional.empty();
        }
        var vat = sums.total().vat();
        if (vat.isZero()) {
            return Optional.of(Money.pence(0));
        }
        if (vat.currency().equals(SHORT_FORM_LIMIT.currency())) {
            return Optional.of(vat);
        }
        throw new CannotInvoice(
                "The VAT of this order is in " + vat.currency() + ", and there is no exchange rate on file for it.",
                "A full invoice must tell the VAT in sterling; issue it in your accounting program for now.");
    }

    private static VatDecision.Settled settled(OrderFacts order, VatDecision decision) {
        if (decision instanceof VatDecision.Settled settled) {
            return settled;
        }
        throw new CannotInvoice(
                "Order " + order.channelOrderId() + ": " + decision.reason(),
                "Decide it with your accountant and issue the invoice there; nothing was issued here.");
    }

    private static Supply supply(OrderFacts order, Business seller, VatClass vatClass, LocalDate suppliedOn) {
        return new Supply(
                seller.isVatRegistered() ? Supply.Registration.REGISTERED : Supply.Registration.NOT_REGISTERED,
                TaxTerritory.GREAT_BRITAIN,
                territory(order.territory()),
                order.business() ? Supply.Buyer.BUSINESS : Supply.Buyer.CONSUMER,
                vatClass,
                suppliedOn,
                order.vatByChannel() ? Optional.of(order.service().title()) : Optional.empty());
    }

    private static TaxTerritory territory(String code) {
        return switch (code) {
            case "" -> TaxTerritory.UNCLEAR;
            case "XI" -> TaxTerritory.NORTHERN_IRELAND;
            case "GB" -> TaxTerritory.GREAT_BRITAIN;
            default -> TaxTerritory.of(new Country(code), Optional.empty());
        };
    }
}
