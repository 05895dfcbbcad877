package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Gives somebody an account in a shop. */
@Component
public class AddPerson {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    /** Amazon's Data Protection Policy asks for twelve. */
    private static final int SHORTEST_PASSWORD = 12;
    /** bcrypt reads no more than 72 bytes. */
    private static final int LONGEST_PASSWORD = 72;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;

    private final People people;
    private final PasswordEncoder passwords;

    AddPerson(People people, PasswordEncoder passwords) {
        this.people = people;
        this.passwords = passwords;
    }

    /**
     * Adds the person.
     *
     * @throws NotAnAccount if the name, the address or the password cannot be used; all that is wrong is told at once
     */
    public void add(SellerId seller, Role role, String name, String email, String password) {
        var wrong = new ArrayList<String>();
        var mend = new ArrayList<String>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            wrong.add(name.isBlank() ? "The name is missing." : "The name is too long.");
            mend.add("Give the name colleagues know, of at most " + LONGEST_NAME + " characters.");
        }
        if (!EMAIL.matcher(email.strip()).matches() || email.length() > LONGEST_EMAIL) {
            wrong.add("The e-mail address has not the form of one.");
            mend.add("Give an address like name@example.com.");
        } else if (people.byEmail(email).isPresent()) {
            wrong.add("Somebody signs in with that e-mail address already.");
            mend.add("Give another address.");
        }
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < SHORTEST_PASSWORD || bytes > LONGEST_PASSWORD) {
            wrong.add(
                    bytes > LONGEST_PASSWORD
                            ? "The password takes " + bytes + " bytes; letters with accents take two or more."
                            : "The password has " + password.length() + " characters.");
            mend.add("Give a password of " + SHORTEST_PASSWORD + " characters or more, and of " + LONGEST_PASSWORD
                    + " bytes at most; a short sentence is good.");
        }
        if (!wrong.isEmpty()) {
            throw new NotAnAccount(String.join(" ", wrong), String.join(" ", mend));
        }
        people.add(seller, role, new StaffRecord(name.strip(), email.strip(), passwords.encode(password)));
    }

    /** Something an account needs is missing or cannot be used. */
    public static final class NotAnAccount extends Refusal {
        NotAnAccount(String wrong, String mend) {
            super(wrong, mend);
        }
    }
}
