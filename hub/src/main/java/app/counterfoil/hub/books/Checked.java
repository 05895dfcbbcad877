package app.counterfoil.hub.books;

import java.util.Collection;
import java.util.List;

/**
 * What a check of a shop's books has found.
 *
 * @param counted what was looked at and how much of it, in a few words
 * @param flaws what is wrong; empty when all is well
 */
public record Checked(String counted, List<Flaw> flaws) {

    /**
     * Something that does not hold.
     *
     * @param wrong what is wrong, in a sentence that names it by its ids
     * @param mend what to do about it, in a sentence
     */
    public record Flaw(String wrong, String mend) {

        /** The same thing to do about each of these. */
        public static List<Flaw> each(Collection<String> wrong, String mend) {
            return wrong.stream().map(one -> new Flaw(one, mend)).toList();
        }
    }

    /** What is done about rows that nothing of the program writes or leaves. */
    public static final String CHANGED_PAST_THE_PROGRAM =
            "The program leaves nothing like this: somebody has changed the database past it, or it has a fault. Compare with"
                    + " a backup, and report it.";
}
