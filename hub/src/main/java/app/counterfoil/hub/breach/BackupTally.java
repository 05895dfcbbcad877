package app.counterfoil.hub.breach;

import app.counterfoil.hub.safekeeping.SealedInBackup;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of one shop's records for one purpose is in a backup. */
final class BackupTally {

    private final Purpose purpose;
    private final Set<String> kinds = new HashSet<>();
    private final Map<SubjectId, Long> opening = new HashMap<>();
    private final List<SealedInBackup> pastTheirDay = new ArrayList<>();
    private long records;

    BackupTally(Purpose purpose) {
        this.purpose = purpose;
    }

    void add(SealedInBackup record, LocalDate today) {
        records++;
        if (record.opens()) {
            kinds.add(record.kind());
            opening.merge(record.subject(), 1L, Long::sum);
            if (!record.endsOn().isAfter(today)) {
                pastTheirDay.add(record);
            }
        }
    }

    Purpose purpose() {
        return purpose;
    }

    /** The kinds of those that open. */
    Set<String> kinds() {
        return kinds;
    }

    /** Whose records open. */
    Set<SubjectId> people() {
        return opening.keySet();
    }

    /** Those that open and whose day, as it stood then, has come since. */
    List<SealedInBackup> pastTheirDay() {
        return pastTheirDay;
    }

    /** How many there are, whether they open or not. */
    long records() {
        return records;
    }

    /** How many of them open. */
    long readable() {
        return opening.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of those that open are about one of these. */
    long about(Set<SubjectId> some) {
        return some.stream().mapToLong(each -> opening.getOrDefault(each, 0L)).sum();
    }
}
