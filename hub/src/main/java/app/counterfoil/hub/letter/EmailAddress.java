package app.counterfoil.hub.letter;

import java.util.regex.Pattern;

/** What counts as an e-mail address to write to, and how a letter's id is written into the one it comes back to. */
final class EmailAddress {

    /** ASCII alone, as every mail server takes it; nothing that could end a line of a mail's head or a command. */
    private static final Pattern WHOLE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z0-9-]{2,63}");

    /** As RFC 5321 allows. */
    private static final int LONGEST = 254;

    private EmailAddress() {}

    static boolean is(String address) {
        return address.length() <= LONGEST
                && WHOLE.matcher(address).matches()
                && !address.contains("..")
                && !address.startsWith(".")
                && !address.contains(".@");
    }

    /** What stands behind the last at sign. */
    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
