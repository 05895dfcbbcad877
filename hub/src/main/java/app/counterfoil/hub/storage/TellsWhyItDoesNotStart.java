package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.postgres.PostgresRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** When the hub cannot start for a reason that it knows, says what is wrong and what to do, and nothing else. */
final class TellsWhyItDoesNotStart implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return new FailureAnalysis(refusal.wrong(), refusal.mend(), failure);
            }
            if (cause instanceof PostgresRefusal refusal) {
                return new FailureAnalysis(String.valueOf(refusal.getMessage()), refusal.mend(), failure);
            }
        }
        return null;
    }
}
