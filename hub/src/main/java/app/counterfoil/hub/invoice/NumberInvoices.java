package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.Sealing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Gives an invoice its number and stores it, in the transaction of the one who issues. The number is taken in the
 * transaction that stores the invoice, so that a series has neither gaps nor twins (SI 1995/2518 reg. 14(1)(a)).
 */
@Component
class NumberInvoices {

    private final SellerDetails details;
    private final DocumentLooks looks;
    private final InvoicePdf pdf;
    private final Invoices invoices;
    private final InvoiceRows rows;
    private final InvoicesDue open;
    private final Custody custody;
    private final BusinessClock clock;

    NumberInvoices(
            SellerDetails details,
            DocumentLooks looks,
            InvoicePdf pdf,
            Invoices invoices,
            InvoiceRows rows,
            InvoicesDue open,
            Custody custody,
            BusinessClock clock) {
        this.details = details;
        this.looks = looks;
        this.pdf = pdf;
        this.invoices = invoices;
        this.rows = rows;
        this.open = open;
        this.custody = custody;
        this.clock = clock;
    }

    /**
     * Numbers and stores it; the order is due no more.
     *
     * @param lastLook looks once more whether it is still to be issued, now that others wait, and refuses if not
     */
    Invoice write(
            SellerId seller, OrderFacts order, DraftInvoice draft, Optional<InvoiceParty> party, Runnable lastLook) {
        var business = details.of(seller);
        // Whatever can fail comes before the number: the number of a paper that nobody can print would be a gap.
        var look = looks.choose(seller, order.account(), new Territory(draft.territory()));
        pdf.requirePrintable(document(order, business, draft, party));
        var series = (draft.credits().isPresent() ? "C" : "")
                + (draft.kind() == InvoiceKind.WITHOUT_VAT ? "S" : "V")
                + clock.today().getYear();
        // Whoever issues another one at the same time waits here, and then sees this one.
        var number = rows.nextNumber(seller, series);
        CrashPoint.reached("invoice.numbered");
        lastLook.run();
        var id = UUID.randomUUID();
        var ends = party.map(named -> recordEnds(seller, draft));
        rows.insert(seller, id, series, number, order, business, draft, look, ends);
        party.ifPresent(named -> custody.in(seller, vault -> {
            vault.seal(List.of(new Sealing<>(InvoiceParty.KIND, id, order.subject(), ends.orElseThrow(), named)));
            return id;
        }));
        if (draft.credits().isEmpty()) {
            open.issued(seller, order.id());
        }
        return invoices.one(seller, id).orElseThrow();
    }

    private LocalDate recordEnds(SellerId seller, DraftInvoice draft) {
        var supplied = draft.suppliedOn();
        var six = details.accountingYear(seller)
                .map(year -> RetentionPolicy.taxRecordOfPeriod(year.endOf(supplied)))
                .orElseGet(() -> RetentionPolicy.taxRecord(supplied));
        var ten = RetentionPolicy.oneStopShopRecord(supplied);
        return draft.isInOneStopShop() && ten.isAfter(six) ? ten : six;
    }

    private InvoiceDocument document(
            OrderFacts order, Business business, DraftInvoice draft, Optional<InvoiceParty> party) {
        var credit = draft.credits()
                .map(credited -> new InvoiceDocument.Credit(
                        credited.invoice().number(), credited.invoice().issuedOn(), credited.reason()));
        return new InvoiceDocument(
                draft.kind(),
                "not numbered yet",
                clock.today(),
                draft.suppliedOn(),
                InvoiceRows.supplier(business),
                party,
                draft.lines(),
                credit.isPresent() ? draft.sums().negated() : draft.sums(),
                draft.sterling().map(DraftInvoice.Sterling::vat).map(vat -> credit.isPresent() ? vat.negated() : vat),
                draft.notes(),
                order.channelOrderId(),
                credit,
                Replaced.told(draft.replaces()));
    }
}
