package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Refusal;

/** A number that cannot be a rate of VAT. */
final class NotAVatRate extends Refusal {

    NotAVatRate(int basisPoints) {
        super("A VAT rate of " + basisPoints + " basis points is impossible.", "Give 0 to 10000 basis points.");
    }
}
