package app.counterfoil.bench.adversary;

/** What came of one history, or of many together. */
public final class Verdict {

    long tried;
    long beyond;
    long leaked;
    long openedWithinTheHorizon;
    long living;
    long lost;

    /** How many ciphertexts the adversary tried all pairs of secrets on. */
    public long tried() {
        return tried;
    }

    /** How many of them nobody may open any more; each must stay closed to whoever holds all backups and all keys. */
    public long beyond() {
        return beyond;
    }

    /** How many ciphertexts opened although what they say was gone for longer than the horizon: must be none. */
    public long leaked() {
        return leaked;
    }

    /** How many forgotten or ended records opened from backups younger than the horizon: shows that the adversary can. */
    public long openedWithinTheHorizon() {
        return openedWithinTheHorizon;
    }

    /** How many records lived at the end. */
    public long living() {
        return living;
    }

    /** How many of the living did not open through the vault: must be none. */
    public long lost() {
        return lost;
    }

    void add(Verdict other) {
        tried += other.tried;
        beyond += other.beyond;
        leaked += other.leaked;
        openedWithinTheHorizon += other.openedWithinTheHorizon;
        living += other.living;
        lost += other.lost;
    }

    @Override
    public String toString() {
        return "tried %,d ciphertexts, %,d of them gone beyond the horizon: %,d leaked; %,d gone opened from backups within it; of %,d living %,d lost"
                .formatted(tried, beyond, leaked, openedWithinTheHorizon, living, lost);
    }
}
