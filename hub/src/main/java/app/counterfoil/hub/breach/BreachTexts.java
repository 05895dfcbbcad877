package app.counterfoil.hub.breach;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people write of an incident. It can name people: it does not print.
 *
 * @param happened what happened
 * @param consequences what may follow for people
 * @param measures what was done, and what will keep it from happening again
 * @param late why the regulator is told late, or empty
 */
public record BreachTexts(String happened, String consequences, String measures, String late) {

    /** How it is sealed: to prove, years later, that what was owed to people was done. */
    static final RecordKind<BreachTexts> KIND = new SealedJson<>(
            "breach.texts",
            Purpose.RIGHTS_REQUEST,
            BreachTexts.class,
            new Holds(
                    Set.of(DataSubjects.STAFF, DataSubjects.BUYERS),
                    List.of("What people have written of an incident")));

    private static final int LONGEST = 8_000;
    private static final BreachTexts NOTHING = new BreachTexts("", "", "", "");

    /** Nothing was written. */
    public static BreachTexts nothing() {
        return NOTHING;
    }

    /** @throws NotAnIncident if one of them is too long */
    void refuseTooLong() {
        Map.of("happened", happened, "consequences", consequences, "measures", measures, "late", late)
                .forEach((field, text) -> {
                    if (text.length() > LONGEST) {
                        throw NotAnIncident.field(field, "That is too long.", "Write at most " + LONGEST + " letters.");
                    }
                });
    }

    @Override
    public String toString() {
        return "BreachTexts[hidden]";
    }
}
