package app.counterfoil.hub.review;

import app.counterfoil.hub.letter.LetterState;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.measure.SellerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells whether the owners of what is overdue were written to, and whether the letter went. */
@Component
public class Reminders {

    private final ReviewRows rows;
    private final Letters letters;

    Reminders(ReviewRows rows, Letters letters) {
        this.rows = rows;
        this.letters = letters;
    }

    /**
     * The latest letter about a thing.
     *
     * @param at when it was written, business time
     * @param round 1 for the first about this due day, 2 for the second
     * @param wrong why it has not arrived, in a sentence; empty if it went
     */
    public record Reminder(Instant at, int round, String wrong) {}

    /** The latest about each thing that is overdue still. */
    public Map<Reviewed, Reminder> of(SellerId seller, Iterable<ToReview> overdue) {
        var latest = new HashMap<Reviewed, ReviewRows.Reminder>();
        rows.reminders(seller).forEach(each -> latest.putIfAbsent(each.thing(), each));
        var told = new HashMap<Reviewed, Reminder>();
        for (var each : overdue) {
            var last = latest.get(each.thing());
            if (last != null && last.dueOn().equals(each.nextOn())) {
                told.put(each.thing(), new Reminder(last.at(), last.round(), wrong(seller, last)));
            }
        }
        return told;
    }

    private String wrong(SellerId seller, ReviewRows.Reminder reminder) {
        return letters.about(seller, reminder.about()).stream()
                .findFirst()
                .map(letter -> letter.state() == LetterState.SENT ? "" : letter.wrong())
                .orElse("No letter could be written to the address of its owner.");
    }
}
