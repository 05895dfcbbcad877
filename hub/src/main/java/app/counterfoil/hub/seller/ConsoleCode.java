package app.counterfoil.hub.seller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A code that is written to the console alone: whoever knows it reads the console, and so may do anything with this
 * installation. It is kept in memory and ends with the program.
 */
final class ConsoleCode {

    /** Without letters and digits that look like others. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 4;
    private static final int LETTERS_OF_A_GROUP = 5;

    private final String letters;

    private ConsoleCode(String letters) {
        this.letters = letters;
    }

    /** A new one of a hundred random bits. */
    static ConsoleCode fresh() {
        var random = new SecureRandom();
        var fresh = new StringBuilder();
        for (int i = 0; i < GROUPS * LETTERS_OF_A_GROUP; i++) {
            fresh.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new ConsoleCode(fresh.toString());
    }

    /**
     * Writes it to standard output, never to a log.
     *
     * @param what what it is for, with the address of the page that asks for it
     * @param goodFor how often it can be used
     */
    void write(String what, String goodFor) {
        System.out.println();
        System.out.println("  " + what);
        System.out.println("  It asks for this code:  " + inGroups());
        System.out.println("  The code is good for " + goodFor + ", and only until Counterfoil is stopped.");
        System.out.println();
    }

    /** Whether this was typed, in letters of either case, with or without what is between its groups. */
    private boolean is(String typed) {
        var packed = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return MessageDigest.isEqual(letters.getBytes(StandardCharsets.UTF_8), packed.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What is wrong with a code that was typed, and what to do; empty if it is this one.
     *
     * @param address where it comes from, so that guesses are slowed down
     */
    Optional<String> wrong(String typed, String address, Guesses guesses) {
        var from = Guesses.Key.ofAddress(Guesses.About.CONSOLE_CODE, address);
        if (!guesses.take(from)) {
            return Optional.of("There were too many wrong codes. Wait up to 15 minutes, then try again.");
        }
        if (!is(typed)) {
            return Optional.of("The code is not the one in the console. Copy it from there.");
        }
        guesses.wasRight(from);
        return Optional.empty();
    }

    private String inGroups() {
        return letters.replaceAll("(.{" + LETTERS_OF_A_GROUP + "})(?!$)", "$1-");
    }

    @Override
    public String toString() {
        return "ConsoleCode[hidden]";
    }
}
