package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.paper.CannotPrint;
import app.counterfoil.hub.paper.VeraPdf;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.PurposeNotCarried;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents in the language and with the logo that the shop has said; what was issued keeps what it had. */
class LooksTest extends InvoiceBench {

    @Autowired
    private DocumentLooks looks;

    @Autowired
    private ProFormaInvoices proForma;

    @Autowired
    private IssueCreditNotes creditNotes;

    @Autowired
    private Accounts accounts;

    @Autowired
    private BusinessClock clock;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShop() {
        shop = shopAtTheStandardRate();
    }

    @Test
    void aDocumentIsWrittenInTheLanguageOfTheCountryOfDestination() throws IOException {
        var order = to("DE", "10115");
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        assertThat(text(paper(invoice)))
                .contains("Rechnung", "Zeitpunkt der Leistung", "Testa Demoson", "Versand", "15,00\u00a0£")
                .contains("Steuerfreie Ausfuhrlieferung aus dem Vereinigten Königreich.", "Seite 1 von 1")
                .doesNotContain("Delivery", "VAT");
        var wish = new CreditWish(new CreditWish.Rest(), clock.today(), CreditReason.RETURNED);
        var note = creditNotes.of(shop, invoice.id(), wish, me().id());
        assertThat(text(paper(note)))
                .contains("Rechnungskorrektur", "Korrigiert", "Ware zurückgegeben", "Rechnung " + invoice.number());
    }

    @Test
    void inEveryLanguageItIsAPdfForTheArchiveWithTheLogoInIt() throws Exception {
        var account = accounts.of(shop).get(0).id();
        for (var language : DocumentLanguage.values()) {
            say(Map.of(
                    "lookOf", account.toString(),
                    "language", language.name(),
                    "logo", Base64.getUrlEncoder().encodeToString(PictureOfAShop.file("png", 900, 300)),
                    "footer", "Company number 00000000 (made up)"));
            var invoice = issueInvoices.forOrder(shop, taken(shop, json -> {}).id(), true, Optional.empty());
            var pdf = paper(invoice);
            assertThat(VeraPdf.faults(pdf)).isEmpty();
            assertThat(text(pdf))
                    .contains("Company number 00000000 (made up)")
                    .contains(DocumentWords.in(language).say("totalNet"));
            assertThat(pictures(pdf)).isEqualTo(1);
        }
    }

    @Test
    void whatWasIssuedKeepsTheLookItHadEvenIfItsPaperIsMadeLater() throws Exception {
        say(Map.of("language", "FRENCH", "footer", "Merci"));
        var invoice = issued(shop, taken(shop, json -> {}));
        DATABASE.change("DELETE FROM counterfoil.invoice_paper WHERE invoice_id = '" + invoice.id() + "'");
        DATABASE.change("DELETE FROM counterfoil.vault_record WHERE kind = 'invoice.paper' AND record_id = '"
                + invoice.id() + "'");
        say(Map.of("language", "ITALIAN", "footer", "Grazie"));
        assertThat(text(paper(invoice))).contains("Facture simplifiée", "Merci").doesNotContain("Grazie");
        assertThat(text(paper(issued(shop, taken(shop, json -> {}))))).contains("Fattura semplificata", "Grazie");
    }

    @Test
    void aChannelWithoutALookOfItsOwnHasTheOneOfAll() throws Exception {
        say(Map.of("language", "SPANISH"));
        assertThat(looks.choose(shop, UUID.randomUUID(), new Territory("GB")).language())
                .isEqualTo(DocumentLanguage.SPANISH);
        assertThat(page(me(), "/invoices/look")).contains("All channels", "Spanish", "As all channels");
    }

    @Test
    void aLogoStaysUntilItIsTakenAway() throws Exception {
        say(Map.of("logo", Base64.getUrlEncoder().encodeToString(PictureOfAShop.file("png", 900, 300))));
        say(Map.of("footer", "Thank you"));
        assertThat(looks.of(shop, Optional.empty()).orElseThrow().hasLogo()).isTrue();
        say(Map.of("withoutLogo", "true"));
        assertThat(looks.of(shop, Optional.empty()).orElseThrow().hasLogo()).isFalse();
    }

    @Test
    void aFootWithLettersThatNoFontHasIsRefused() {
        assertThatThrownBy(() ->
                        looks.say(shop, Optional.empty(), Optional.empty(), Optional.empty(), "\u1780", me().id()))
                .isInstanceOf(CannotPrint.class);
    }

    @Test
    void aModifiedInvoiceTellsPricesWithVatAndItsSumsWithout() throws Exception {
        var cheap = taken(shop, json -> {});
        assertThatThrownBy(() -> issueInvoices.modified(shop, cheap.id(), me().id()))
                .hasMessageContaining("modified VAT invoice");
        var number = MARKET.ebay(json -> {
            MadeUpOrders.sum(json, "total", "300.00", "GBP");
            MadeUpOrders.sum(json, "priceSubtotal", "297.00", "GBP");
            json.withArray("lineItems").get(0).withObject("lineItemCost").put("value", "297.00");
        });
        var order = taken(shop, number);
        assertThat(page(bookkeeper(shop), "/orders/" + order.id().value())).contains("prices that include VAT");
        send(me(), "/orders/" + order.id().value() + "/invoice/modified");
        var invoice = invoices.ofOrder(shop, order.id()).orElseThrow();
        assertThat(invoice.kind()).isEqualTo(InvoiceKind.MODIFIED);
        assertThat(invoice.partyEndsOn()).isPresent();
        assertThat(text(paper(invoice)))
                .contains(
                        "VAT invoice", "with VAT", "297.00", "Total without VAT £250.00", "Total VAT £50.00", "Testa");
    }

    @Test
    void aProFormaTellsWhatAnInvoiceWouldAndIsNone() throws IOException {
        var order = taken(shop, json -> {});
        var service = person(Role.OWNER);
        assertThat(text(proForma.pdf(service, order.id())))
                .contains("Pro forma invoice", "This is not a VAT invoice.", order.channelOrderId(), "Testa Demoson")
                .contains("Total, VAT included £15.00");
        assertThat(invoices.latest(shop, 10)).isEmpty();
        assertThatThrownBy(() -> proForma.pdf(me(), order.id())).isInstanceOf(PurposeNotCarried.class);
    }

    private SignedIn me() {
        return bookkeeper(shop);
    }

    private SignedIn person(Role role) {
        return shops.person(shop, role);
    }

    private OrderFacts to(String country, String postcode) {
        return taken(shop, json -> MadeUpOrders.address(json, "Testa Demoson", postcode, country));
    }

    private void say(Map<String, String> form) throws Exception {
        send(me(), "/invoices/look", form);
    }

    private byte[] paper(Invoice invoice) {
        return pdfs.of(me(), invoice.id()).orElseThrow();
    }

    private static int pictures(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            var pictures = 0;
            for (var name : resources.getXObjectNames()) {
                pictures += resources.isImageXObject(name) ? 1 : 0;
            }
            return pictures;
        }
    }
}
