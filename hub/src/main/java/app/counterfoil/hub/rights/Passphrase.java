package app.counterfoil.hub.rights;

import java.security.SecureRandom;

/** Makes passphrases that are read out and typed: groups of letters and digits that are not mistaken for each other. */
final class Passphrase {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int TO_A_GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passphrase() {}

    /** A new one, of 99 bits. */
    static String fresh() {
        var made = new StringBuilder();
        for (int at = 0; at < GROUPS * TO_A_GROUP; at++) {
            if (at > 0 && at % TO_A_GROUP == 0) {
                made.append('-');
            }
            made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
