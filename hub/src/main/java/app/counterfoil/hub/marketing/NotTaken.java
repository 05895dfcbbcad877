package app.counterfoil.hub.marketing;

import app.counterfoil.hub.measure.Refusal;

/** Somebody is not taken in for marketing, or something of the ledger cannot be written, and why; it repeats no address. */
public final class NotTaken extends Refusal {

    private final String field;

    private NotTaken(String field, String wrong, String mend) {
        super(wrong, mend);
        this.field = field;
    }

    /** Which field of the form it is about. */
    public String field() {
        return field;
    }

    static NotTaken noAddress() {
        return new NotTaken(
                "addresses",
                "That is no whole e-mail address.",
                "Give an address like name@example.com, in plain letters and digits.");
    }

    static NotTaken tooMany(int most) {
        return new NotTaken("addresses", "Those are too many at once.", "Give at most " + most + " addresses.");
    }

    static NotTaken relay() {
        return new NotTaken(
                "addresses",
                "A marketplace has made this address for one order.",
                "It is never for marketing. Ask the person for an address of their own.");
    }

    static NotTaken fromChannel() {
        return new NotTaken(
                "addresses",
                "A marketplace has given this address for an order.",
                "Its contract keeps it from marketing. The person can still sign up on your sign-up page themselves.");
    }

    static NotTaken stopped() {
        return new NotTaken(
                "addresses",
                "This person wants no marketing.",
                "Only they can come back, on your sign-up page; nobody can take them in.");
    }

    static NotTaken isLive() {
        return new NotTaken(
                "addresses", "This person has confirmed their consent already.", "Look them up to see its proof.");
    }

    static NotTaken isAsked() {
        return new NotTaken(
                "addresses",
                "This person was asked already and has not confirmed yet.",
                "Look them up; a new letter can be sent on their page.");
    }

    static NotTaken evidence() {
        return new NotTaken(
                "evidence",
                "It is not said where the proof lies.",
                "Give the code of its place, such as BOX-7/12, and write the code on it: letters in groups of three at"
                        + " most, at least one digit, no name and no phone number.");
    }

    static NotTaken wording() {
        return new NotTaken(
                "wording",
                "These words do not fit the proof.",
                "Choose the version of the words that the person was shown; write it under Wordings if it is missing.");
    }

    static NotTaken day() {
        return new NotTaken("givenOn", "That day is still to come.", "Give the day on which the person said yes.");
    }

    static NotTaken proof() {
        return new NotTaken(
                "proof", "That is nothing the shop can write down.", "Choose one of the proofs in the list.");
    }

    static NotTaken notOwnGoods() {
        return new NotTaken(
                "ownGoods",
                "A soft opt-in is for your own similar goods alone (PECR reg. 22(3)(b)).",
                "Tick it if that is all you will write of; else ask for consent.");
    }

    static NotTaken noRefusalOffered() {
        return new NotTaken(
                "refusalOffered",
                "A soft opt-in needs a free and simple way to refuse, offered when the address was given"
                        + " (PECR reg. 22(3)(c)).",
                "Tick it if it was offered; else ask for consent.");
    }

    static NotTaken words(String mend) {
        return new NotTaken("words", "These words cannot be kept.", mend);
    }

    static NotTaken enoughLetters() {
        return new NotTaken(
                "addresses",
                "They were sent three letters within a day.",
                "Wait until tomorrow, or until they have answered.");
    }
}
