package app.counterfoil.hub.breach;

/**
 * How many people of an incident were written to so far. Counted in orders, accounts of the shop, and sign-ups
 * and requests of those behind neither: how many of them are one and the same person is not known.
 *
 * @param letters how many letters were written, one to each address
 * @param told of how many of these the people were written to
 * @param ended of how many the data had ended by its day
 * @param forgotten of how many the person had been forgotten
 * @param nowhere of how many there is no e-mail address that a letter can go to
 */
public record Told(long letters, long told, long ended, long forgotten, long nowhere) {

    /** Of how many nobody can be written to. */
    public long unreached() {
        return ended + forgotten + nowhere;
    }

    /** The numbers, in a sentence. */
    public String inWords() {
        return "%,d letters, to the people of %,d orders, accounts, sign-ups and requests; those of %,d cannot be reached"
                .formatted(letters, told, unreached());
    }
}
