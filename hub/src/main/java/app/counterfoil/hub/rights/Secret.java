package app.counterfoil.hub.rights;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/** Codes that are sent to people and typed by them; only their hashes are kept. */
final class Secret {

    private Secret() {}

    /** A hash, compared in constant time. */
    record Hash(byte[] bytes) {

        boolean is(Hash other) {
            return MessageDigest.isEqual(bytes, other.bytes);
        }

        @Override
        public String toString() {
            return "Hash[hidden]";
        }
    }

    /** The hash of a code of that knock, however it is typed. */
    static Hash of(UUID knock, String code) {
        return hash(knock + " " + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    /** The hash of what stands by itself, as in a link. */
    static Hash of(String token) {
        return hash(token);
    }

    private static Hash hash(String text) {
        try {
            return new Hash(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
