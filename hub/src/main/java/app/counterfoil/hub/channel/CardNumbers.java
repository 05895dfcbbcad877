package app.counterfoil.hub.channel;

import java.util.regex.Pattern;

/** Finds payment card numbers in free text. They are never taken in: what looks like one is masked before it is kept. */
final class CardNumbers {

    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)");

    private static final int FEWEST_DIGITS = 13;

    private CardNumbers() {}

    static String masked(String text) {
        return digits(text) < FEWEST_DIGITS
                ? text
                : DIGITS.matcher(text)
                        .replaceAll(match -> isCard(match.group()) ? "[card number removed]" : match.group());
    }

    /** Counted by hand: every text of every order comes by here, and next to none has so many. */
    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            digits += at >= '0' && at <= '9' ? 1 : 0;
        }
        return digits;
    }

    /** The check of Luhn, which every card number passes and one in ten others. */
    private static boolean isCard(String written) {
        int sum = 0;
        boolean twice = false;
        for (int i = written.length() - 1; i >= 0; i--) {
            if (Character.isDigit(written.charAt(i))) {
                int digit = written.charAt(i) - '0';
                int value = twice ? digit * 2 : digit;
                sum += value > 9 ? value - 9 : value;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }
}
