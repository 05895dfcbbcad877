package app.counterfoil.vault;

import java.util.regex.Pattern;

/**
 * The declared wish to open records: who, for which purpose, and why just now. No opening happens without one, and
 * each is journalled in the transaction that carries it out (Art 5(2), Art 32).
 *
 * @param reader who asks
 * @param purpose the purpose the records are opened for; must be the one they are held for
 * @param reason a code from a closed list, such as {@code ORDER_PAGE}: capitals and underscores, never free text
 */
public record Opening(Reader reader, Purpose purpose, String reason) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,39}");

    /** @throws IllegalArgumentException if the reason is not a code, since free text could name a person */
    public Opening {
        if (!CODE.matcher(reason).matches()) {
            throw new IllegalArgumentException("A reason is a code of 3 to 40 capitals, digits and underscores.");
        }
    }
}
