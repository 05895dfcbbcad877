package app.counterfoil.hub.invoice.document;

import app.counterfoil.hub.measure.Refusal;
import java.util.List;

/** An invoice lacks what the law asks of its kind. */
final class IncompleteInvoice extends Refusal {

    IncompleteInvoice(List<String> missing) {
        super(
                "The invoice lacks " + String.join(", ", missing) + ".",
                "Complete the settings or the order, then issue it again.");
    }
}
