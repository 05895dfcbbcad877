package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.tax.VatClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A buyer who asks afterwards is given a full invoice in place of the short one, and the sale counts once. */
class ReplacedInvoicesTest extends InvoiceBench {

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private ReplaceSimplifiedInvoice replace;

    @Autowired
    private InvoiceBookCheck books;

    @Test
    void theFullOneTellsTheSameSaleNamesTheBuyerAndTheOneItReplaces() throws IOException {
        var me = bookkeeper(VAT_NUMBER);
        var order = taken(me.seller());
        var shortOne = issued(me.seller(), order);
        var full = replace.withFull(me.seller(), order.id(), me.id());
        assertThat(full.kind()).isEqualTo(InvoiceKind.FULL);
        assertThat(List.of(shortOne.number(), full.number()))
                .extracting(number -> number.substring(5))
                .containsExactly("-000001", "-000002");
        assertThat(List.of(full.net(), full.vat(), full.gross(), full.suppliedOn()))
                .isEqualTo(List.of(shortOne.net(), shortOne.vat(), shortOne.gross(), shortOne.suppliedOn()));
        assertThat(full.partyEndsOn()).isPresent();
        assertThat(text(pdfs.of(me, full.id()).orElseThrow()))
                .contains("Customer", "Testa Demoson", "Total VAT £2.50")
                .contains("Issued in place of simplified VAT invoice " + shortOne.number());
        assertThat(text(pdfs.of(me, shortOne.id()).orElseThrow()))
                .contains(shortOne.number())
                .doesNotContain("Testa");
        assertThat(timeline.of(me.seller(), order.id())).anySatisfy(event -> {
            assertThat(event.what()).isEqualTo(InvoiceHappening.INVOICE_REPLACED);
            assertThat(event.detail())
                    .isEqualTo(full.number() + " in place of " + shortOne.number()
                            + ", for the buyer asked for a full invoice");
            assertThat(event.person()).contains(me.id());
        });
    }

    @Test
    void theSaleCountsOnce() {
        var me = bookkeeper(VAT_NUMBER);
        var order = taken(me.seller());
        var shortOne = issued(me.seller(), order);
        var full = replace.withFull(me.seller(), order.id(), me.id());
        assertThat(invoices.ofOrders(me.seller(), List.of(order.id()))).containsExactly(full);
        assertThat(invoices.latest(me.seller(), 10).stream().filter(Invoice::counts))
                .extracting(Invoice::gross)
                .containsExactly(order.total());
        assertThat(invoices.latest(me.seller(), 10))
                .filteredOn(each -> each.id().equals(shortOne.id()))
                .singleElement()
                .satisfies(each -> assertThat(
                                each.replacedBy().map(Invoice.Other::number).orElse(""))
                        .isEqualTo(full.number()));
        assertThat(issueInvoices.forOrder(me.seller(), order.id(), false, Optional.empty()))
                .isEqualTo(full);
    }

    /** The migration that began to keep which lines are whose, run once more as the owner of the tables. */
    @Test
    void whatWasReplacedBeforeItWasKeptWhichLinesAreWhoseIsFilledIn() throws Exception {
        var me = bookkeeper(VAT_NUMBER);
        var order = taken(me.seller());
        var unused = issued(me.seller(), order);
        var full = replace.withFull(me.seller(), order.id(), me.id());
        DATABASE.change("DELETE FROM counterfoil.invoice_replaced");
        assertThat(books.of(me.seller()).flaws()).isNotEmpty();
        var migration = Files.readString(
                Path.of("src/main/resources/db/migration/invoice/V0291__invoices_of_several_orders.sql"));
        var fill = migration.substring(migration.indexOf("ALTER TABLE invoice_invoice NO FORCE"));
        try (var owner = DATABASE.owner().getConnection();
                var statement = owner.createStatement()) {
            statement.execute("SET search_path = counterfoil; " + fill);
        }
        assertThat(invoices.ofOrder(me.seller(), order.id())).contains(full);
        assertThat(books.of(me.seller()).flaws()).isEmpty();
    }

    @Test
    void whatWasSaidOfTheProductSinceDoesNotChangeTheSaleThatWasInvoiced() {
        var me = bookkeeper(VAT_NUMBER);
        var order = taken(me.seller());
        var shortOne = issued(me.seller(), order);
        vatClasses.say(me.seller(), Map.of(new ProductKey("MUG", ""), VatClass.ZERO));
        assertThat(replace.withFull(me.seller(), order.id(), me.id()).vat())
                .isEqualTo(shortOne.vat())
                .isEqualTo(Money.pence(2_50));
    }

    @Test
    void eightWhoAskAtOnceAreGivenOneAndTheNumbersHaveNoGap() {
        var me = bookkeeper(VAT_NUMBER);
        var order = taken(me.seller());
        var unused = issued(me.seller(), order);
        var refusals = IntStream.range(0, 8)
                .mapToObj(who -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return replace.withFull(me.seller(), order.id(), me.id())
                                .number();
                    } catch (CannotInvoice refused) {
                        return refused.wrong();
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.contains("is a full one already"));
        assertThat(refusals).hasSize(7);
        assertThat(issued(me.seller(), taken(me.seller())).number()).endsWith("-000003");
    }

    @Test
    void onlyAShortInvoiceIsReplaced() {
        var me = bookkeeper(VAT_NUMBER);
        var order = taken(me.seller());
        assertThatThrownBy(() -> replace.withFull(me.seller(), order.id(), me.id()))
                .hasMessageContaining("has no invoice yet");
        var unused = issueInvoices.forOrder(me.seller(), order.id(), true, Optional.empty());
        assertThatThrownBy(() -> replace.withFull(me.seller(), order.id(), me.id()))
                .hasMessageContaining("is a full one already");
        var cancelled = taken(me.seller());
        var stays = issued(me.seller(), cancelled);
        moveOrders.to(OrderState.CANCELLED, me.seller(), List.of(cancelled.id()), Optional.empty());
        assertThatThrownBy(() -> replace.withFull(me.seller(), cancelled.id(), me.id()))
                .hasMessageContaining("was cancelled");
        assertThat(invoices.ofOrder(me.seller(), cancelled.id())).contains(stays);
        var notRegistered = bookkeeper("");
        var statement = taken(notRegistered.seller());
        var unusedToo = issued(notRegistered.seller(), statement);
        assertThatThrownBy(() -> replace.withFull(notRegistered.seller(), statement.id(), notRegistered.id()))
                .hasMessageContaining("sales statement");
    }

    @Test
    void thePageOffersItAndTellsWhichOneCounts() throws Exception {
        var me = bookkeeper(VAT_NUMBER);
        var order = taken(me.seller());
        var shortOne = issued(me.seller(), order);
        var path = "/orders/" + order.id();
        assertThat(page(me, path)).contains("Issue a full invoice in its place");
        var sent = pages.asked(me, post(path + "/invoice/full"));
        assertThat(sent.getRedirectedUrl()).isEqualTo(path);
        assertThat(page(me, path))
                .contains("In place of", "Open " + shortOne.number(), "Customer named on the invoice")
                .doesNotContain("Issue a full invoice in its place");
        assertThat(page(me, "/invoices")).contains("No longer counts", "in place of " + shortOne.number());
    }

    private SignedIn bookkeeper(String vatNumber) {
        var shop = shop(vatNumber);
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        return bookkeeper(shop);
    }

    private OrderFacts taken(SellerId shop) {
        return taken(shop, json -> {});
    }
}
