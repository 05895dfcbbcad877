package app.counterfoil.hub.custody;

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
    public record Flaw(String wrong, String mend) {}
}
