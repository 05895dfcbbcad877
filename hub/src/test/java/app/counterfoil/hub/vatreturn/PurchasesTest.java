package app.counterfoil.hub.vatreturn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the seller has bought, noted and imported, each document once. */
class PurchasesTest extends ReturnBench {

    @Test
    void aFileIsLookedAtFirstAndRowsThatCannotBeUsedAreTold() {
        var file =
                """
                Number,Supplier,Day,Paid,Kind,Net,VAT
                INV-1,A Person,%s,,,"1,000.00",200.00
                INV-2,A Person,31/02/2026,,,10.00,2.00
                INV-3,A Person,%s,,Banana,10.00,2.00
                Testa Demoson,A Person,%s,,,10.00,2.00
                INV-4,A Person,%s,,CAPITAL,ten,2.00
                INV-1,A Person,%s,,,1000.00,200.00
                INV-5,A Person,%s,%s,Import, £30.00 ,6
                """
                        .formatted(day(), day(), day(), day(), day(), day(), day());
        var rows = importPurchases.read(shop, file);
        assertThat(rows).extracting(ImportPurchases.Row::number).containsExactly(2, 3, 4, 5, 6, 7, 8);
        assertThat(rows)
                .extracting(ImportPurchases.Row::isNew)
                .containsExactly(true, false, false, false, false, false, true);
        assertThat(rows)
                .extracting(ImportPurchases.Row::wrong)
                .containsExactly(
                        "",
                        "Day: this is no day.",
                        "Kind: this is none.",
                        "Number of the document: this is none.",
                        "Net: this is no amount in pounds.",
                        "",
                        "");
        assertThat(purchases.latest(shop, 10)).isEmpty();

        assertThat(importPurchases.noted(shop, file, bookkeeper().id())).isEqualTo(2);
        assertThat(importPurchases.noted(shop, file, bookkeeper().id()))
                .as("the same file again")
                .isZero();
        assertThat(purchases.latest(shop, 10))
                .extracting(noted ->
                        noted.purchase().reference() + " " + noted.fileRow().orElse(0))
                .containsExactlyInAnyOrder("INV-1 2", "INV-5 8");
    }

    @Test
    void aFileWithoutTheColumnsIsRefusedWhole() {
        assertThatThrownBy(() -> importPurchases.read(shop, "a;b\n1;2"))
                .hasMessageContaining("does not name the column day, number, net, vat");
        assertThat(importPurchases.read(shop, "number;day;net;vat\nINV-1;" + day() + ";10.00;2.00"))
                .singleElement()
                .matches(ImportPurchases.Row::isNew);
    }

    @Test
    void aDocumentIsNotedOnceAndTakenBackUnlessAReturnCountsIt() {
        var purchase = bought(day(), "INV-8", 10_00, 2_00);
        assertThatThrownBy(() -> bought(day(), "INV-8", 10_00, 2_00)).hasMessageContaining("noted already");
        purchases.takeBack(shop, purchase.id());
        var again = bought(day(), "INV-8", 10_00, 2_00);
        submitElsewhere(period(0));
        assertThat(purchases.latest(shop, 10)).singleElement().matches(Purchases.Noted::counted);
        assertThatThrownBy(() -> purchases.takeBack(shop, again.id())).hasMessageContaining("counts this purchase");
        assertThatThrownBy(() -> purchases.paid(shop, again.id(), day())).hasMessageContaining("counts this purchase");
        returns.takeBack(shop, period(0));
        purchases.takeBack(shop, again.id());
        assertThat(returns.draft(shop, period(0)).figures().entries()).isEmpty();
    }

    @Test
    void whatCannotBeAPurchaseIsRefused() {
        for (var wrong : List.of("Testa Demoson", "Demoson", "", "1 2", "x".repeat(41))) {
            assertThatThrownBy(() -> bought(day(), wrong, 10_00, 2_00)).isInstanceOf(NotAPurchase.class);
        }
        assertThatThrownBy(() -> bought(clock.today().plusDays(1), "1", 10_00, 2_00))
                .isInstanceOf(NotAPurchase.class);
        assertThatThrownBy(() -> bought(day(), "1", 10_00, -2_00)).isInstanceOf(NotAPurchase.class);
        assertThatThrownBy(() -> bought(day(), "1", 0, 0)).isInstanceOf(NotAPurchase.class);
        purchases.note(
                shop,
                new Purchase(
                        UUID.randomUUID(),
                        PurchaseKind.TO_SALES,
                        day(),
                        Optional.empty(),
                        "MARGIN-1",
                        Money.pence(-5_00),
                        Money.pence(5_00)),
                bookkeeper().id());
        assertThat(returns.draft(shop, period(0)).figures().boxes().shown(Box.ONE))
                .isEqualTo("£5.00");
    }

    @Test
    void thePagesNoteShowAndTakeBack() throws Exception {
        var me = bookkeeper();
        var asked = post("/vat/purchases")
                .param("purchaseKind", "BOUGHT")
                .param("day", day().toString())
                .param("documentNumber", "INV-5")
                .param("net", "1,250.00")
                .param("vat", "£250");
        assertThat(pages.asked(me, asked).getRedirectedUrl()).isEqualTo("/vat/purchases");
        assertThat(pages.page(me, "/vat/purchases")).contains("INV-5", "£1,250.00", "£250.00", "Take back");
        assertThat(pages.page(me, "/vat/" + first() + "/boxes/4")).contains("Box 4: £250.00", "INV-5");
        var csv = pages.page(me, "/vat/" + first() + "/documents.csv");
        assertThat(csv)
                .contains("Day,Document,What,Detail,Late,Box 1,Box 2,Box 4,Box 6,Box 7,Box 8,Box 9")
                .contains(day() + ",INV-5,Purchase,Goods or services bought here,,0.00,0.00,250.00,0.00,1250.00");
        var file = "number,day,net,vat\nINV-6," + day() + ",10.00,2.00\nNOBODY," + day() + ",10.00,2.00";
        assertThat(pages.asked(me, post("/vat/purchases/file").param("purchaseFile", file))
                        .getContentAsString())
                .contains("1 row is new.", "INV-6", "Left out", "Note this row");
        assertThat(pages.asked(me, post("/vat/purchases/import").param("purchaseFile", file))
                        .getRedirectedUrl())
                .isEqualTo("/vat/purchases");
        assertThat(pages.page(me, "/vat/purchases")).contains("INV-6", "row 2 of a file");
    }

    private LocalDate day() {
        return first().plusDays(4);
    }
}
