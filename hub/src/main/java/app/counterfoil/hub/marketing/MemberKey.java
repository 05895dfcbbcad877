package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;

/**
 * By which name a newsletter service knows somebody: it can be reckoned from their address, and is kept like it. Personal: it
 * does not print.
 *
 * @param key the name
 */
public record MemberKey(String key) {

    /** How it is sealed, until the service was told that the person wants no more. */
    static final RecordKind<MemberKey> KIND = new SealedJson<>(
            "marketing.farewell",
            Purpose.MARKETING,
            MemberKey.class,
            Holds.of(
                    DataSubjects.SUBSCRIBERS,
                    "Name at the newsletter service, until it was told that they want no more"));

    @Override
    public String toString() {
        return "MemberKey[hidden]";
    }
}
