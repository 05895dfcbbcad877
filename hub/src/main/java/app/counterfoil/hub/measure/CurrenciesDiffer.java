package app.counterfoil.hub.measure;

/** Two amounts of different currencies were to be added or compared. */
final class CurrenciesDiffer extends Refusal {

    CurrenciesDiffer(Money one, Money other) {
        super(one + " and " + other + " are not of one currency.", "Convert one of them first, at a named rate.");
    }
}
