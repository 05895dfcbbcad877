package app.counterfoil.vault.keys;

import app.counterfoil.vault.seal.Secret;
import java.util.List;

/**
 * The key above all others, kept where neither the database nor its backups are: a file of its own, or a key service.
 * It has versions, so that one epoch key can be destroyed for good while copies of the ring still lie about: each epoch
 * key is wrapped under a version of its own, and goes with that version.
 */
public interface RootKey {

    /**
     * Makes a new version, under which is wrapped from now on; earlier ones still unwrap.
     *
     * @return its number, higher than all before
     * @throws KeysUnavailable if the keeper of the key cannot be reached or refuses
     */
    int turn();

    /**
     * Wraps a secret under the newest version, as text without spaces that names the version.
     *
     * @throws KeysUnavailable if the keeper of the key cannot be reached or refuses
     */
    String wrap(Secret secret, byte[] boundTo);

    /**
     * The secrets again, in the order asked.
     *
     * @throws KeysUnavailable if one was wrapped under a version that is gone, was altered or is bound to something else,
     *     or the keeper cannot be reached
     */
    List<Secret> unwrap(List<Wrapped> wrapped);

    /** The version that a wrapped text is under. */
    int versionOf(String wrapped);

    /**
     * Destroys all versions below this one: what was wrapped under them never unwraps again. Doing so again does nothing.
     *
     * @throws KeysUnavailable if the keeper of the key cannot be reached or refuses
     */
    void destroyBefore(int version);

    /**
     * A wrapped secret.
     *
     * @param text what {@link #wrap} gave
     * @param boundTo what it was bound to
     */
    record Wrapped(String text, byte[] boundTo) {}
}
