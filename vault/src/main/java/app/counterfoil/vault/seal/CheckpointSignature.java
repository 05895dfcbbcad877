package app.counterfoil.vault.seal;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.security.GeneralSecurityException;

/** Signs the hashes of journal ranges with the installation's Ed25519 key. */
public final class CheckpointSignature {

    private final Ed25519Sign signer;
    private final Ed25519Verify verifier;

    /** Signs and verifies with the key pair that grows from this secret. */
    public CheckpointSignature(Secret seed) {
        try {
            var pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed.exposed());
            signer = new Ed25519Sign(pair.getPrivateKey());
            verifier = new Ed25519Verify(pair.getPublicKey());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Ed25519 is not available in this Java.", impossible);
        }
    }

    /** The signature of a hash. */
    public byte[] sign(byte[] hash) {
        try {
            return signer.sign(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A checkpoint could not be signed.", impossible);
        }
    }

    /** Whether the signature is this installation's, of this hash. */
    public boolean verifies(byte[] signature, byte[] hash) {
        try {
            verifier.verify(signature, hash);
            return true;
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
