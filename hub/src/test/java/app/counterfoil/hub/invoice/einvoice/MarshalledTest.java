package app.counterfoil.hub.invoice.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentType;

/** What does not fit its schema goes nowhere, and nobody reads in a log what stood in it. */
@ExtendWith(OutputCaptureExtension.class)
class MarshalledTest {

    @Test
    void whatDoesNotFitIsRefusedInSilence(CapturedOutput output) {
        var head = new ExchangedDocumentType();
        head.setID("Testa Demoson");
        head.setTypeCode("380").setListAgencyID("Testa Demoson");
        var invoice = new CrossIndustryInvoiceType();
        invoice.setExchangedDocument(head);
        assertThatThrownBy(() -> Marshalled.of(new CIID16BCrossIndustryInvoiceTypeMarshaller(), invoice))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause();
        assertThat(output.getAll()).doesNotContain("Testa", "cvc-");
    }
}
