package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.einvoice.Einvoice;
import app.counterfoil.hub.invoice.einvoice.EinvoiceRules;
import app.counterfoil.hub.invoice.einvoice.MadeUpDocuments;
import app.counterfoil.hub.paper.PaperFonts;
import app.counterfoil.hub.paper.PaperPdf;
import app.counterfoil.hub.paper.VeraPdf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The public validators accept what is made up by chance: each PDF as one for the archive (veraPDF), and of each full invoice
 * the form for machines by EN 16931 and Peppol (phive). {@code -Dcounterfoil.documents=500} says how many.
 */
class DocumentsAreAcceptedTest {

    private static final int HOW_MANY = Integer.getInteger("counterfoil.documents", 60);

    private final InvoicePdf pdf = pdf();

    @Test
    void everyDocumentIsAccepted() {
        var refused = new ArrayList<String>();
        var counted = new TreeMap<String, Integer>();
        for (int number = 0; number < HOW_MANY; number++) {
            var document = MadeUpDocuments.one(number);
            var faults = faults(document, counted);
            if (!faults.isEmpty()) {
                refused.add("document " + number + ": " + faults);
            }
        }
        System.out.println("Accepted: " + counted);
        assertThat(refused).isEmpty();
        assertThat(counted.keySet()).contains("PDF/A-3b", "CII", "UBL", "Peppol");
    }

    private List<String> faults(InvoiceDocument document, Map<String, Integer> counted) {
        var faults = new ArrayList<>(VeraPdf.faults(pdf.render(document)));
        counted.merge("PDF/A-3b", 1, Integer::sum);
        counted.merge("of them " + document.title() + "s", 1, Integer::sum);
        if (document.kind() == InvoiceKind.FULL) {
            var einvoice = Einvoice.of(document);
            faults.addAll(EinvoiceRules.cii(einvoice.cii()));
            counted.merge("CII", 1, Integer::sum);
            var ubl = einvoice.ubl();
            var peppol = einvoice.lacksForPeppol().isEmpty();
            faults.addAll(peppol ? EinvoiceRules.peppol(ubl) : EinvoiceRules.ubl(ubl));
            counted.merge(peppol ? "Peppol" : "UBL", 1, Integer::sum);
        }
        return faults;
    }

    private static InvoicePdf pdf() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var templates = new SpringTemplateEngine();
        templates.setTemplateResolver(resolver);
        var fonts = new PaperFonts(List.of());
        return new InvoicePdf(templates, fonts, new PaperPdf(fonts));
    }
}
