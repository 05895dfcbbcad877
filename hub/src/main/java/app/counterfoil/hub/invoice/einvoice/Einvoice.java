package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.paper.Embedded;
import java.util.ArrayList;
import java.util.List;

/**
 * A full invoice in the form for machines that EN 16931 asks for. Nothing in it is of the moment: the same document is the
 * same bytes. It names the customer: it does not print.
 */
public final class Einvoice {

    private final Terms terms;

    private Einvoice(Terms terms) {
        this.terms = terms;
    }

    /**
     * The document in the terms of EN 16931.
     *
     * @throws app.counterfoil.hub.measure.Refusal if it has no such form, naming all that is missing
     */
    public static Einvoice of(InvoiceDocument document) {
        return new Einvoice(Translation.of(document));
    }

    /** As CII (UN/CEFACT D16B), in the profile EN 16931 of Factur-X and ZUGFeRD. */
    public byte[] cii() {
        return Cii.of(terms);
    }

    /** As the file that goes along in the PDF, which is a Factur-X by it. */
    public Embedded alongPdf() {
        return FacturX.of(cii());
    }

    /**
     * As UBL 2.1. Where seller and buyer have electronic addresses it says that it is a Peppol BIS Billing 3.0, else that it
     * is a plain EN 16931.
     */
    public byte[] ubl() {
        return Ubl.of(terms, lacksForPeppol().isEmpty());
    }

    /** What Peppol asks for beyond EN 16931 and the document lacks; empty if it can be sent there. */
    public List<String> lacksForPeppol() {
        var lacks = new ArrayList<String>();
        if (terms.seller().endpoint().isEmpty()) {
            lacks.add("an electronic address of the seller");
        }
        if (terms.buyer().endpoint().isEmpty()) {
            lacks.add("a VAT number of the customer, which is their electronic address");
        }
        return List.copyOf(lacks);
    }

    @Override
    public String toString() {
        return "Einvoice[" + terms.number() + "]";
    }
}
