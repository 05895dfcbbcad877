package app.counterfoil.hub.register;

import app.counterfoil.vault.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that people have added to the register of a seller. It can name people: it does not print.
 *
 * @param all each part with what is said of it
 */
public record KeptTexts(List<Entry> all) {

    /** Copies the list. */
    public KeptTexts {
        all = List.copyOf(all);
    }

    /**
     * What is said of a part.
     *
     * @param part which
     * @param purpose of which purpose, for a note on its basis
     * @param text what is said
     * @param changedAt when, business time
     * @param changedBy by whom
     */
    public record Entry(KeptPart part, Optional<Purpose> purpose, KeptText text, Instant changedAt, UUID changedBy) {
        @Override
        public String toString() {
            return "Entry[" + part + "]";
        }
    }

    /** What is said of that part; empty if nothing is. */
    public Optional<Entry> of(KeptPart part) {
        return all.stream().filter(entry -> entry.part() == part).findFirst();
    }

    /** The note on the legal basis of that purpose; empty if there is none. */
    public Optional<Entry> noteOn(Purpose purpose) {
        return all.stream()
                .filter(entry -> entry.purpose().filter(purpose::equals).isPresent())
                .findFirst();
    }

    @Override
    public String toString() {
        return "KeptTexts[hidden]";
    }
}
