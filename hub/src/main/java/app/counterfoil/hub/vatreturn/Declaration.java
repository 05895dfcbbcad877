package app.counterfoil.hub.vatreturn;

import java.util.UUID;

/**
 * A person has declared that a return is true and final, in this very request; no rule and no job ever makes one. HMRC's
 * {@code finalised} is this and nothing else.
 */
public final class Declaration {

    private final UUID person;

    private Declaration(UUID person) {
        this.person = person;
    }

    /**
     * The declaration of a person who has ticked it.
     *
     * @throws CannotSubmit if it is not ticked
     */
    public static Declaration of(boolean ticked, UUID person) {
        if (!ticked) {
            throw new CannotSubmit(
                    "You have not declared that the return is true and final.",
                    "Read the declaration above the button and tick it if it is right. Nothing was sent.");
        }
        return new Declaration(person);
    }

    UUID person() {
        return person;
    }
}
