package app.counterfoil.hub.rights;

import java.security.SecureRandom;

/** Makes passphrases that are read out and typed: groups of letters and digits that are not mistaken for each other. */
final class Passphrase {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUPS_OF_CODE = 2;
    private static final int TO_A_GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passphrase() {}

    /** A new one, of 99 bits. */
    static String fresh() {
        return of(GROUPS);
    }

    /** A new code of 39 bits, for what may be tried a few times only. */
    static String code() {
        return of(GROUPS_OF_CODE);
    }

    private static String of(int groups) {
        var made = new StringBuilder();
        for (int at = 0; at < groups * TO_A_GROUP; at++) {
            if (at > 0 && at % TO_A_GROUP == 0) {
                made.append('-');
            }
            made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
