package app.counterfoil.vault.seal;

import com.google.crypto.tink.subtle.Random;
import java.security.MessageDigest;
import java.util.Arrays;

/** 256 random bits, derived from nothing. It does not print and is compared in constant time. */
public final class Secret {

    /** How long every secret is, in bytes. */
    public static final int BYTES = 32;

    private final byte[] value;

    private Secret(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException("A secret has " + BYTES + " bytes, not " + value.length + ".");
        }
        this.value = value;
    }

    /** A new secret from the system's random source. */
    public static Secret random() {
        return new Secret(Random.randBytes(BYTES));
    }

    /** So many new secrets, drawn in one go: many small draws cost more than the sealing itself. */
    public static Secret[] random(int count) {
        var drawn = Random.randBytes(Math.multiplyExact(count, BYTES));
        var secrets = new Secret[count];
        for (int i = 0; i < count; i++) {
            secrets[i] = new Secret(Arrays.copyOfRange(drawn, i * BYTES, (i + 1) * BYTES));
        }
        return secrets;
    }

    /** A secret that was kept elsewhere. */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** The bare bytes, for wrapping and deriving only. */
    byte[] exposed() {
        return value;
    }

    /** The bare bytes, for a key file or a key service to keep; search for this name to find every such place. */
    public byte[] exposedForKeeping() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(value, that.value);
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
