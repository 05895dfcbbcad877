package app.counterfoil.hub.rights;

import java.util.EnumSet;
import java.util.Set;

/**
 * How somebody has shown that they are the person. Facts that a thief could know are no proof, and nobody is asked for a
 * copy of a passport. Stored by its name.
 */
public enum IdentityProof {
    /** They have repeated a code that was sent to a contact on the order. */
    CODE_TO_CONTACT("A code that was sent to a contact on the order"),
    /** They have answered from the order's own messages at the channel. */
    CHANNEL_MESSAGES("An answer from the order's messages at the channel"),
    /** They were called back on the number on the order. */
    CALLED_BACK("A call back on the number on the order"),
    /** They have written from the e-mail address on the order, and have answered a mail that was sent there. */
    ANSWERED_MAIL("An answer to a mail that was sent to the address on the order"),
    /** The channel vouches for its own customer. */
    VOUCHED_BY_CHANNEL("The channel vouches for them"),
    /** Somebody of the shop was signed in when they asked. */
    SIGNED_IN("They were signed in"),
    /** Somebody of the shop, or who has worked there, is known to whoever takes it in. */
    KNOWN_IN_PERSON("They are known in person at the shop");

    private final String title;

    IdentityProof(String title) {
        this.title = title;
    }

    /** Those that fit whoever has asked: somebody of the shop, or anybody else. */
    public static Set<IdentityProof> fitting(boolean ofTheShop) {
        return ofTheShop
                ? EnumSet.of(KNOWN_IN_PERSON, ANSWERED_MAIL)
                : EnumSet.complementOf(EnumSet.of(SIGNED_IN, KNOWN_IN_PERSON));
    }

    /** The proof as people read it. */
    public String title() {
        return title;
    }
}
