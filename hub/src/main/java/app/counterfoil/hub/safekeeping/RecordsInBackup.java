package app.counterfoil.hub.safekeeping;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.store.SealedTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Which sealed records of a backup still open for somebody who has the file and the living keys. A record does if the secret
 * of its subject and that of its day are in the backup, and the epoch under which each of them is wrapped still has its key.
 * Nothing is unsealed to find out.
 */
final class RecordsInBackup {

    private final Set<Integer> living;
    private final Set<Group> groups = new HashSet<>();
    private final Set<Day> days = new HashSet<>();
    private final Map<Whose, Boolean> subjects = new HashMap<>();

    private RecordsInBackup(Set<Integer> living) {
        this.living = living;
    }

    private record Group(UUID seller, UUID group) {}

    private record Day(UUID seller, String purpose, LocalDate day) {}

    private record Whose(UUID seller, UUID subject, String purpose) {}

    /**
     * Reads a backup and tells of each sealed record in it.
     *
     * @return whether it could be read; a file whose own key was destroyed opens for nobody, and nothing is told of it
     * @throws app.counterfoil.hub.measure.Refusal if it is no backup, damaged, or was made under other keys
     */
    static boolean each(Path file, EpochKeys keys, Consumer<SealedInBackup> told) {
        var found = new RecordsInBackup(Set.copyOf(keys.epochs()));
        try {
            // The secrets of subjects stand behind the records: the file is read twice.
            found.read(
                    file,
                    keys,
                    Map.of(
                            SealedTables.GROUPS.table(), found::group,
                            SealedTables.DAYS.table(), found::day,
                            SealedTables.SUBJECTS.table(), found::subject));
            found.read(file, keys, Map.of(SealedTables.RECORDS.table(), row -> told.accept(found.record(row))));
            return true;
        } catch (BackupKeyGone ended) {
            return false;
        } catch (IOException damaged) {
            throw BackupUnusable.damaged(file);
        }
    }

    private interface Reading {
        void row(CopiedRows row) throws IOException;
    }

    private void read(Path file, EpochKeys keys, Map<String, Reading> wanted) throws IOException {
        try (var backup = OpenedBackup.of(file, keys)) {
            var entries = backup.entries();
            for (var table : entries.manifest().tables()) {
                if (!entries.table().equals(table.name())) {
                    throw new IOException("a table is not where it belongs");
                }
                var rows = entries.rows();
                var reading = Optional.ofNullable(wanted.get(table.name()));
                if (reading.isPresent()) {
                    var row = new CopiedRows(rows, table);
                    while (row.next()) {
                        reading.get().row(row);
                    }
                }
                rows.skipAll();
            }
        }
    }

    private void group(CopiedRows row) throws IOException {
        if (living.contains(row.number("epoch"))) {
            groups.add(new Group(row.id("seller_id"), row.id("group_id")));
        }
    }

    private void day(CopiedRows row) throws IOException {
        if (!row.isEmpty("wrapped") && living.contains(row.number("epoch"))) {
            days.add(new Day(row.id("seller_id"), row.text("purpose"), row.day("expires_on")));
        }
    }

    private void subject(CopiedRows row) throws IOException {
        var seller = row.id("seller_id");
        var opens = !row.isEmpty("wrapped") && groups.contains(new Group(seller, row.id("group_id")));
        subjects.put(new Whose(seller, row.id("subject_id"), row.text("purpose")), opens);
    }

    private SealedInBackup record(CopiedRows row) throws IOException {
        var seller = row.id("seller_id");
        var purpose = row.text("purpose");
        var subject = row.id("subject_id");
        var endsOn = row.day("expires_on");
        var opens = days.contains(new Day(seller, purpose, endsOn))
                && subjects.getOrDefault(new Whose(seller, subject, purpose), false);
        return new SealedInBackup(
                seller,
                Purpose.valueOf(purpose),
                row.text("kind"),
                row.id("record_id"),
                new SubjectId(subject),
                endsOn,
                opens);
    }
}
