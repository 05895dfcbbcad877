package app.counterfoil.vault.seal;

import app.counterfoil.vault.SubjectId;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/** Turns outside names of subjects into ids that say nothing without the key: HMAC-SHA256, cut to 128 bits. */
public final class SubjectNames {

    private static final int BYTES = 16;

    private SubjectNames() {}

    /** The subjects that this seller is told of under these names, in their order. */
    public static List<SubjectId> of(Secret key, UUID seller, List<String> names) {
        try {
            var prf = new PrfHmacJce("HMACSHA256", new SecretKeySpec(key.exposed(), "HMAC"));
            var subjects = new ArrayList<SubjectId>(names.size());
            for (var name : names) {
                var bytes = ByteBuffer.wrap(prf.compute(named(seller, name), BYTES));
                subjects.add(new SubjectId(new UUID(bytes.getLong(), bytes.getLong())));
            }
            return List.copyOf(subjects);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not available in this Java.", impossible);
        }
    }

    private static byte[] named(UUID seller, String name) {
        return new Fields().text("counterfoil subject").id(seller).text(name).toBytes();
    }
}
