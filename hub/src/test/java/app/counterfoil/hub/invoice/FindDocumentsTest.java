package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.DocumentFilter.Which;
import app.counterfoil.hub.invoice.FindDocuments.Sum;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.tax.VatTreatment;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Issued documents are found by what they are, by their days and by their numbers, and by nobody else than the shop. */
class FindDocumentsTest extends InvoiceBench {

    @Autowired
    private FindDocuments documents;

    @Autowired
    private IssueCreditNotes creditNotes;

    @Autowired
    private ReplaceSimplifiedInvoice replace;

    @Autowired
    private BusinessClock clock;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShop() {
        shop = shopAtTheStandardRate();
    }

    @Test
    void theLatestComeFirstPageByPageEachOnce() {
        var issued = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            issued.add(0, issued(shop, taken(shop, json -> {})).number());
        }
        var seen = new ArrayList<String>();
        var page = documents.page(shop, DocumentFilter.ALL, Optional.empty(), 2);
        while (!page.isEmpty()) {
            seen.addAll(page.stream().map(Invoice::number).toList());
            page = documents.page(
                    shop,
                    DocumentFilter.ALL,
                    Optional.of(page.get(page.size() - 1).id()),
                    2);
        }
        assertThat(seen).isEqualTo(issued);
    }

    @Test
    void theyAreChosenByKindByVatAndByTheDayOfIssue() {
        var sold = taken(shop, json -> {});
        var invoice = issued(shop, sold).number();
        var abroad = issued(shop, taken(shop, json -> MadeUpOrders.address(json, "Testa Demoson", "JE2 3AB", "JE")))
                .number();
        var credit = credited(sold);
        var full = issueInvoices.forOrder(shop, taken(shop, json -> {}).id(), true, Optional.empty());
        assertThat(found(only(Which.INVOICES))).containsExactlyInAnyOrder(invoice, abroad, full.number());
        assertThat(found(only(Which.CREDIT_NOTES))).containsExactly(credit);
        assertThat(found(only(Which.NAMING))).containsExactly(full.number());
        var exports =
                new DocumentFilter(Which.ALL, Optional.of(VatTreatment.EXPORTED), Optional.empty(), Optional.empty());
        assertThat(found(exports)).containsExactly(abroad);
        var today = clock.today();
        assertThat(found(DocumentFilter.issued(today, today))).hasSize(4);
        assertThat(found(DocumentFilter.issued(today.minusDays(9), today.minusDays(1))))
                .isEmpty();
        assertThat(found(DocumentFilter.issued(today.plusDays(1), today.plusDays(9))))
                .isEmpty();
    }

    @Test
    void theSumCountsEachSupplyOnceThoughItsShortInvoiceWasReplaced() {
        var order = taken(shop, json -> {});
        var unused = issued(shop, order);
        var full = replace.withFull(shop, order.id(), bookkeeper(shop).id());
        assertThat(full.replaces()).isPresent();
        assertThat(documents.sums(shop, DocumentFilter.ALL)).containsExactly(new Sum(2, full.net(), full.vat()));
    }

    @Test
    void currenciesAreNeverAddedToEachOther() {
        var pounds = issuedInvoice();
        var euros = documents.sums(shop, DocumentFilter.ALL).stream()
                .map(sum -> sum.net().currency());
        assertThat(euros).containsExactly(Currency.getInstance("GBP"));
        assertThat(documents.sums(shop, DocumentFilter.ALL).get(0).gross()).isEqualTo(pounds.gross());
    }

    @Test
    void aDocumentIsFoundByItsNumberAndByThatOfItsOrderAndNotInAnotherShop() {
        var order = taken(shop, json -> {});
        var invoice = issued(shop, order);
        var other = shopAtTheStandardRate();
        for (var number : List.of(invoice.number(), order.channelOrderId())) {
            assertThat(documents.numbered(shop, number, 10))
                    .extracting(Invoice::id)
                    .containsExactly(invoice.id());
            assertThat(documents.numbered(other, number, 10)).isEmpty();
        }
        assertThat(documents.numbered(shop, "V", 10)).isEmpty();
        assertThat(documents.page(other, DocumentFilter.ALL, Optional.of(invoice.id()), 10))
                .isEmpty();
    }

    @Test
    void thePageSearchesByPostAndSaysWhatItDidNotFind() throws Exception {
        var me = bookkeeper(shop);
        assertThat(page(me, "/invoices/documents")).contains("No documents yet");
        var invoice = issuedInvoice();
        assertThat(page(me, "/invoices/documents"))
                .contains(invoice.number(), "1 document", invoice.gross().shown());
        assertThat(page(me, "/invoices/documents?which=CREDIT_NOTES")).contains("No document fits");
        assertThat(searched(" " + invoice.number() + " ")).contains(invoice.number(), "Show all documents");
        assertThat(searched("V2020-9")).contains("Nothing found");
    }

    private String searched(String number) throws Exception {
        var answer = pages.asked(
                bookkeeper(shop),
                MockMvcRequestBuilders.post("/invoices/documents").param("number", number));
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK.value());
        return answer.getContentAsString();
    }

    private Invoice issuedInvoice() {
        return issued(shop, taken(shop, json -> {}));
    }

    private static DocumentFilter only(Which which) {
        return new DocumentFilter(which, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private List<String> found(DocumentFilter filter) {
        return documents.page(shop, filter, Optional.empty(), 100).stream()
                .map(Invoice::number)
                .toList();
    }

    private String credited(OrderFacts order) {
        return creditNotes
                .of(
                        shop,
                        invoices.ofOrder(shop, order.id()).orElseThrow().id(),
                        new CreditWish(new CreditWish.Amount(Money.pence(1_00)), clock.today(), CreditReason.REDUCED),
                        bookkeeper(shop).id())
                .number();
    }
}
