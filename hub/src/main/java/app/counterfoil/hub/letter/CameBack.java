package app.counterfoil.hub.letter;

/**
 * Why a letter came back, by the status of the notice (RFC 3463), in words that name no address.
 *
 * @param wrong what is wrong, in a sentence
 * @param mend what to do about it, in a sentence
 */
record CameBack(String wrong, String mend) {

    private static final String OTHER_ADDRESS =
            "Find out the right address and write a new letter to it, or answer by post.";

    static CameBack of(String status) {
        if (status.startsWith("5.1.")) {
            return new CameBack("The letter came back: there is no such address.", OTHER_ADDRESS);
        }
        if (status.equals("5.2.2") || status.equals("4.2.2")) {
            return new CameBack(
                    "The letter came back: the mailbox is full.",
                    "Press \"Try again\" in a few days, or answer by post.");
        }
        return new CameBack(
                "The letter came back: the mail server of the address could not deliver it.",
                "Press \"Try again\"; if it comes back again, ask for another address or answer by post.");
    }
}
