package app.counterfoil.vault.seal;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Seals the content of a record under two secrets, so that destroying either of them ends it.
 *
 * <p>The key is HKDF-SHA256 over subject secret and bucket secret with a fresh salt, so one key seals one version of
 * one record. AES-GCM alone does not commit to its key (two keys can open one ciphertext to two texts); a second half
 * of the derived bytes is stored as the commitment and compared in constant time before anything is decrypted.
 *
 * <p>Layout: format (1 byte), salt (32), commitment (32), AES-GCM initial value, ciphertext and tag.
 */
public final class RecordSeal {

    private static final int FORMAT = 1;
    private static final int SALT_BYTES = 32;
    private static final int COMMITMENT_BYTES = 32;
    private static final int HEAD_BYTES = 1 + SALT_BYTES + COMMITMENT_BYTES;

    private RecordSeal() {}

    /** Seals the content for its place. */
    public static byte[] seal(Place place, Secret subject, Secret bucket, byte[] content) {
        var salt = Random.randBytes(SALT_BYTES);
        try {
            var derived = derive(place, subject, bucket, salt);
            var cipher = new AesGcmJce(Arrays.copyOf(derived, Secret.BYTES));
            var text = cipher.encrypt(Padding.pad(content), place.boundTo(FORMAT));
            return ByteBuffer.allocate(HEAD_BYTES + text.length)
                    .put((byte) FORMAT)
                    .put(salt)
                    .put(derived, Secret.BYTES, COMMITMENT_BYTES)
                    .put(text)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A record could not be sealed.", impossible);
        }
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws NotSealedLikeThis if the bytes were altered, belong to another place, or are under other secrets
     */
    public static byte[] open(Place place, Secret subject, Secret bucket, byte[] sealed) {
        if (sealed.length <= HEAD_BYTES || sealed[0] != FORMAT) {
            throw new NotSealedLikeThis("format");
        }
        try {
            var derived = derive(place, subject, bucket, Arrays.copyOfRange(sealed, 1, 1 + SALT_BYTES));
            var commitment = Arrays.copyOfRange(derived, Secret.BYTES, Secret.BYTES + COMMITMENT_BYTES);
            if (!MessageDigest.isEqual(commitment, Arrays.copyOfRange(sealed, 1 + SALT_BYTES, HEAD_BYTES))) {
                throw new NotSealedLikeThis("key commitment");
            }
            var cipher = new AesGcmJce(Arrays.copyOf(derived, Secret.BYTES));
            return Padding.strip(
                    cipher.decrypt(Arrays.copyOfRange(sealed, HEAD_BYTES, sealed.length), place.boundTo(FORMAT)));
        } catch (GeneralSecurityException forged) {
            throw new NotSealedLikeThis("binding");
        }
    }

    private static byte[] derive(Place place, Secret subject, Secret bucket, byte[] salt)
            throws GeneralSecurityException {
        var both = new byte[2 * Secret.BYTES];
        System.arraycopy(subject.exposed(), 0, both, 0, Secret.BYTES);
        System.arraycopy(bucket.exposed(), 0, both, Secret.BYTES, Secret.BYTES);
        return Hkdf.computeHkdf("HMACSHA256", both, salt, place.derivedFor(FORMAT), Secret.BYTES + COMMITMENT_BYTES);
    }
}
