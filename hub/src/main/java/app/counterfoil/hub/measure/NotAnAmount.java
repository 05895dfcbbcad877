package app.counterfoil.hub.measure;

/** A text that was to be an amount of money and is none. */
final class NotAnAmount extends Refusal {

    NotAnAmount(String decimal, String currencyCode, String allowed) {
        super("\"" + decimal + " " + currencyCode + "\" is not an amount of money.", "Give " + allowed + ".");
    }
}
