package app.counterfoil.hub.retention;

import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import java.util.Set;

/**
 * What was held on an order's people when it was put on legal hold. Personal: it does not print.
 *
 * @param parts each kind of data
 */
public record ClaimCopy(List<Part> parts) {

    /** How it is sealed: for a legal claim. */
    static final RecordKind<ClaimCopy> KIND = new SealedJson<>(
            "custody.claim",
            Purpose.LEGAL_CLAIM,
            ClaimCopy.class,
            new Holds(
                    Set.of(DataSubjects.BUYERS, DataSubjects.RECIPIENTS),
                    List.of("What was held on the people of an order when it was put on hold")));

    /**
     * One kind of data, in lines.
     *
     * @param title what it is
     * @param lines its fields, those that are empty left out
     */
    public record Part(String title, List<HeldPart.Line> lines) {

        /** The copy of something that is held. */
        static Part of(HeldPart held) {
            return new Part(held.title(), held.lines());
        }

        /** Leaves empty fields out. */
        public Part {
            lines = lines.stream().filter(line -> !line.text().isBlank()).toList();
        }

        @Override
        public String toString() {
            return "Part[" + title + "]";
        }
    }

    @Override
    public String toString() {
        return "ClaimCopy[hidden]";
    }
}
