package app.counterfoil.hub.breach;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Written;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * By what it is counted whom an incident is about.
 *
 * @param asked in which way
 * @param from the first moment that counts
 * @param before the first moment that no longer counts
 * @param account whose openings, for {@code STAFF} and {@code TOKEN}
 * @param service which recipient or channel, for those two
 * @param backup the name of which backup file, or empty
 */
public record Question(
        Asked asked,
        Instant from,
        Instant before,
        Optional<UUID> account,
        Optional<OutsideService> service,
        String backup) {

    /** @throws NotAnIncident if something is missing, or the time has no length */
    public Question {
        from = from.truncatedTo(ChronoUnit.MICROS);
        before = before.truncatedTo(ChronoUnit.MICROS);
        if (asked != Asked.BACKUP && !from.isBefore(before)) {
            throw NotAnIncident.field("before", "The time has no length.", "Give an end that is after the beginning.");
        }
        if (asked == Asked.STAFF && account.isEmpty()) {
            throw NotAnIncident.field("person", "No account is named.", "Choose whose openings are meant.");
        }
        if (asked == Asked.TOKEN && account.isEmpty()) {
            throw NotAnIncident.field("token", "No token is named.", "Choose which program's openings are meant.");
        }
        if ((asked == Asked.RECIPIENT || asked == Asked.CHANNEL) && service.isEmpty()) {
            throw NotAnIncident.field("service", "Nobody is named.", "Choose a recipient or channel.");
        }
        if (asked == Asked.BACKUP && backup.isEmpty()) {
            throw NotAnIncident.field("backup", "No backup is named.", "Choose one of the list.");
        }
    }

    /** What was asked, in words; no person is named in it. */
    public String inWords() {
        var time = ", " + Written.moment(from) + " to " + Written.moment(before);
        var who = service.map(OutsideService::shortTitle).orElse("");
        return switch (asked) {
            case STAFF -> "Opened by one account" + time;
            case TOKEN -> "Opened by one program" + time;
            case TIME -> "Everything opened" + time;
            case RECIPIENT -> "Given to " + who + time;
            case CHANNEL -> "Orders placed at " + who + time;
            case BACKUP -> "Backup " + backup;
        };
    }
}
