package app.counterfoil.hub.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** When another program listens where the pages are to be, says so in the words of the launcher. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TellsThatThePortIsTaken extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        return new FailureAnalysis(
                "Port " + taken.getPort() + " is taken by another program, perhaps by another Counterfoil.",
                "Stop that, or start with another port: ./counterfoil start --server.port=" + (taken.getPort() + 10),
                failure);
    }
}
