package app.counterfoil.hub.order;

import java.util.Locale;

/**
 * Something that can happen to an order. Each module lists what it does to orders; the name of each is what the database
 * keeps, so it stays as it is for ever.
 */
public interface Happening {

    /** What the database keeps. */
    String name();

    /**
     * What happened, for people.
     *
     * @param detail the state, number, reason or sentence that was kept with it, or empty
     */
    String words(String detail);

    /** A title, and behind it the detail that was kept, if there is one. */
    static String words(String title, String detail) {
        return detail.isBlank() ? title : title + ": " + detail;
    }

    /** A code as plain words, for what nothing has better words for. */
    static String plain(String code) {
        var lower = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
