package app.counterfoil.hub.measure;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Form and check digits of the VAT numbers of the member states, by their prefix: Greece has {@code EL}. As the states and
 * the Commission publish them; Latvian people's numbers that begin with 32 and the oldest Czech ones have no check digit.
 */
final class EuVatNumbers {

    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final String FRENCH = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int[] CYPRIOT = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};

    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("AT", form("U\\d{8}", EuVatNumbers::austrian)),
            Map.entry(
                    "BE",
                    form(
                            "[01]\\d{9}",
                            number -> 97 - mod(number.substring(0, 8), 97) == mod(number.substring(8), 100))),
            Map.entry("BG", form("\\d{9,10}", EuVatNumbers::bulgarian)),
            Map.entry("CY", form("(?!12)\\d{8}[A-Z]", EuVatNumbers::cypriot)),
            Map.entry("CZ", form("\\d{8,10}", EuVatNumbers::czech)),
            Map.entry("DE", form("[1-9]\\d{8}", EuVatNumbers::isModEleven)),
            Map.entry("DK", form("[1-9]\\d{7}", number -> sum(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0)),
            Map.entry("EE", form("\\d{9}", number -> sum(number, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0)),
            Map.entry(
                    "EL",
                    form("\\d{9}", number -> sum(number, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(number))),
            Map.entry("ES", form("[A-Z0-9]\\d{7}[A-Z0-9]", EuVatNumbers::spanish)),
            Map.entry("FI", form("\\d{8}", number -> sum(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0)),
            Map.entry("FR", form("[0-9A-HJ-NP-Z]{2}\\d{9}", EuVatNumbers::french)),
            Map.entry("HR", form("\\d{11}", EuVatNumbers::isModEleven)),
            Map.entry("HU", form("\\d{8}", number -> sum(number, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0)),
            Map.entry("IE", form("\\d[0-9A-Z+*]\\d{5}[A-W][A-IW]?", EuVatNumbers::irish)),
            Map.entry("IT", form("\\d{7}(0\\d\\d|100|120|121|888|999)\\d", EuVatNumbers::luhn)),
            Map.entry("LT", form("\\d{7}1\\d|\\d{10}1\\d", EuVatNumbers::lithuanian)),
            Map.entry("LU", form("\\d{8}", number -> mod(number.substring(0, 6), 89) == mod(number.substring(6), 100))),
            Map.entry("LV", form("\\d{11}", EuVatNumbers::latvian)),
            Map.entry("MT", form("[1-9]\\d{7}", number -> sum(number, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0)),
            Map.entry("NL", form("\\d{9}B\\d{2}", EuVatNumbers::dutch)),
            Map.entry("PL", form("\\d{10}", number -> sum(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(number))),
            Map.entry(
                    "PT",
                    form(
                            "[1-9]\\d{8}",
                            number -> (11 - sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == last(number))),
            Map.entry("RO", form("[1-9]\\d{1,9}|\\d{13}", EuVatNumbers::romanian)),
            Map.entry("SE", form("\\d{10}(0[1-9]|[1-9]\\d)", number -> luhn(number.substring(0, 10)))),
            Map.entry("SI", form("[1-9]\\d{7}", EuVatNumbers::slovene)),
            Map.entry("SK", form("[1-9]\\d[2-47-9]\\d{7}", number -> mod(number, 11) == 0)));

    private EuVatNumbers() {}

    private record Form(Pattern shape, Predicate<String> checks) {}

    private static Form form(String shape, Predicate<String> checks) {
        return new Form(Pattern.compile(shape), checks);
    }

    /** Whether the prefix is a member state's, and what follows it is a number of that state by form and check digit. */
    static boolean fits(String prefix, String number) {
        var form = FORMS.get(prefix);
        return form != null
                && form.shape().matcher(number).matches()
                && form.checks().test(number);
    }

    private static boolean austrian(String number) {
        return (16 - alternating(number.substring(1, 8), 1) % 10) % 10 == last(number);
    }

    private static boolean bulgarian(String number) {
        if (number.length() == 9) {
            int first = sum(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
            int check = first == 10 ? sum(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10 : first;
            return check == last(number);
        }
        int other = 11 - sum(number, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return sum(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == last(number)
                || sum(number, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == last(number)
                || (other != 10 && other % 11 == last(number));
    }

    private static boolean cypriot(String number) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? CYPRIOT[digit(number, i)] : digit(number, i);
        }
        return number.charAt(8) == 'A' + sum % 26;
    }

    private static boolean czech(String number) {
        return switch (number.length()) {
            case 8 -> {
                int check = (11 - sum(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
                yield (check == 0 ? 1 : check) % 10 == last(number);
            }
            case 9 ->
                number.charAt(0) == '6'
                        ? 8 - (10 - sum(number, 0, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 == last(number)
                        : mod(number.substring(0, 2), 100) < 54;
            default -> mod(number, 11) == 0 || (mod(number.substring(0, 9), 11) == 10 && last(number) == 0);
        };
    }

    private static boolean spanish(String number) {
        char first = number.charAt(0);
        char check = number.charAt(8);
        if (Character.isDigit(first) || "XYZ".indexOf(first) >= 0) {
            var digits = Character.isDigit(first) ? first : (char) ('0' + "XYZ".indexOf(first));
            return SPANISH.charAt(mod(digits + number.substring(1, 8), 23)) == check;
        }
        if ("KLM".indexOf(first) >= 0 && SPANISH.charAt(mod(number.substring(1, 8), 23)) == check) {
            return true;
        }
        int control = (10 - alternating(number.substring(1, 8), 2) % 10) % 10;
        var byDigit = check == '0' + control;
        var byLetter = "JABCDEFGHI".charAt(control) == check;
        return switch (first) {
            case 'K', 'P', 'Q', 'S' -> byLetter;
            case 'A', 'B', 'E', 'H' -> byDigit;
            case 'C', 'D', 'F', 'G', 'J', 'N', 'R', 'U', 'V', 'W' -> byDigit || byLetter;
            default -> false;
        };
    }

    private static boolean french(String number) {
        var siren = number.substring(2);
        if (!luhn(siren)) {
            return false;
        }
        if (Character.isDigit(number.charAt(0)) && Character.isDigit(number.charAt(1))) {
            return mod(siren + "12", 97) == mod(number.substring(0, 2), 100);
        }
        int one = FRENCH.indexOf(number.charAt(0));
        int two = FRENCH.indexOf(number.charAt(1));
        int check = one < 10 ? one * 24 + two - 10 : one * 34 + two - 100;
        return (Integer.parseInt(siren) + 1L + check / 11) % 11 == check % 11;
    }

    private static boolean irish(String number) {
        var older = !Character.isDigit(number.charAt(1));
        var digits = older ? "0" + number.substring(2, 7) + number.charAt(0) : number.substring(0, 7);
        int more = number.length() == 9 ? 9 * IRISH.indexOf(number.charAt(8)) : 0;
        return IRISH.charAt((sum(digits, 8, 7, 6, 5, 4, 3, 2) + more) % 23) == number.charAt(7);
    }

    private static boolean lithuanian(String number) {
        int first = rising(number, 0) % 11;
        return (first == 10 ? rising(number, 2) % 11 % 10 : first) == last(number);
    }

    private static int rising(String number, int shift) {
        int sum = 0;
        for (int i = 0; i < number.length() - 1; i++) {
            sum += digit(number, i) * (1 + (i + shift) % 9);
        }
        return sum;
    }

    private static boolean latvian(String number) {
        if (number.charAt(0) > '3') {
            return sum(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
        }
        return number.startsWith("32") || (1 + sum(number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == last(number);
    }

    private static boolean dutch(String number) {
        var ofBusiness = (sum(number, 9, 8, 7, 6, 5, 4, 3, 2) - digit(number, 8)) % 11 == 0;
        return ofBusiness || mod("2321" + number.replace("B", "11"), 97) == 1;
    }

    private static boolean romanian(String number) {
        if (number.length() == 13) {
            int check = sum(number, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
            return (check == 10 ? 1 : check) == last(number);
        }
        var padded = "0".repeat(10 - number.length()) + number;
        return 10 * sum(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) % 11 % 10 == last(number);
    }

    private static boolean slovene(String number) {
        int check = 11 - sum(number, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check != 11 && check % 10 == last(number);
    }

    /** ISO/IEC 7064, mod 11, 10. */
    private static boolean isModEleven(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == last(number);
    }

    private static boolean luhn(String number) {
        int first = number.length() % 2 == 0 ? 2 : 1;
        return alternating(number, first) % 10 == 0;
    }

    /** The digits, one as it is and one doubled in turn; of a doubled one its own digits are added. */
    private static int alternating(String digits, int first) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digit(digits, i) * (i % 2 == 0 ? first : 3 - first);
            sum += value > 9 ? value - 9 : value;
        }
        return sum;
    }

    private static int sum(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(number, i) * weights[i];
        }
        return sum;
    }

    private static int mod(String digits, int divisor) {
        return new BigInteger(digits).mod(BigInteger.valueOf(divisor)).intValue();
    }

    private static int last(String number) {
        return digit(number, number.length() - 1);
    }

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }
}
