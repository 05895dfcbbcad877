package app.counterfoil.hub.marketing;

import app.counterfoil.hub.measure.Refusal;

/** A newsletter service does not take somebody, for a reason that the shop can do nothing about by asking again. */
final class NotTakenThere extends Refusal {

    private NotTakenThere(String wrong, String mend) {
        super(wrong, mend);
    }

    static NotTakenThere forgotten() {
        return new NotTakenThere(
                "They were deleted for good at the newsletter service.",
                "Only they can come back there, by the sign-up form of the service itself; send them its address.");
    }

    static NotTakenThere comesBack() {
        return new NotTakenThere(
                "Mail of the newsletter service to their address came back.",
                "Nothing to do: they are not written to. If they give another address, let them sign up with it.");
    }
}
