package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.ChangePassword.NotThisPassword;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets an owner in again who has lost the password and whom no other owner can give one: an installation that is asked to
 * by {@code counterfoil.new-password} writes a code to its console, good for one password. Everybody else gets theirs from
 * an owner.
 */
@Component
public class LostPassword {

    private final People people;
    private final ChangePassword changePassword;
    private final WhichShop shops;
    private final Guesses guesses;
    private final Environment environment;
    private final boolean wanted;
    private volatile Optional<ConsoleCode> code = Optional.empty();

    LostPassword(
            People people,
            ChangePassword changePassword,
            WhichShop shops,
            Guesses guesses,
            Environment environment,
            @Value("${counterfoil.new-password:false}") boolean wanted) {
        this.people = people;
        this.changePassword = changePassword;
        this.shops = shops;
        this.guesses = guesses;
        this.environment = environment;
        this.wanted = wanted;
    }

    void offer() {
        if (wanted) {
            var fresh = ConsoleCode.fresh();
            code = Optional.of(fresh);
            var port = environment.getProperty("local.server.port", "8080");
            fresh.write("Give an owner a new password:  http://127.0.0.1:" + port + "/new-password", "one password");
        }
    }

    /** Whether a password can be given by a code just now. */
    public boolean isOpen() {
        return code.isPresent();
    }

    /**
     * Gives the owner the new password; after that the code is good for nothing, and whoever had signed in with the old
     * one has to sign in again.
     *
     * @param typedCode the code, as it was typed
     * @param address where the wish comes from, so that guesses are slowed down
     * @param shop the name of the shop, needed only where the address is an owner's of several
     * @throws SetUp.Closed if no code was asked for, or it was used
     * @throws NotGiven if the code or a field cannot be used; then nothing is changed
     */
    public synchronized void give(String typedCode, String address, String email, String shop, String password) {
        var right = code.orElseThrow(SetUp.Closed::new);
        right.wrong(typedCode, address, guesses).ifPresent(wrong -> {
            throw new NotGiven("code", wrong);
        });
        try {
            changePassword.lost(owner(email, shop), password);
        } catch (NotThisPassword refused) {
            throw new NotGiven("password", refused.wrong() + " " + refused.mend());
        }
        code = Optional.empty();
    }

    private SignedIn owner(String email, String shop) {
        var owners = AccountRules.ofEmail(email).isPresent()
                ? List.<SignedIn>of()
                : people.allByEmail(email).stream()
                        .filter(person -> person.role() == Role.OWNER)
                        .toList();
        if (owners.isEmpty()) {
            throw new NotGiven(
                    "email",
                    "No owner signs in with this e-mail address. Check it; other people get a new password from"
                            + " their owner, under People.");
        }
        return shops.only(owners, shop)
                .orElseThrow(() -> new NotGiven(
                        "shop",
                        "This address is an owner's of several shops: give the name of the one that is meant."));
    }

    /** Something that was typed cannot be used; nothing was changed. */
    public static final class NotGiven extends Refusal {
        private final transient Map<String, String> errors;

        NotGiven(String field, String error) {
            super("The password is not changed yet.", "Mend what is marked below.");
            this.errors = Map.of(field, error);
        }

        /** What is wrong and how to mend it, by field. */
        public Map<String, String> errors() {
            return errors;
        }
    }
}
