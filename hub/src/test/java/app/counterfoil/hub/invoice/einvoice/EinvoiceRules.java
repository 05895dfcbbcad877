package app.counterfoil.hub.invoice.einvoice;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Asks phive whether an invoice for machines keeps the published rules: schema, EN 16931 and Peppol BIS Billing 3.0. */
public final class EinvoiceRules {

    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES =
            new ValidationExecutorSetRegistry<>();

    static {
        EN16931Validation.initEN16931(RULES);
        PeppolValidation.initStandard(RULES);
    }

    private EinvoiceRules() {}

    /** What is wrong with a CII by EN 16931; empty if it is accepted. */
    public static List<String> cii(byte[] xml) {
        return faults(xml, EN16931Validation.VID_CII_1316);
    }

    /** What is wrong with a UBL by EN 16931, an invoice or a credit note. */
    public static List<String> ubl(byte[] xml) {
        return faults(
                xml,
                isCreditNote(xml)
                        ? EN16931Validation.VID_UBL_CREDIT_NOTE_1316
                        : EN16931Validation.VID_UBL_INVOICE_1316);
    }

    /** What is wrong with a UBL by EN 16931 and Peppol together. */
    public static List<String> peppol(byte[] xml) {
        return faults(
                xml,
                isCreditNote(xml)
                        ? PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3
                        : PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3);
    }

    private static boolean isCreditNote(byte[] xml) {
        return parsed(xml).getDocumentElement().getLocalName().equals("CreditNote");
    }

    private static List<String> faults(byte[] xml, DVRCoordinate rules) {
        var results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                RULES.getOfID(rules),
                ValidationSourceXML.create(null, parsed(xml)),
                Locale.UK);
        return results.getAllErrors().stream()
                .map(error -> error.getErrorID() + " " + error.getErrorText(Locale.UK))
                .toList();
    }

    private static Document parsed(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
