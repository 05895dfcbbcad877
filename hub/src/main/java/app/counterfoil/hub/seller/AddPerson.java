package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.AccountRules.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Gives somebody an account in a shop. */
@Component
public class AddPerson {

    /** Of this shop alone: who works for others is nobody's business here. */
    private static final Fault TAKEN =
            new Fault("email", "Somebody here signs in with that e-mail address already.", "Give another address.");

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
        var faults = faults(name, email, password);
        if (faults.isEmpty() && people.worksAt(seller, email)) {
            faults = List.of(TAKEN);
        }
        if (!faults.isEmpty()) {
            throw new NotAnAccount(faults);
        }
        try {
            store(seller, role, name, email, password);
        } catch (SignInRoutes.TakenHere atTheSameMoment) {
            throw new NotAnAccount(List.of(TAKEN));
        }
    }

    List<Fault> faults(String name, String email, String password) {
        return Stream.of(
                        AccountRules.ofName(name),
                        AccountRules.ofEmail(email),
                        AccountRules.ofPassword(password, email, name))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Adds a person in whom no fault was found. */
    void store(SellerId seller, Role role, String name, String email, String password) {
        people.add(seller, role, new StaffRecord(name.strip(), email.strip(), passwords.encode(password)));
    }

    /** Something an account needs is missing or cannot be used. */
    public static final class NotAnAccount extends Refusal {
        private final transient Map<String, String> errors;

        private NotAnAccount(List<Fault> faults) {
            super("Nobody was added yet.", "Mend what is marked below.");
            errors = faults.stream()
                    .collect(Collectors.toUnmodifiableMap(Fault::field, fault -> fault.wrong() + " " + fault.mend()));
        }

        /** What is wrong and how to mend it, by field. */
        public Map<String, String> errors() {
            return errors;
        }
    }
}
