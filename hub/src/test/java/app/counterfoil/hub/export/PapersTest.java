package app.counterfoil.hub.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.invoice.DocumentFilter;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.InvoicePdfs;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents leave in bulk on the same leash as orders: as they were issued, written down, and with an end. */
class PapersTest extends ExportBench {

    @Autowired
    private MakePapers makePapers;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private InvoicePdfs pdfs;

    @Test
    void theZipHoldsThePapersAsTheyWereIssuedAndAListOfThem() throws IOException {
        var full = issued(0, true);
        var simple = issued(1, false);
        var told = new ArrayList<String>();
        var copy = makePapers
                .make(
                        Maker.of(as(Role.BOOKKEEPER)),
                        wish(Optional.empty()),
                        (done, all, sentence) -> told.add(sentence))
                .get(0);
        var files = unzipped(copies.fetch(shop, copy.id(), as(Role.BOOKKEEPER)));
        assertThat(files.keySet()).containsExactly(full.number() + ".pdf", simple.number() + ".pdf", "documents.csv");
        for (var invoice : List.of(full, simple)) {
            assertThat(files.get(invoice.number() + ".pdf"))
                    .isEqualTo(pdfs.of(owner(), invoice.id()).orElseThrow());
        }
        assertThat(text(files.getOrDefault("documents.csv", new byte[0])))
                .contains("Copy " + copy.number() + " of ", full.number(), simple.number(), full.orderReference())
                .doesNotContain("Testa");
        assertThat(List.of(copy.rows(), copy.people(), copy.blank())).containsExactly(2, 1, 1);
        assertThat(copy.fileName()).isEqualTo("documents-copy-" + copy.number() + ".zip");
        assertThat(told).containsExactly("1 of 2 documents", "2 of 2 documents");
    }

    @Test
    void eachPaperStandsInTheLedgerAndTheNamedOneWithItsName() {
        var unused = List.of(issued(0, true), issued(1, false));
        var copy = made(Optional.empty());
        var given = disclosures
                .ofOrders(shop, all().stream().map(order -> order.id().value()).toList())
                .stream()
                .map(Disclosure.Entry::what)
                .filter(each ->
                        each.act() == DisclosingAct.EXPORT && each.account().equals(copy.id()))
                .toList();
        assertThat(given).hasSize(2);
        assertThat(given.stream().filter(each -> each.categories().contains(DataCategory.NAME)))
                .hasSize(1);
    }

    @Test
    void whatCannotBeOpenedAnyMoreIsLeftOutAndTheListSaysWhy() throws IOException {
        var full = issued(0, true);
        var simple = issued(1, false);
        var subject = order(0).subject();
        custody.in(shop, vault -> vault.forget(List.of(subject), Set.of(Purpose.TAX_RECORD), "TEST"));
        var copy = made(Optional.empty());
        var files = unzipped(copies.fetch(shop, copy.id(), owner()));
        assertThat(files.keySet()).containsExactly(simple.number() + ".pdf", "documents.csv");
        assertThat(text(files.getOrDefault("documents.csv", new byte[0])))
                .contains("The PDF of invoice " + full.number() + " can no longer be opened");
        assertThat(List.of(copy.rows(), copy.people())).containsExactly(2, 0);
    }

    @Test
    void aCopyThatNamesSomebodyIsFoundByTheirOrderAndDestroyed() {
        var unused = issued(0, true);
        var copy = made(Optional.empty());
        assertThat(copies.naming(shop, List.of(order(0).id().value())).values())
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(copies.destroyNaming(shop, List.of(order(0).id().value()), Optional.empty()))
                .isEqualTo(1);
        assertThatThrownBy(() -> copies.fetch(shop, copy.id(), owner())).isInstanceOf(Refusal.class);
    }

    @Test
    void whoOpensNoTaxRecordsMakesNoneAndNobodyWithoutAnAgreementReceivesOne() {
        var unused = issued(0, true);
        assertThatThrownBy(() ->
                        makePapers.make(Maker.of(as(Role.PACKER)), wish(Optional.empty()), (done, all, sentence) -> {}))
                .isInstanceOf(PurposeNotCarried.class);
        assertThatThrownBy(() -> made(Optional.of(OutsideService.MAILCHIMP.name())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("agreement");
        assertThat(copies.latest(shop, 10)).isEmpty();
    }

    @Test
    void nothingIsMadeOfNothingAndWhatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> made(Optional.empty())).hasMessageContaining("No document fits");
        var wrong = new PapersWish(new Leash(Optional.empty(), "x", 99), DocumentFilter.ALL);
        assertThatThrownBy(() -> makePapers.make(Maker.of(owner()), wrong, (done, all, sentence) -> {}))
                .isInstanceOf(Refusal.class);
        assertThat(copies.latest(shop, 10)).isEmpty();
    }

    private Copy made(Optional<String> recipient) {
        return makePapers
                .make(Maker.of(owner()), wish(recipient), (done, all, sentence) -> {})
                .get(0);
    }

    private static PapersWish wish(Optional<String> recipient) {
        return new PapersWish(new Leash(recipient, "made up by a test", 7), DocumentFilter.ALL);
    }

    private OrderFacts order(int which) {
        return all().get(which);
    }

    private Invoice issued(int which, boolean full) {
        return issueInvoices.forOrder(shop, order(which).id(), full, Optional.<UUID>empty());
    }

    private static Map<String, byte[]> unzipped(byte[] file) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
