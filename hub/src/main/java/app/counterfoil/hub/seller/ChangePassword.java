package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.PersonRows.Row;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Gives an account another password; whoever had signed in with the old one has to sign in again. */
@Component
public class ChangePassword {

    private final People people;
    private final PersonRows rows;
    private final SellerTransactions transactions;
    private final PasswordEncoder passwords;
    private final OwnPassword ownPassword;

    ChangePassword(
            People people,
            PersonRows rows,
            SellerTransactions transactions,
            PasswordEncoder passwords,
            OwnPassword ownPassword) {
        this.people = people;
        this.rows = rows;
        this.transactions = transactions;
        this.passwords = passwords;
        this.ownPassword = ownPassword;
    }

    /**
     * Changes one's own password.
     *
     * @throws NotThisPassword if the old one is not the one there is, or too many were wrong; or the new one cannot be
     *     used
     */
    public void own(SignedIn me, String old, String fresh) {
        var row = rows.working(me.seller(), me.id());
        var opening = People.signingIn("OWN_PASSWORD");
        var record = people.record(me.seller(), opening, row).orElseThrow(NoSuchPerson::new);
        try {
            ownPassword.prove(me, record, old);
        } catch (OwnPassword.NotProven refused) {
            throw new NotThisPassword("old", refused.wrong(), refused.mend());
        }
        refuseUnlessUsable(fresh, record);
        store(me.seller(), opening, row, record, fresh);
    }

    /**
     * Gives somebody else a first password again.
     *
     * @throws NoSuchPerson if nobody of that id has access
     * @throws NotThisPassword if it cannot be used
     */
    public void of(SignedIn owner, UUID person, String fresh) {
        var row = rows.working(owner.seller(), person);
        var opening = owner.opening(Purpose.STAFF, "NEW_PASSWORD");
        var record = people.record(owner.seller(), opening, row).orElseThrow(NoSuchPerson::new);
        refuseUnlessUsable(fresh, record);
        store(owner.seller(), opening, row, record, fresh);
    }

    /**
     * Gives an owner who has lost the old one another password.
     *
     * @throws NotThisPassword if it cannot be used
     */
    void lost(SignedIn owner, String fresh) {
        var row = rows.working(owner.seller(), owner.id());
        var opening = People.signingIn("LOST_PASSWORD");
        var record = people.record(owner.seller(), opening, row).orElseThrow(NoSuchPerson::new);
        refuseUnlessUsable(fresh, record);
        store(owner.seller(), opening, row, record, fresh);
    }

    private void store(SellerId seller, Opening opening, Row row, StaffRecord record, String fresh) {
        var changed = new StaffRecord(record.name(), record.email(), passwords.encode(fresh));
        transactions.run(seller, () -> {
            people.replace(seller, opening, row, changed);
            rows.signsInAnew(seller, row.person());
        });
    }

    private static void refuseUnlessUsable(String fresh, StaffRecord record) {
        AccountRules.ofPassword(fresh, record.email(), record.name()).ifPresent(fault -> {
            throw new NotThisPassword("password", fault.wrong(), fault.mend());
        });
    }

    /** The old password is another, or the new one cannot be used. */
    public static final class NotThisPassword extends Refusal {
        private final String field;

        NotThisPassword(String field, String wrong, String mend) {
            super(wrong, mend);
            this.field = field;
        }

        /** Which of the two: {@code old} or {@code password}. */
        public String field() {
            return field;
        }
    }
}
