package app.counterfoil.vault.seal;

import app.counterfoil.vault.SubjectId;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/** Turns an outside name of a subject into an id that says nothing without the key: HMAC-SHA256, cut to 128 bits. */
public final class SubjectNames {

    private static final int BYTES = 16;

    private SubjectNames() {}

    /** The subject that this seller is told of under this name. */
    public static SubjectId of(Secret key, UUID seller, String name) {
        try {
            var bytes = ByteBuffer.wrap(new PrfHmacJce("HMACSHA256", new SecretKeySpec(key.exposed(), "HMAC"))
                    .compute(
                            new Fields()
                                    .text("counterfoil subject")
                                    .id(seller)
                                    .text(name)
                                    .toBytes(),
                            BYTES));
            return new SubjectId(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not available in this Java.", impossible);
        }
    }
}
