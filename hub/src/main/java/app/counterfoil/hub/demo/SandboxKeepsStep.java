package app.counterfoil.hub.demo;

import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.SellerId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves the sandbox's clock along with the training clock, so that new orders bear the day we have. */
@Component
@Profile("demo")
class SandboxKeepsStep implements HearsDayTurn {

    private final Outside outside;
    private final TrainingClock clock;
    private final URI sandbox;

    SandboxKeepsStep(Outside outside, TrainingClock clock, @Value("${counterfoil.sandbox.url}") URI sandbox) {
        this.outside = outside;
        this.clock = clock;
        this.sandbox = sandbox;
    }

    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        outside.call(
                "The sandbox",
                HttpRequest.newBuilder(sandbox.resolve("/sandbox/clock"))
                        .POST(BodyPublishers.ofString(
                                "{\"aheadSeconds\":" + clock.ahead().toSeconds() + "}")));
    }
}
