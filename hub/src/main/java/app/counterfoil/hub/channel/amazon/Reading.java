package app.counterfoil.hub.channel.amazon;

import java.util.List;
import java.util.Optional;

/**
 * The two readings of a window. Only for orders that are to be sent does anybody here need the people, so only the first
 * one asks Amazon for them ({@code includedData}); the other follows payment, dispatch and cancellation without them.
 * The cursor begins with the letter of the reading it belongs to.
 */
enum Reading {
    /** Orders to send, with their people. */
    TO_SEND('S', "UNSHIPPED,PARTIALLY_SHIPPED", "BUYER,RECIPIENT,PROCEEDS,FULFILLMENT,TAX,CANCELLATION"),
    /** All others, without anybody. */
    OTHERS(
            'O',
            "PENDING_AVAILABILITY,PENDING,SHIPPED,CANCELLED,UNFULFILLABLE",
            "PROCEEDS,FULFILLMENT,TAX,CANCELLATION");

    private final char letter;
    private final String statuses;
    private final String included;

    Reading(char letter, String statuses, String included) {
        this.letter = letter;
        this.statuses = statuses;
        this.included = included;
    }

    /** The reading that a cursor belongs to; the first at the beginning. */
    static Reading at(String cursor) {
        return !cursor.isEmpty() && cursor.charAt(0) == OTHERS.letter ? OTHERS : TO_SEND;
    }

    /** Amazon's own token in a cursor, or empty on the first page of a reading. */
    static String token(String cursor) {
        return cursor.isEmpty() ? "" : cursor.substring(1);
    }

    /** Whether an order of that status is one to send. */
    static boolean isToSend(String status) {
        return List.of(TO_SEND.statuses.split(",")).contains(status);
    }

    /** The data sets it asks for. */
    String included() {
        return included;
    }

    /** What it asks for. */
    String query() {
        return "&fulfillmentStatuses=" + statuses + "&includedData=" + included;
    }

    /** The cursor behind a page with this token: its next page, else the beginning of the next reading, if there is one. */
    Optional<String> behind(String token) {
        if (!token.isEmpty()) {
            return Optional.of(letter + token);
        }
        return this == TO_SEND ? Optional.of(String.valueOf(OTHERS.letter)) : Optional.empty();
    }
}
