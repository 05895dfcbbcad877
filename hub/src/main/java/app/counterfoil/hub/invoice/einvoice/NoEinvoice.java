package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.measure.Refusal;
import java.util.List;

/** A document cannot be told in the terms of EN 16931. It names what is missing, never a person. */
final class NoEinvoice extends Refusal {

    private NoEinvoice(String wrong, String mend) {
        super(wrong, mend);
    }

    static NoEinvoice namesNobody(String title) {
        return new NoEinvoice(
                title + ": it names nobody, and EN 16931 asks for the buyer's name and country, so it has no form for"
                        + " machines.",
                "Issue a full VAT invoice in its place, if a business asks for one.");
    }

    static NoEinvoice lacks(List<String> missing) {
        return new NoEinvoice(
                "The document has no form for machines, for EN 16931 asks for " + String.join(", and for ", missing)
                        + ".",
                "The PDF is the document all the same. If the buyer needs the other form, write it in your accounting"
                        + " program.");
    }
}
