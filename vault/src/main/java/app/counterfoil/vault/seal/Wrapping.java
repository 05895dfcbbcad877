package app.counterfoil.vault.seal;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/** Keeps one secret under another (AES-256-GCM), bound to what it is the secret of. */
public final class Wrapping {

    private final AesGcmJce cipher;

    /** Wraps and unwraps under this key; keep the object while many secrets are under the same key. */
    public Wrapping(Secret key) {
        try {
            cipher = new AesGcmJce(key.exposed());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is not available in this Java.", impossible);
        }
    }

    /** The wrapped secret: 60 bytes. */
    public byte[] wrap(Secret secret, byte[] boundTo) {
        return wrap(secret.exposed(), boundTo);
    }

    /** Wraps something that is not a key but as secret as one, such as credentials. */
    public byte[] wrap(byte[] content, byte[] boundTo) {
        try {
            return cipher.encrypt(content, boundTo);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A secret could not be wrapped.", impossible);
        }
    }

    /**
     * The secret again.
     *
     * @throws NotSealedLikeThis if it was wrapped under another key or bound to something else
     */
    public Secret unwrap(byte[] wrapped, byte[] boundTo) {
        return Secret.of(unwrapContent(wrapped, boundTo));
    }

    /**
     * The content again.
     *
     * @throws NotSealedLikeThis if it was wrapped under another key or bound to something else
     */
    public byte[] unwrapContent(byte[] wrapped, byte[] boundTo) {
        try {
            return cipher.decrypt(wrapped, boundTo);
        } catch (GeneralSecurityException forged) {
            throw new NotSealedLikeThis("wrapping");
        }
    }
}
