package app.counterfoil.hub.privacy;

/** Something that is promised or owed about personal data, how it is kept, and what proves it. */
interface Promised {

    /** Under what it stands on the board, such as the number of a sentence or an article. */
    String mark();

    /** What is promised or owed, in our own words. */
    String sentence();

    /** How it is kept. */
    String control();

    /** What proves it. */
    Proof proof();
}
