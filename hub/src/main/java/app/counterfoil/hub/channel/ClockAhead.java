package app.counterfoil.hub.channel;

import app.counterfoil.hub.channel.Channel.Window;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.measure.Refusal;
import java.time.Duration;

/** The channel refused a window whose end has not come by its own clock: ours is ahead. */
public final class ClockAhead extends Refusal {

    private ClockAhead(String channel, Duration ahead) {
        super(
                "The clock of the computer Counterfoil runs on is ahead of " + channel + "'s by "
                        + Math.max(1, ahead.toMinutes()) + " minutes or more.",
                "Set that computer's clock, best by letting it set itself. Nothing is lost; we try again by ourselves.");
    }

    /**
     * Refuses an answer that refuses a window for our clock's sake.
     *
     * @throws ClockAhead if the request was called wrong and the window ends later than the answer was given
     */
    public static void refuseIfSo(String channel, Outside.Answer answer, Window window) {
        if (answer.status() == 400) {
            answer.date().filter(window.before()::isAfter).ifPresent(date -> {
                throw new ClockAhead(channel, Duration.between(date, window.before()));
            });
        }
    }
}
