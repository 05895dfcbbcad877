package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.paper.CannotPrint;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** An invoice says what the channel has told: to whom, where, in which money; and nothing that it never tells. */
class WhatChannelsTellTest extends InvoiceBench {

    @Autowired
    private PlacesDecided places;

    @Autowired
    private ExchangeRates rates;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShop() {
        shop = shopAtTheStandardRate();
    }

    @Test
    void whereCountryAndPostcodeClashAPersonDecides() {
        var order = taken(shop, MARKET.ebay(json -> MadeUpOrders.address(json, "Testa Demoson", "LS1 9ZZ", "JE")));
        assertThatThrownBy(() -> issueInvoices.forOrder(shop, order.id(), false, Optional.empty()))
                .isInstanceOf(CannotInvoice.class)
                .hasMessageContaining("do not agree");
        places.decide(shop, order.id(), false, bookkeeper(shop).id());
        assertThat(issueInvoices
                        .forOrder(shop, order.id(), false, Optional.empty())
                        .vat())
                .isEqualTo(Money.pence(0));
    }

    @Test
    void whatAmazonSendsItselfIsGivenTheShortFormForTheMarketplaceTellsTheCountry() {
        connectAmazon(shop);
        var order = taken(shop, MARKET.byAmazon(1_200));
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        assertThat(invoice.kind()).isEqualTo(InvoiceKind.SIMPLIFIED);
        assertThat(invoice.vat()).isEqualTo(Money.pence(2_50));
        assertThat(invoice.placeReason()).contains("sold on the United Kingdom marketplace");
        assertThat(pdfs.of(bookkeeper(shop), invoice.id())).isPresent();
    }

    @Test
    void aGiftIsInvoicedToWhoHasBoughtItAndNotToWhoReceivesIt() throws IOException {
        connectAmazon(shop);
        var order = taken(shop, MARKET.amazon(30_000, json -> {
            json.withObject("buyer").put("buyerName", "Bea Buyer");
            ((ObjectNode) json.at("/recipient/deliveryAddress")).put("name", "Rae Receiver");
        }));
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        assertThat(text(pdfs.of(bookkeeper(shop), invoice.id()).orElseThrow()))
                .contains("Bea Buyer", "1 Example Row")
                .doesNotContain("Rae Receiver");
    }

    @Test
    void theVatNumberThatAmazonTellsOfABusinessStandsOnItsInvoice() throws IOException {
        connectAmazon(shop);
        var order = taken(shop, MARKET.amazon(30_000, json -> json.putObject("tax")
                .putArray("taxRegistrations")
                .addObject()
                .put("entityType", "BUYER")
                .put("taxRegistrationType", "VAT")
                .put("taxRegistrationNumber", "GB831495816")));
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        assertThat(invoice.kind()).isEqualTo(InvoiceKind.FULL);
        assertThat(text(pdfs.of(bookkeeper(shop), invoice.id()).orElseThrow()))
                .contains("Testa Demoson", "GB831495816");
    }

    @Test
    void noNumberIsTakenForAPaperThatCannotBePrinted() throws IOException {
        var order = taken(shop, MARKET.ebay(json -> MadeUpOrders.address(json, "山田 太郎", "LS1 9ZZ", "GB")));
        assertThatThrownBy(() -> issueInvoices.forOrder(shop, order.id(), true, Optional.empty()))
                .isInstanceOf(CannotPrint.class)
                .hasMessageContaining("Han");
        try (var font = CannotPrint.class.getResourceAsStream("some-han-kana-hangul.ttf")) {
            Files.copy(font, FONTS.resolve("some.ttf"));
        }
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        Files.delete(FONTS.resolve("some.ttf"));
        assertThat(invoice.number()).endsWith("-000001");
        // Its paper was made when it was issued, so the font is not needed any more.
        assertThat(text(pdfs.of(bookkeeper(shop), invoice.id()).orElseThrow())).contains("山田 太郎");
    }

    @Test
    void whatEbayTakesOffAfterwardsStandsOnTheInvoiceAsRowsOfTheirOwn() throws IOException {
        var order = taken(shop, MARKET.ebay(json -> {
            MadeUpOrders.sum(json, "deliveryDiscount", "-1.00", "GBP");
            MadeUpOrders.sum(json, "adjustment", "-2.00", "GBP");
            MadeUpOrders.sum(json, "total", "12.00", "GBP");
        }));
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        assertThat(invoice.gross()).isEqualTo(Money.pence(12_00));
        assertThat(invoice.vat()).isEqualTo(Money.pence(2_00));
        assertThat(text(pdfs.of(bookkeeper(shop), invoice.id()).orElseThrow()))
                .contains("A mug 1 10.00 20% 10.00 2.00 12.00")
                .contains("Delivery 20% 1.67 0.33 2.00")
                .contains("Adjustment by the channel 20% \u22121.67 \u22120.33 \u22122.00");
    }

    @Test
    void vatInEurosWaitsForTheRateOfTheMonthAndThenTellsIt() throws IOException {
        var order = taken(shop, MARKET.ebay(MadeUpOrders::inEuros));
        assertThatThrownBy(() -> issueInvoices.forOrder(shop, order.id(), false, Optional.empty()))
                .hasMessageContaining("no exchange rate is on file");
        rates.enter(shop, "eur", LocalDate.now(BusinessClock.ZONE).toString().substring(0, 7), "1.25");
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        assertThat(text(pdfs.of(bookkeeper(shop), invoice.id()).orElseThrow()))
                .contains("Total VAT €2.50", "Total VAT in sterling £2.00", "1.25 EUR to £1");
        assertThatThrownBy(() -> rates.enter(shop, "GBP", "2026-02", "1")).isInstanceOf(CannotInvoice.class);
        assertThatThrownBy(() -> rates.enter(shop, "EUR", "last month", "1")).isInstanceOf(CannotInvoice.class);
        assertThatThrownBy(() -> rates.enter(shop, "EUR", "2026-02", "0")).isInstanceOf(CannotInvoice.class);
    }
}
