package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.invoice.einvoice.EinvoiceRules;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.paper.PaperPdf;
import app.counterfoil.hub.paper.VeraPdf;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The forms of issued documents: the record makes the same bytes, and the form for machines is the one that was issued. */
class InvoiceFormsTest extends InvoiceBench {

    @Autowired
    private InvoiceForms forms;

    @Autowired
    private Custody custody;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShop() {
        shop = shopAtTheStandardRate();
    }

    @Test
    void theRecordMakesTheBytesThatWereSealed() {
        var me = bookkeeper(shop);
        for (var full : List.of(true, false)) {
            var invoice = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), full, Optional.empty());
            assertThat(VeraPdf.faults(pdfs.of(me, invoice.id()).orElseThrow())).isEmpty();
            assertThat(formsOf(me, invoice).sameFromRecord()).isTrue();
            DATABASE.change("UPDATE counterfoil.invoice_line SET description = 'Something else' WHERE invoice_id = '"
                    + invoice.id() + "'");
            assertThat(formsOf(me, invoice).sameFromRecord()).isFalse();
        }
    }

    @Test
    void theFormForMachinesIsTheOneThatWentAlongInThePaper() {
        var me = bookkeeper(shop);
        var invoice = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), true, Optional.empty());
        var xml = forms.cii(me, invoice.id()).orElseThrow();
        assertThat(PaperPdf.along(pdfs.of(me, invoice.id()).orElseThrow())).hasValue(xml);
        assertThat(EinvoiceRules.cii(xml)).isEmpty();
        assertThat(read(xml)).contains("Testa Demoson", invoice.number());
        assertThat(EinvoiceRules.ubl(forms.ubl(me, invoice.id()).orElseThrow())).isEmpty();
        assertThat(formsOf(me, invoice).lacksForPeppol())
                .singleElement()
                .asString()
                .contains("customer");
        DATABASE.change("UPDATE counterfoil.invoice_line SET description = 'Something else' WHERE invoice_id = '"
                + invoice.id() + "'");
        assertThat(forms.cii(me, invoice.id())).hasValue(xml);
    }

    @Test
    void whatNamesNobodySaysWhyItHasNoSuchForm() {
        var me = bookkeeper(shop);
        var invoice = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), false, Optional.empty());
        assertThat(formsOf(me, invoice).none().orElseThrow().wrong()).contains("names nobody");
        assertThat(PaperPdf.along(pdfs.of(me, invoice.id()).orElseThrow())).isEmpty();
        assertThatThrownBy(() -> forms.cii(me, invoice.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> forms.ubl(me, invoice.id())).isInstanceOf(Refusal.class);
        assertThat(forms.of(me, UUID.randomUUID())).isEmpty();
        assertThat(forms.of(bookkeeper(shopAtTheStandardRate()), invoice.id())).isEmpty();
    }

    @Test
    void aCustomerSealedBeforePlacesWereKeptHasTheCountryOfTheOrder() {
        var me = bookkeeper(shop);
        var order = taken("Testa Demoson");
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        var before = new InvoiceParty("Testa Demoson", List.of("2 Example Row", "Leeds", "LS1 9ZZ"), Optional.empty());
        var opening = new Opening(HubJob.INVOICING, Purpose.TAX_RECORD, "TEST");
        var end = RetentionPolicy.taxRecord(invoice.suppliedOn());
        var unused = custody.in(
                shop,
                vault -> vault.replace(
                        opening,
                        InvoiceParty.KIND,
                        List.of(new Sealing<>(InvoiceParty.KIND, invoice.id(), order.subject(), end, before))));
        var ubl = forms.ubl(me, invoice.id()).orElseThrow();
        assertThat(EinvoiceRules.ubl(ubl)).isEmpty();
        assertThat(read(ubl)).contains("<cbc:StreetName>2 Example Row</cbc:StreetName>");
    }

    private InvoiceForms.Forms formsOf(SignedIn me, Invoice invoice) {
        return forms.of(me, invoice.id()).orElseThrow();
    }

    private OrderFacts taken(String name) {
        return taken(shop, json -> MadeUpOrders.address(json, name, "LS1 9ZZ", "GB"));
    }

    private static String read(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }
}
