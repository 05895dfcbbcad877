package app.counterfoil.hub.shell;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.postgres.PostgresRefusal;
import app.counterfoil.vault.VaultRefusal;
import java.util.Optional;

/**
 * What a refusal tells, whichever part of the program refused.
 *
 * @param wrong what was wrong, in one sentence
 * @param mend what to do about it, in one sentence
 */
public record Refused(String wrong, String mend) {

    /** What this failure tells, if it is a refusal. */
    public static Optional<Refused> by(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return Optional.of(new Refused(refusal.wrong(), refusal.mend()));
        }
        if (failure instanceof VaultRefusal refusal) {
            return Optional.of(new Refused(String.valueOf(refusal.getMessage()), refusal.mend()));
        }
        if (failure instanceof PostgresRefusal refusal) {
            return Optional.of(new Refused(String.valueOf(refusal.getMessage()), refusal.mend()));
        }
        return Optional.empty();
    }
}
