package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Ends somebody's access, gives it back, or changes what they do. Each ends the sessions of that person at once; there is
 * always an owner left.
 */
@Component
public class ChangeAccess {

    private final People people;
    private final PersonRows rows;
    private final SignInRoutes routes;
    private final SellerTransactions transactions;

    ChangeAccess(People people, PersonRows rows, SignInRoutes routes, SellerTransactions transactions) {
        this.people = people;
        this.rows = rows;
        this.routes = routes;
        this.transactions = transactions;
    }

    /**
     * Ends the access of somebody who leaves: nobody signs in as them, and their data ends twelve months from today.
     *
     * @throws NoSuchPerson if nobody of that id has access
     * @throws NotTheOwnAccess for one's own
     * @throws NoOwnerLeft if nobody else is an owner
     */
    public void end(SignedIn owner, UUID person) {
        var seller = owner.seller();
        transactions.run(seller, () -> {
            var row = rows.working(seller, person);
            if (person.equals(owner.id())) {
                throw new NotTheOwnAccess();
            }
            refuseIfNoOwnerIsLeft(seller, person);
            people.carryOn(seller, List.of(row), "LEAVES");
            routes.drop(seller, person);
            rows.leaves(seller, person);
        });
    }

    /**
     * Lets somebody in again who has left, with the e-mail address and the password they had.
     *
     * @throws NoSuchPerson if nobody of that id has left, or their data has ended
     * @throws AddressTaken if somebody else signs in with their address by now
     */
    public void giveBack(SignedIn owner, UUID person) {
        var seller = owner.seller();
        var gone =
                rows.one(seller, person).filter(row -> row.leftAt().isPresent()).orElseThrow(NoSuchPerson::new);
        var record = people.record(seller, owner.opening(Purpose.STAFF, "COMES_BACK"), gone)
                .filter(kept -> !kept.email().isBlank())
                .orElseThrow(NoSuchPerson::new);
        if (people.worksAt(seller, record.email())) {
            throw new AddressTaken();
        }
        transactions.run(seller, () -> {
            rows.comesBack(seller, person);
            people.carryOn(seller, List.of(gone), "COMES_BACK");
            try {
                routes.add(seller, person, record.email());
            } catch (SignInRoutes.TakenHere atTheSameMoment) {
                throw new AddressTaken();
            }
        });
    }

    /**
     * Changes what somebody does.
     *
     * @throws NoSuchPerson if nobody of that id has access
     * @throws NoOwnerLeft if nobody else is an owner
     */
    public void role(SignedIn owner, UUID person, Role role) {
        var seller = owner.seller();
        transactions.run(seller, () -> {
            if (rows.working(seller, person).role() == role) {
                return;
            }
            refuseIfNoOwnerIsLeft(seller, person);
            rows.does(seller, person, role);
        });
    }

    /**
     * Signs somebody, or whoever asks, out of every browser; they sign in anew.
     *
     * @throws NoSuchPerson if nobody of that id has access
     */
    public void signOut(SignedIn by, UUID person) {
        rows.signsInAnew(by.seller(), person);
    }

    private void refuseIfNoOwnerIsLeft(SellerId seller, UUID person) {
        if (rows.lockedOwners(seller).stream().allMatch(person::equals)) {
            throw new NoOwnerLeft();
        }
    }

    /** Nobody puts themselves out. */
    public static final class NotTheOwnAccess extends Refusal {
        NotTheOwnAccess() {
            super("You cannot end your own access.", "Ask another owner to do it.");
        }
    }

    /** A shop without an owner could never be set right again. */
    public static final class NoOwnerLeft extends Refusal {
        NoOwnerLeft() {
            super("The business would have no owner any more.", "Make somebody else an owner first.");
        }
    }

    /** One address signs one person in. */
    public static final class AddressTaken extends Refusal {
        AddressTaken() {
            super(
                    "Somebody else signs in with the e-mail address they had.",
                    "Add them anew below, with another address.");
        }
    }
}
