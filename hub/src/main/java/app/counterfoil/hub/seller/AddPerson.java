package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
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

    private final People people;
    private final PasswordEncoder passwords;

    AddPerson(People people, PasswordEncoder passwords) {
        this.people = people;
        this.passwords = passwords;
    }

    /**
     * Adds the person.
     *
     * @throws NotAnAccount if the name, the address or the password cannot be used
     */
    public void add(SellerId seller, Role role, String name, String email, String password) {
        if (name.isBlank()) {
            throw new NotAnAccount("The name is missing.", "Give the name colleagues know.");
        }
        if (!EMAIL.matcher(email.strip()).matches() || email.length() > 254) {
            throw new NotAnAccount("The e-mail address has not the form of one.", "Give one like name@example.com.");
        }
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new NotAnAccount(
                    "The password has " + password.length() + " characters.",
                    "Give " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + "; a short sentence is good.");
        }
        if (people.byEmail(email).isPresent()) {
            throw new NotAnAccount("Somebody signs in with that e-mail address already.", "Give another address.");
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
