package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.tax.VatTreatment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sentences below the totals. In English they are those that were stored when it was issued; in another language they are
 * made of the same facts, for the law asks for the sense and not for the words.
 */
record DocumentNotes(InvoiceDocument document, DocumentWords words) {

    List<String> all() {
        if (words.language() == DocumentLanguage.ENGLISH) {
            return document.notes();
        }
        var notes = new ArrayList<String>();
        if (!document.parts().isEmpty()) {
            notes.add(words.say(
                    "note.replacesAll",
                    document.parts().stream()
                            .map(part -> part.number() + " (" + words.day(part.issuedOn()) + ")")
                            .collect(Collectors.joining(", "))));
        }
        document.notes().stream()
                .filter(note -> note.startsWith(ReplaceSimplifiedInvoice.IN_PLACE_OF))
                .findFirst()
                .ifPresent(note -> notes.add(words.say("note.replaces", ReplaceSimplifiedInvoice.replaced(note))));
        document.lines().stream()
                .map(InvoiceLine::treatment)
                .filter(treatment -> treatment != VatTreatment.CHARGED)
                .distinct()
                .map(treatment -> words.say("note." + treatment.name()))
                .forEach(notes::add);
        var delivery = document.lines().stream()
                .anyMatch(line -> line.part() == InvoiceLine.Part.EXTRA
                        && line.description().equals(DraftInvoices.DELIVERY));
        if (delivery && document.sums().rates().size() > 1) {
            notes.add(words.say("note.delivery"));
        }
        document.notes().stream()
                .filter(note -> note.startsWith(DraftInvoices.VAT_IN_STERLING))
                .findFirst()
                .ifPresent(note -> notes.add(words.say(
                        "note.sterling", note.substring(DraftInvoices.VAT_IN_STERLING.length(), note.length() - 1))));
        return List.copyOf(notes);
    }

    @Override
    public String toString() {
        return "DocumentNotes[hidden]";
    }
}
