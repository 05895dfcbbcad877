package app.counterfoil.vault.erasure;

/**
 * What the erasure ledger had to say to a database that was behind it.
 *
 * @param entries entries that were carried out
 * @param subjects how many subjects were forgotten again, each purpose counted
 * @param days how many days ended again
 * @param records how many records became unreadable and were removed
 */
public record Replayed(int entries, int subjects, int days, long records) {

    /** Nothing: the database knew it all. */
    public static final Replayed NOTHING = new Replayed(0, 0, 0, 0);

    /** Both together. */
    public Replayed plus(Replayed other) {
        return new Replayed(
                entries + other.entries, subjects + other.subjects, days + other.days, records + other.records);
    }
}
