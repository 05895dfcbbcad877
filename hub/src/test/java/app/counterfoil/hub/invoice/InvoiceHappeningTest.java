package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in the timelines of shops that exist is told in words for ever. */
class InvoiceHappeningTest {

    @Test
    void theCodesThatAreStoredStayAsTheyAre() {
        assertThat(Stream.of(InvoiceHappening.values()).map(Enum::name))
                .containsExactlyInAnyOrder(
                        "INVOICE_ISSUED",
                        "INVOICE_NOT_ISSUED",
                        "INVOICE_REPLACED",
                        "CREDIT_NOTE_ISSUED",
                        "PLACE_DECIDED",
                        "NUMBER_LOOKED_UP");
    }

    @Test
    void anInvoiceIsToldWithItsNumber() {
        assertThat(InvoiceHappening.INVOICE_ISSUED.words("INV-7")).isEqualTo("Invoice issued: INV-7");
    }
}
