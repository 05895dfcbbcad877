package app.counterfoil.hub.order.web;

import app.counterfoil.hub.order.OrderEvent;
import app.counterfoil.hub.order.OrderState;
import java.time.Instant;
import java.util.Locale;

/**
 * A line of the timeline in words.
 *
 * @param at when
 * @param text what happened
 * @param byPerson whether a person did it
 */
record EventText(Instant at, String text, boolean byPerson) {

    static EventText of(OrderEvent event) {
        var text =
                switch (event.what()) {
                    case "PLACED" -> "Taken in from the channel: " + state(event.detail());
                    case "EDITED_AT_CHANNEL" -> "The channel has changed " + event.detail();
                    case "MOVED_AT_CHANNEL" -> "The channel says: " + state(event.detail());
                    case "MOVED" -> "Now " + state(event.detail());
                    case "HELD" -> "Put on hold";
                    case "HOLD_LIFTED" -> "The hold was lifted";
                    default -> words(event.what()) + (event.detail().isBlank() ? "" : ": " + detail(event.detail()));
                };
        return new EventText(event.at(), text, event.person().isPresent());
    }

    private static String state(String name) {
        try {
            return OrderState.valueOf(name).title().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException otherWord) {
            return name;
        }
    }

    private static String detail(String told) {
        return told.matches("[A-Z]+(_[A-Z]+)+") ? words(told).toLowerCase(Locale.ROOT) : told;
    }

    private static String words(String code) {
        var lower = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
