package app.counterfoil.hub.rights;

import app.counterfoil.hub.measure.Refusal;

/** A step that a request does not allow as it stands. */
final class CannotBeDone extends Refusal {

    private CannotBeDone(String wrong, String mend) {
        super(wrong, mend);
    }

    static CannotBeDone closed() {
        return new CannotBeDone(
                "This request is closed.", "Take in a new one if the person asks again; this one stays as it is.");
    }

    static CannotBeDone awaitsIdentity() {
        return new CannotBeDone(
                "It is not known yet who has asked.",
                "First say how the person has shown who they are; nothing is given or destroyed before.");
    }

    static CannotBeDone holdsStill() {
        return new CannotBeDone(
                "It came by the public page within the last 24 hours.",
                "Until they are over whoever has the mailbox can stop it; then carry it out.");
    }

    static CannotBeDone noOrders() {
        return new CannotBeDone(
                "No order is said to be theirs.",
                "Look for their orders and tick those that are theirs, or close the request as nothing held.");
    }

    static CannotBeDone nothingHeld() {
        return new CannotBeDone(
                "Nothing is held on them any more.", "Close the request as nothing held, or look whom you mean.");
    }

    static CannotBeDone nothingChanged() {
        return new CannotBeDone("Nothing is changed by it.", "Change what is wrong.");
    }

    static CannotBeDone anotherKind() {
        return new CannotBeDone(
                "This is not what was asked for.", "Carry out what the request says, or take in another one.");
    }

    static CannotBeDone tooLateToExtend() {
        return new CannotBeDone(
                "Two months more can be taken once, and the person is told within the first month (Art 12(3)).",
                "Answer it now.");
    }

    static CannotBeDone nothingAwaited() {
        return new CannotBeDone("No answer of the person is awaited.", "Look at the request as it stands now.");
    }

    static CannotBeDone dayNotUsable() {
        return new CannotBeDone("That day cannot be.", "Give a day between the receipt of the request and today.");
    }
}
