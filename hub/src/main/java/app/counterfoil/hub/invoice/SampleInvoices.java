package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.tax.Extra;
import app.counterfoil.hub.tax.Sale;
import app.counterfoil.hub.tax.SaleLine;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A document of nobody's, by which a shop sees how its papers look. */
@Component
public class SampleInvoices {

    private static final VatRate TWENTY = new VatRate(20_00);

    private final DocumentLooks looks;
    private final SellerDetails details;
    private final InvoicePdf pdf;
    private final BusinessClock clock;

    SampleInvoices(DocumentLooks looks, SellerDetails details, InvoicePdf pdf, BusinessClock clock) {
        this.looks = looks;
        this.details = details;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** The PDF of a sale that never was, in the look of that channel, or of all that have none of their own. */
    public byte[] pdf(SellerId seller, Optional<UUID> account) {
        var said = looks.of(seller, account);
        var language = said.flatMap(DocumentLooks.Said::language).orElse(DocumentLanguage.ENGLISH);
        return pdf.render(sample(seller), looks.look(seller, said.map(DocumentLooks.Said::id), language));
    }

    private InvoiceDocument sample(SellerId seller) {
        var line = new SaleLine(2, Money.pence(12_00), Money.pence(0), VatTreatment.CHARGED, TWENTY);
        var delivery = Extra.ofAll(DraftInvoices.DELIVERY, Money.pence(3_95));
        var sums = new Sale(List.of(line), List.of(delivery), Money.pence(27_95)).reckon();
        return new InvoiceDocument(
                InvoiceKind.PRO_FORMA,
                "SAMPLE",
                clock.today(),
                clock.today(),
                InvoiceRows.supplier(details.of(seller)),
                Optional.of(new InvoiceParty(
                        "Sample Customer (made up)", List.of("1 Example Row", "Leeds", "LS1 9ZZ"), Optional.empty())),
                List.of(
                        InvoiceLine.goods("A sample product", 2, VatTreatment.CHARGED, TWENTY),
                        InvoiceLine.extra(DraftInvoices.DELIVERY, VatTreatment.CHARGED, TWENTY)),
                sums,
                Optional.of(sums.total().vat()),
                List.of(),
                "SAMPLE-1",
                Optional.empty());
    }
}
