package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.RightsRequest;
import java.time.LocalDate;

/** How much time is left for a request, as a page says it. */
final class TimeLeft {

    private static final int SOON = 7;

    private TimeLeft() {}

    /**
     * The time that is left.
     *
     * @param inWords the words
     * @param look the class of the badge
     */
    public record Words(String inWords, String look) {}

    /** A request and its time. */
    public record Row(RightsRequest request, Words left) {}

    static Words of(RightsRequest request, LocalDate today) {
        if (request.state().isClosed()) {
            return new Words(request.state().title(), "cf-s-DISPATCHED");
        }
        if (request.clock().awaitsIdentity()) {
            return new Words("Not begun: it is awaited who they are", "cf-s-ON_HOLD");
        }
        if (request.clock().stands()) {
            return new Words("Stands: an answer of theirs is awaited", "cf-s-ON_HOLD");
        }
        long days = request.clock().daysLeft(today).orElse(0L);
        var what = request.clock().kind() == RequestKind.COMPLAINT ? " to acknowledge it" : "";
        if (days < 0) {
            return new Words(-days == 1 ? "1 day overdue" : -days + " days overdue", "cf-s-bad");
        }
        return new Words(
                (days == 1 ? "1 day left" : days + " days left") + what, days <= SOON ? "cf-s-ON_HOLD" : "cf-s-OPEN");
    }
}
