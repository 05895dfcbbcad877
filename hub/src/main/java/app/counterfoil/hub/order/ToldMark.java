package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * By what it is seen that a channel tells again what its own person has had put right: a salted hash of what it told, sealed
 * like the data itself. What was wrong is kept nowhere.
 *
 * @param salt made for this mark alone
 * @param hash of salt and content
 */
record ToldMark(String salt, String hash) {

    private static final Holds HOLDS =
            Holds.of(DataSubjects.RECIPIENTS, "A mark of what the channel had told before it was put right");

    static final RecordKind<ToldMark> OF_RECIPIENT =
            new SealedJson<>("order.recipient.mark", Purpose.DELIVERY, ToldMark.class, HOLDS);

    static final RecordKind<ToldMark> OF_BUYER = new SealedJson<>(
            "order.buyer.mark",
            Purpose.SERVICE,
            ToldMark.class,
            Holds.of(DataSubjects.BUYERS, "A mark of what the channel had told before it was put right"));

    static <T> ToldMark of(RecordKind<T> kind, T told) {
        var salt = UUID.randomUUID().toString();
        return new ToldMark(salt, hash(salt, kind.write(told)));
    }

    <T> boolean fits(RecordKind<T> kind, T told) {
        return hash.equals(hash(salt, kind.write(told)));
    }

    private static String hash(String salt, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "ToldMark[hidden]";
    }
}
