package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.SellerId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The text of a token: {@code cfk_}, then the shop, the token and 32 random bytes. A secret scanner finds it by its first
 * letters; nobody who reads the database can make it.
 *
 * @param seller of which shop
 * @param token which token
 * @param secret its random part
 */
record TokenText(SellerId seller, UUID token, byte[] secret) {

    private static final String BEGINNING = "cfk_";
    private static final int SECRET = 32;
    private static final int LENGTH = 4 * Long.BYTES + SECRET;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenText fresh(SellerId seller) {
        var secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return new TokenText(seller, UUID.randomUUID(), secret);
    }

    /** What a program has sent; empty if it is no token. */
    static Optional<TokenText> of(String text) {
        if (!text.startsWith(BEGINNING) || text.length() > 200) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text.substring(BEGINNING.length()));
            if (bytes.length != LENGTH) {
                return Optional.empty();
            }
            var read = ByteBuffer.wrap(bytes);
            var seller = new UUID(read.getLong(), read.getLong());
            var token = new UUID(read.getLong(), read.getLong());
            var secret = new byte[SECRET];
            read.get(secret);
            return Optional.of(new TokenText(new SellerId(seller), token, secret));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** As it is shown, once. */
    String shown() {
        var bytes = ByteBuffer.allocate(LENGTH)
                .putLong(seller.value().getMostSignificantBits())
                .putLong(seller.value().getLeastSignificantBits())
                .putLong(token.getMostSignificantBits())
                .putLong(token.getLeastSignificantBits())
                .put(secret)
                .array();
        return BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What of it is kept. It is random throughout, so a fast hash is enough. */
    byte[] hash() {
        return sha256(secret);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException notThere) {
            throw new IllegalStateException("Every Java has SHA-256.", notThere);
        }
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "TokenText[hidden]";
    }
}
