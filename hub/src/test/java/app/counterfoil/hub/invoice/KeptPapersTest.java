package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.paper.CannotPrint;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The paper of an invoice is made once, when it is issued, and is the same ever after or not given out at all. */
class KeptPapersTest extends InvoiceBench {

    @Autowired
    private IssueDueInvoices issueDue;

    @Autowired
    private InvoicePapers papers;

    @Autowired
    private Custody custody;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShop() {
        shop = shopAtTheStandardRate();
    }

    @Test
    void thePaperIsMadeWhenItIsIssuedAndNotMadeAgainWhateverTheRendererWouldGiveNow() throws Exception {
        var me = bookkeeper(shop);
        for (var full : List.of(true, false)) {
            var invoice = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), full, Optional.empty());
            assertThat(papers.missing(shop, 10))
                    .as("made before anybody asks for it")
                    .isEmpty();
            var once = pdfs.of(me, invoice.id()).orElseThrow();
            assertThat(text(once)).contains("A mug");
            // What the renderer reads is other now, as a later template would print something else.
            DATABASE.change("UPDATE counterfoil.invoice_line SET description = 'Something else'");
            assertThat(pdfs.of(me, invoice.id()).orElseThrow()).isEqualTo(once);
            // The control: made anew, it does come out otherwise.
            DATABASE.change("DELETE FROM counterfoil.invoice_paper");
            DATABASE.change("DELETE FROM counterfoil.vault_record WHERE kind = 'invoice.paper'");
            assertThat(text(pdfs.of(me, invoice.id()).orElseThrow())).contains("Something else");
        }
    }

    @Test
    void aFontThatIsGoneNeitherLosesTheInvoiceNorStopsTheOthersAndThePaperIsMadeOnceItIsBack() throws Exception {
        var me = bookkeeper(shop);
        var font = FONTS.resolve("some.ttf");
        try (var some = CannotPrint.class.getResourceAsStream("some-han-kana-hangul.ttf")) {
            Files.copy(some, font);
        }
        var invoice = issueInvoices.forOrder(shop, taken("山田 太郎").id(), true, Optional.empty());
        var other = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), false, Optional.empty());
        DATABASE.change("DELETE FROM counterfoil.invoice_paper");
        DATABASE.change("DELETE FROM counterfoil.vault_record WHERE kind = 'invoice.paper'");
        var kept = FONTS.resolveSibling("kept.ttf");
        Files.move(font, kept);
        issueDue.search(shop);
        assertThat(papers.missing(shop, 10)).containsExactly(invoice.id());
        assertThatThrownBy(() -> pdfs.of(me, invoice.id())).isInstanceOf(CannotPrint.class);
        assertThat(invoices.ofOrder(shop, invoice.order())).contains(invoice);
        assertThat(pdfs.of(me, other.id())).isPresent();
        Files.move(kept, font);
        issueDue.search(shop);
        Files.delete(font);
        assertThat(text(pdfs.of(me, invoice.id()).orElseThrow())).contains("山田 太郎");
    }

    @Test
    void aPaperThatWasExchangedIsRefused() {
        var me = bookkeeper(shop);
        var order = taken("Testa Demoson");
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        var forged = InvoicePaper.made("%PDF-1.7 something else".getBytes(StandardCharsets.US_ASCII));
        var end = RetentionPolicy.taxRecord(invoice.suppliedOn());
        var opening = new Opening(HubJob.INVOICING, Purpose.TAX_RECORD, "TEST");
        var unused = custody.in(
                shop,
                vault -> vault.replace(
                        opening,
                        InvoicePaper.KIND,
                        List.of(new Sealing<>(InvoicePaper.KIND, invoice.id(), order.subject(), end, forged))));
        assertThatThrownBy(() -> pdfs.of(me, invoice.id())).isInstanceOfSatisfying(PaperNotAsIssued.class, refused -> {
            assertThat(refused.wrong()).contains(invoice.number(), "is not the one that was issued");
            assertThat(refused.mend()).contains("backup");
        });
    }

    @Test
    void aPaperWhoseBytesWereChangedOrTakenAwayIsRefused() throws Exception {
        var me = bookkeeper(shop);
        var changed = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), false, Optional.empty());
        DATABASE.change("UPDATE counterfoil.vault_record SET sealed = set_byte(sealed, 60, get_byte(sealed, 60) # 1)"
                + " WHERE kind = 'invoice.paper' AND record_id = '" + changed.id() + "'");
        var taken = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), true, Optional.empty());
        DATABASE.change("DELETE FROM counterfoil.vault_record WHERE kind = 'invoice.paper' AND record_id = '"
                + taken.id() + "'");
        for (var invoice : List.of(changed, taken)) {
            assertThatThrownBy(() -> pdfs.of(me, invoice.id())).isInstanceOf(PaperNotAsIssued.class);
        }
    }

    @Test
    void theHashCannotBeChangedNotEvenByUs() {
        var unused = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), false, Optional.empty());
        for (var sql : List.of(
                "UPDATE invoice_paper SET sha256 = repeat('0', 64) WHERE seller_id = :seller",
                "DELETE FROM invoice_paper WHERE seller_id = :seller")) {
            assertThatThrownBy(() -> transactions.run(
                            shop,
                            () -> db.sql(sql).param("seller", shop.value()).update()))
                    .as(sql)
                    .hasStackTraceContaining("42501");
        }
    }

    @Test
    void fourWhoAskAtOnceForAPaperThatWasNeverMadeAreGivenTheSame() throws Exception {
        var me = bookkeeper(shop);
        var invoice = issueInvoices.forOrder(shop, taken("Testa Demoson").id(), true, Optional.empty());
        DATABASE.change("DELETE FROM counterfoil.invoice_paper");
        DATABASE.change("DELETE FROM counterfoil.vault_record WHERE kind = 'invoice.paper'");
        var given = IntStream.range(0, 4)
                .mapToObj(who -> CompletableFuture.supplyAsync(
                        () -> pdfs.of(me, invoice.id()).orElseThrow()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(given).allSatisfy(each -> assertThat(each).isEqualTo(given.get(0)));
        assertThat(pdfs.of(me, invoice.id()).orElseThrow()).isEqualTo(given.get(0));
    }

    @Test
    void aShortPaperIsHeldUnderItselfSoThatForgettingTheBuyerLeavesIt() {
        var me = bookkeeper(shop);
        var order = taken("Testa Demoson");
        var invoice = issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
        var ended =
                custody.in(shop, vault -> vault.forget(List.of(order.subject()), Set.of(Purpose.TAX_RECORD), "TEST"));
        assertThat(ended).isNotNull();
        assertThat(pdfs.of(me, invoice.id())).isPresent();
    }

    private OrderFacts taken(String name) {
        return taken(shop, json -> MadeUpOrders.address(json, name, "LS1 9ZZ", "GB"));
    }
}
