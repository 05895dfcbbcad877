package app.counterfoil.hub.breach;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The letter to the people of an incident, with the secret by which the addresses it went to are marked. Personal: it does
 * not print.
 */
record SealedPeopleLetter(String subjectLine, String text, String secret) {

    /** How it is sealed: to prove, years later, what people were told. */
    static final RecordKind<SealedPeopleLetter> KIND = new SealedJson<>(
            "breach.letter",
            Purpose.RIGHTS_REQUEST,
            SealedPeopleLetter.class,
            new Holds(
                    Set.of(DataSubjects.STAFF, DataSubjects.BUYERS),
                    List.of("What the people of an incident were told")));

    private static final String HMAC = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    static SealedPeopleLetter first(PeopleLetter letter) {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new SealedPeopleLetter(
                letter.subjectLine(), letter.text(), Base64.getEncoder().encodeToString(secret));
    }

    SealedPeopleLetter saying(PeopleLetter letter) {
        return new SealedPeopleLetter(letter.subjectLine(), letter.text(), secret);
    }

    PeopleLetter letter() {
        return new PeopleLetter(subjectLine, text);
    }

    /** The same for one address however it is written, and for nobody else's; says nothing to whoever lacks the secret. */
    byte[] mark(String address) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), HMAC));
            return mac.doFinal(address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "SealedPeopleLetter[hidden]";
    }
}
