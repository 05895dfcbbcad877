package app.counterfoil.vault.secrets;

/**
 * What one step of turning the epoch has done.
 *
 * @param keys keys that were wrapped under the new epoch
 * @param groups groups among them that had lost a member and got a new key
 * @param subjects surviving members of these groups, wrapped under the new key
 */
public record RenewedKeys(int keys, int groups, int subjects) {

    static final RenewedKeys NONE = new RenewedKeys(0, 0, 0);

    /** Whether there was anything left to do. */
    public boolean any() {
        return keys > 0;
    }

    /** Both together. */
    public RenewedKeys plus(RenewedKeys other) {
        return new RenewedKeys(keys + other.keys, groups + other.groups, subjects + other.subjects);
    }
}
