package app.counterfoil.hub.seller;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a name, an e-mail address and a password of an account must be. */
final class AccountRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    /** Amazon's Data Protection Policy asks for twelve. */
    private static final int SHORTEST_PASSWORD = 12;
    /** bcrypt reads no more than 72 bytes. */
    private static final int LONGEST_PASSWORD = 72;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;

    private AccountRules() {}

    /** What is wrong with a field, and how to mend it; neither says what was typed. */
    record Fault(String field, String wrong, String mend) {}

    static Optional<Fault> ofName(String name) {
        if (!name.isBlank() && name.length() <= LONGEST_NAME) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                "name",
                name.isBlank() ? "The name is missing." : "The name is too long.",
                "Give the name colleagues know, of at most " + LONGEST_NAME + " characters."));
    }

    static Optional<Fault> ofEmail(String email) {
        return isShort(email) && EMAIL.matcher(email.strip()).matches()
                ? Optional.empty()
                : Optional.of(new Fault(
                        "email", "The e-mail address is not a whole one.", "Give an address like name@example.com."));
    }

    /** Whether it is no longer than an address can be: what is longer is neither matched nor hashed. */
    static boolean isShort(String email) {
        return email.length() <= LONGEST_EMAIL;
    }

    /** @param known what whoever guesses knows of the account, such as its address and name */
    static Optional<Fault> ofPassword(String password, String... known) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() >= SHORTEST_PASSWORD && bytes <= LONGEST_PASSWORD) {
            return EasilyGuessed.is(password, known)
                    ? Optional.of(new Fault(
                            "password",
                            "The password is easily guessed: a row of the keyboard, a common word, or the name or address"
                                    + " itself.",
                            "Give another one; a short sentence is good."))
                    : Optional.empty();
        }
        return Optional.of(new Fault(
                "password",
                bytes > LONGEST_PASSWORD
                        ? "The password takes " + bytes + " bytes; letters with accents take two or more."
                        : "The password has " + password.length() + " characters.",
                "Give a password of " + SHORTEST_PASSWORD + " characters or more, and of " + LONGEST_PASSWORD
                        + " bytes at most; a short sentence is good."));
    }
}
