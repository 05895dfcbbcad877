package app.counterfoil.hub.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.Sale;
import app.counterfoil.hub.tax.SaleLine;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoiceDocumentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-02-14");

    @Test
    void aFullInvoiceTellsAllThatIsMissingAtOnce() {
        assertThatThrownBy(() -> invoice(InvoiceKind.FULL, 30_000, Optional.empty()))
                .isInstanceOf(IncompleteInvoice.class)
                .hasMessageContaining("VAT number")
                .hasMessageContaining("customer")
                .hasMessageContaining("sterling");
    }

    @Test
    void theShortFormEndsAtTwoHundredAndFiftyPounds() {
        assertThat(invoice(InvoiceKind.SIMPLIFIED, 25_000, Optional.of("GB100000034"))
                        .number())
                .isEqualTo("2026-1");
        assertThatThrownBy(() -> invoice(InvoiceKind.SIMPLIFIED, 25_001, Optional.of("GB100000034")))
                .hasMessageContaining("£250.00");
    }

    @Test
    void anInvoiceWithoutVatRefusesVat() {
        assertThatThrownBy(() -> invoice(InvoiceKind.WITHOUT_VAT, 1200, Optional.empty()))
                .hasMessageContaining("without VAT");
    }

    @Test
    void aPartyIsNeverPrinted() {
        assertThat(new InvoiceParty("Testa Example", List.of("1 Nowhere"), Optional.empty()).toString())
                .doesNotContain("Testa", "Nowhere");
    }

    private static InvoiceDocument invoice(InvoiceKind kind, long pence, Optional<String> vatNumber) {
        var none = Money.pence(0);
        var line = new SaleLine(1, Money.pence(pence), none, VatTreatment.CHARGED, new VatRate(2000));
        var sums = new Sale(List.of(line), List.of(), Money.pence(pence)).reckon();
        var shop = new InvoiceParty("Example Lamps", List.of("1 Sample Street"), vatNumber);
        return new InvoiceDocument(
                kind,
                "2026-1",
                DAY,
                DAY,
                shop,
                Optional.empty(),
                List.of(InvoiceLine.goods("A lamp", 1, VatTreatment.CHARGED, new VatRate(2000))),
                sums,
                Optional.empty(),
                List.of(),
                "X-1",
                Optional.empty());
    }
}
