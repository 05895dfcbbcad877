package app.counterfoil.hub.letter;

import app.counterfoil.hub.measure.Refusal;

/** A letter that was not sent, or of which it is not known; in words that name neither the address nor the server. */
final class NotSent extends Refusal {

    /** What is to be done with the letter. */
    enum Kind {
        /** Nothing was taken, and that may be otherwise in a while. */
        LATER,
        /** It is not taken, now or later. */
        NEVER,
        /** It was handed over whole, and no answer came. */
        UNSURE
    }

    private static final String BY_ITSELF =
            "Nothing to do: we try again by ourselves, up to " + LetterRows.MOST_TRIES + " times within two days.";

    private final Kind kind;

    private NotSent(Kind kind, String wrong, String mend) {
        super(wrong, mend);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    static NotSent unreachable() {
        return new NotSent(
                Kind.LATER, "The mail server cannot be reached, or does not speak TLS as it is set up.", BY_ITSELF);
    }

    static NotSent notTrusted() {
        return new NotSent(
                Kind.LATER,
                "The mail server's certificate is for another name, or nobody whom this machine trusts vouches for it.",
                "The operator looks at counterfoil.mail.host and that certificate (operations.md, \"Letters by e-mail\");"
                        + " then it goes out by itself.");
    }

    static NotSent signIn() {
        return new NotSent(Kind.LATER, "The mail server does not accept our sign-in.", BY_ITSELF);
    }

    static NotSent putOff() {
        return new NotSent(Kind.LATER, "The mail server has put the letter off.", BY_ITSELF);
    }

    static NotSent noAnswer() {
        return new NotSent(
                Kind.UNSURE,
                "The mail server was given the letter and has not answered: it may have gone out.",
                "Nothing to do: we send it once more by ourselves; mail programs show the second as the same letter.");
    }

    static NotSent recipientRefused() {
        return new NotSent(
                Kind.NEVER,
                "The mail server of the address refuses it.",
                "Find out the right address and write a new letter to it, or answer by post.");
    }

    static NotSent letterRefused() {
        return new NotSent(
                Kind.NEVER,
                "The mail server does not take the letter.",
                "Ask whoever runs the mail server why it refuses letters from here, then press \"Try again\".");
    }

    static NotSent cannotBeOpened() {
        return new NotSent(
                Kind.NEVER,
                "The letter cannot be opened any more: its day has come, or it was forgotten.",
                "Write a new letter if it is still to be answered.");
    }

    static NotSent unsureTwice() {
        return new NotSent(
                Kind.NEVER,
                "Twice the letter was on its way and it is not known whether it arrived.",
                "Ask the person whether it has come; if not, press \"Try again\".");
    }

    /** The same after as many tries as are made without being asked. */
    NotSent forGood() {
        return new NotSent(
                Kind.NEVER,
                wrong(),
                "It was tried " + LetterRows.MOST_TRIES
                        + " times. See what is wrong with the mail server or the address,"
                        + " then press \"Try again\".");
    }
}
