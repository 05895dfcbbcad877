package app.counterfoil.vault.seal;

import app.counterfoil.vault.Term;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns what a person can be found by into a number that says nothing without its key: HMAC-SHA256, cut to 64 bits.
 * Each seller, purpose and month of expiry has its own key, so equal people are not seen to be equal across them.
 */
public final class BlindIndex {

    private final PrfHmacJce prf;

    /** Makes tokens under this index key. */
    public BlindIndex(Secret key) {
        try {
            prf = new PrfHmacJce("HMACSHA256", new SecretKeySpec(key.exposed(), "HMAC"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not available in this Java.", impossible);
        }
    }

    /** The token of a term. */
    public long token(Term term) {
        try {
            var input = new Fields()
                    .text(term.field().name())
                    .text(term.normalised())
                    .toBytes();
            return ByteBuffer.wrap(prf.compute(input, Long.BYTES)).getLong();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A search token could not be made.", impossible);
        }
    }
}
