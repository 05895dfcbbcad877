package app.counterfoil.sandbox.http;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tokens that mean nothing to whoever gets them and have to be handed back letter by letter. As long as the services'
 * own, which are many hundreds of characters: a client that has room for less must fail here and not at its first seller.
 */
public final class OpaqueToken {

    private static final SecureRandom RANDOM = new SecureRandom();

    private OpaqueToken() {}

    /** A new one, of this beginning and so many characters after it, letters that a URL has to encode among them. */
    public static String of(String beginning, int characters) {
        var bytes = new byte[characters * 3 / 4];
        RANDOM.nextBytes(bytes);
        return beginning + Base64.getEncoder().encodeToString(bytes);
    }
}
