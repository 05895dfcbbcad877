package app.counterfoil.vault.seal;

import com.google.crypto.tink.subtle.PrfHmacJce;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/** By what a key is known again without being told: HMAC-SHA256 of a fixed text under it. */
public final class KeyFingerprint {

    private static final int BYTES = 32;

    private KeyFingerprint() {}

    /** The fingerprint of a key that goes by this name. */
    public static byte[] of(String name, Secret key) {
        try {
            return new PrfHmacJce("HMACSHA256", new SecretKeySpec(key.exposed(), "HMAC"))
                    .compute(
                            new Fields()
                                    .text("counterfoil key fingerprint")
                                    .text(name)
                                    .toBytes(),
                            BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not available in this Java.", impossible);
        }
    }
}
