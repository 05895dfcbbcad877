package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.einvoice.Einvoice;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.paper.Embedded;
import app.counterfoil.hub.paper.PaperFonts;
import app.counterfoil.hub.paper.PaperPdf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/** Prints an invoice as a PDF on A4, the same bytes for the same document. */
@Component
class InvoicePdf {

    private final ITemplateEngine templates;
    private final PaperFonts fonts;
    private final PaperPdf pdf;

    InvoicePdf(ITemplateEngine templates, PaperFonts fonts, PaperPdf pdf) {
        this.templates = templates;
        this.fonts = fonts;
        this.pdf = pdf;
    }

    /** Refuses what could not be printed, before a number is taken for it. */
    void requirePrintable(InvoiceDocument document) {
        fonts.require(texts(document, DocumentLook.plain(DocumentLanguage.ENGLISH)));
    }

    byte[] render(InvoiceDocument document, DocumentLook look) {
        var page = new PrintedDocument(document, look, fonts::printed);
        return pdf.of(
                templates.process("invoice/pdf", page.context()),
                texts(document, look),
                page.title() + " " + document.number(),
                document.issuedOn(),
                alongIt(document));
    }

    /** The same for machines, if the document has such a form; the paper is one without it, too. */
    private static Optional<Embedded> alongIt(InvoiceDocument document) {
        try {
            return Optional.of(Einvoice.of(document).alongPdf());
        } catch (Refusal none) {
            return Optional.empty();
        }
    }

    private static List<String> texts(InvoiceDocument document, DocumentLook look) {
        var texts = new ArrayList<String>();
        var parties = Stream.concat(Stream.of(document.supplier()), document.customer().stream());
        for (var party : parties.toList()) {
            texts.add(party.name());
            texts.addAll(party.address());
            party.vatNumber().ifPresent(texts::add);
        }
        document.lines().forEach(line -> texts.add(line.description()));
        texts.add(look.footer());
        return texts;
    }
}
