package app.counterfoil.vault.seal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * Seals something too long to be held in memory, in segments that can be neither changed, exchanged nor left out, the
 * last ones included (AES-256-GCM, each stream under a key of its own by HKDF-SHA256). Nothing that is read counts
 * before the end of the stream was reached.
 */
public final class SealedStream {

    private static final int SEGMENT_BYTES = 1 << 20;

    private final AesGcmHkdfStreaming cipher;

    /** Streams under this key, which is used for nothing else. */
    public SealedStream(Secret key) {
        try {
            cipher = new AesGcmHkdfStreaming(key.exposed(), "HmacSha256", Secret.BYTES, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is not available in this Java.", impossible);
        }
    }

    /**
     * A stream that seals into another one, which is closed with it; what was not closed is not whole.
     *
     * @throws IOException if the other one cannot be written
     */
    public OutputStream into(OutputStream out, byte[] boundTo) throws IOException {
        try {
            return cipher.newEncryptingStream(out, boundTo);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A stream could not be sealed.", impossible);
        }
    }

    /**
     * The content again. Its reading ends in an {@link IOException} where the bytes are not those that were sealed under
     * this key for this place, or end too early.
     *
     * @throws IOException if the other stream cannot be read
     */
    public InputStream from(InputStream in, byte[] boundTo) throws IOException {
        try {
            return cipher.newDecryptingStream(in, boundTo);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A stream could not be opened.", impossible);
        }
    }
}
