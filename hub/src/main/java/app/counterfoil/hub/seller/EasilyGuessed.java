package app.counterfoil.hub.seller;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a password is among those that are guessed first, however long it is: a row of the keyboard, one letter again
 * and again, the words that everybody takes, or what whoever knows the account knows.
 */
final class EasilyGuessed {

    private static final List<String> EVERYBODYS = List.of(
            "password", "passwort", "counterfoil", "letmein", "welcome", "admin", "login", "iloveyou", "secret");
    private static final List<String> ROWS =
            List.of("abcdefghijklmnopqrstuvwxyz", "01234567890", "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm");
    /** So many letters in a row are one. */
    private static final int A_ROW = 4;
    /** Shorter names are part of many words. */
    private static final int SHORTEST_NAME = 4;
    /** So many different letters must remain besides what is guessed first. */
    private static final int FEWEST = 4;

    private EasilyGuessed() {}

    /**
     * Whether it is.
     *
     * @param known what whoever guesses knows of the account, such as its address and name
     */
    static boolean is(String password, String... known) {
        var rest = letters(password);
        for (var word : words(known)) {
            rest = rest.replace(word, "");
        }
        return withoutRows(rest).chars().distinct().count() < FEWEST;
    }

    private static List<String> words(String... known) {
        var theirs = Arrays.stream(known)
                .flatMap(each -> Stream.concat(Stream.of(each), Arrays.stream(each.split("[\\s@.,_-]+"))))
                .map(EasilyGuessed::letters)
                .filter(each -> each.length() >= SHORTEST_NAME);
        return Stream.concat(theirs, EVERYBODYS.stream()).toList();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String withoutRows(String text) {
        var rest = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int row = rowAt(text, at);
            if (row < A_ROW) {
                rest.append(text.charAt(at));
                at++;
            } else {
                at += row;
            }
        }
        return rest.toString();
    }

    /** How many letters from here on stand beside each other on a keyboard or in the alphabet, in either direction. */
    private static int rowAt(String text, int at) {
        int longest = 1;
        for (var row : ROWS) {
            for (var way : List.of(row, new StringBuilder(row).reverse().toString())) {
                int length = 1;
                while (at + length < text.length() && way.contains(text.substring(at, at + length + 1))) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }
}
