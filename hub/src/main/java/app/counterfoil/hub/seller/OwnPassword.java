package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Holds a password that somebody types while signed in against their own; tries are counted, wherever it is asked for. */
@Component
class OwnPassword {

    private final People people;
    private final PersonRows rows;
    private final PasswordEncoder passwords;
    private final Guesses guesses;

    OwnPassword(People people, PersonRows rows, PasswordEncoder passwords, Guesses guesses) {
        this.people = people;
        this.rows = rows;
        this.passwords = passwords;
        this.guesses = guesses;
    }

    /**
     * Proves that it is they who sit there.
     *
     * @throws NotProven if it is another password, or too many were wrong
     */
    void prove(SignedIn me, String typed) {
        var row = rows.working(me.seller(), me.id());
        var record = people.record(me.seller(), People.signingIn("PASSWORD_ONCE_MORE"), row)
                .orElseThrow(NoSuchPerson::new);
        prove(me, record, typed);
    }

    /** The same, for somebody whose record has been opened already. */
    void prove(SignedIn me, StaffRecord record, String typed) {
        var key = new Guesses.Key(Guesses.About.ACCOUNT, me.id().toString());
        if (!guesses.take(key)) {
            throw new NotProven("There were too many wrong tries.", "Wait up to 15 minutes, then try again.");
        }
        if (!passwords.matches(typed, record.passwordHash())) {
            throw new NotProven("This is not your present password.", "Type it again.");
        }
        guesses.wasRight(key);
    }

    /** It is not shown that it is they. */
    static final class NotProven extends Refusal {
        NotProven(String wrong, String mend) {
            super(wrong, mend);
        }
    }
}
