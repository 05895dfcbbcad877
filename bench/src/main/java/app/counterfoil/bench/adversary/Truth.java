package app.counterfoil.bench.adversary;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the history knows to be so, without asking the vault: who lives, who is gone, and since when. */
final class Truth {

    /** One record: where it is, what it says now, and until when it lives. */
    static final class Known {
        final UUID id = UUID.randomUUID();
        final SubjectId subject;
        final Purpose purpose;
        final List<String> contents = new ArrayList<>();
        LocalDate endsOn;
        Optional<Instant> goneSince = Optional.empty();

        Known(SubjectId subject, Purpose purpose, String content, LocalDate endsOn) {
            this.subject = subject;
            this.purpose = purpose;
            this.contents.add(content);
            this.endsOn = endsOn;
        }

        String content() {
            return contents.get(contents.size() - 1);
        }

        boolean lives() {
            return goneSince.isEmpty();
        }
    }

    private record Turn(Instant begun, Instant finished) {}

    private final List<Known> records = new ArrayList<>();
    private final Map<String, Known> byContent = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();

    Known add(SubjectId subject, Purpose purpose, LocalDate endsOn) {
        var known = new Known(subject, purpose, "note " + UUID.randomUUID(), endsOn);
        records.add(known);
        byContent.put(known.content(), known);
        return known;
    }

    void rectify(Known known) {
        known.contents.add("note " + UUID.randomUUID());
        byContent.put(known.content(), known);
    }

    /** Those who can be opened: nobody has forgotten them, and their day has not come. */
    List<Known> living(LocalDate today) {
        return records.stream()
                .filter(known -> known.lives() && known.endsOn.isAfter(today))
                .toList();
    }

    void forgotten(SubjectId subject, Purpose purpose, Instant when) {
        for (var known : records) {
            if (known.lives() && known.subject.equals(subject) && known.purpose == purpose) {
                known.goneSince = Optional.of(when);
            }
        }
    }

    void dayEnded(LocalDate today, Instant when) {
        for (var known : records) {
            if (known.lives() && !known.endsOn.isAfter(today)) {
                known.goneSince = Optional.of(when);
            }
        }
    }

    void turned(Instant begun, Instant finished) {
        turns.add(new Turn(begun, finished));
    }

    /** The record that once said this. */
    Known of(String content) {
        var known = byContent.get(content);
        if (known == null) {
            throw new IllegalStateException("Something was opened that was never sealed.");
        }
        return known;
    }

    /** Whether nobody may open what stands in this record any more. */
    boolean isBeyondTheHorizon(UUID record, Duration horizon) {
        return records.stream().anyMatch(known -> known.id.equals(record) && beyondTheHorizon(known, horizon));
    }

    /**
     * Whether nobody may open it any more: it has been gone for the horizon, an epoch was turned since, and the next turn
     * after both found it so. Where nights were missed the turn that was late gives the backups before it one day more.
     */
    boolean beyondTheHorizon(Known known, Duration horizon) {
        if (known.lives()) {
            return false;
        }
        var gone = known.goneSince.orElseThrow();
        var first = turns.stream().filter(turn -> !turn.begun().isBefore(gone)).findFirst();
        if (first.isEmpty()) {
            return false;
        }
        var grace = first.get().finished().plus(Duration.ofDays(1));
        var due = gone.plus(horizon).isAfter(grace) ? gone.plus(horizon) : grace;
        return turns.stream().anyMatch(turn -> !turn.begun().isBefore(due));
    }
}
