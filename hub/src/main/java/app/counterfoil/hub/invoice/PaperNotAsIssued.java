package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Refusal;

/** The kept PDF of an invoice is not the one that was issued, so it is not given out. */
final class PaperNotAsIssued extends Refusal {
    PaperNotAsIssued(Invoice invoice) {
        super(
                "The kept PDF of invoice " + invoice.number()
                        + " is not the one that was issued: it was changed or lost.",
                "Tell whoever runs this installation, who can bring it back from a backup; number and figures in the list"
                        + " are as they were issued.");
    }
}
