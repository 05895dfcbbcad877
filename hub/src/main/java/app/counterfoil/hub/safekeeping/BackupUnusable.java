package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.measure.Refusal;
import java.nio.file.Path;

/** The file is no backup, or not one that can be brought back whole: nothing of it was taken. */
final class BackupUnusable extends Refusal {

    private BackupUnusable(String wrong, String mend) {
        super(wrong, mend);
    }

    static BackupUnusable missing(Path file) {
        return new BackupUnusable("There is no file " + file + " that can be read.", "Name a backup that is there.");
    }

    static BackupUnusable notOne(Path file) {
        return new BackupUnusable(
                "The file " + file + " is no backup of Counterfoil, or its beginning is damaged.",
                "Name a file that ./counterfoil backup has made, or take another copy of this one.");
    }

    static BackupUnusable damaged(Path file) {
        return new BackupUnusable(
                "The backup " + file + " is damaged or cut short: a byte of it is not as it was written.",
                "Take another copy of it, or an earlier backup; nothing was restored from it.");
    }

    static BackupUnusable ofOtherTables(Path file) {
        return new BackupUnusable(
                "The tables in the backup " + file + " are not those that this program makes at the same version.",
                "Restore it with the Counterfoil that made it.");
    }

    static BackupUnusable countsDiffer(Path file, String table, long expected, long found) {
        return new BackupUnusable(
                "Of " + expected + " rows of " + table + " in the backup " + file + " " + found + " were restored.",
                "Tell us about it; nothing was replaced.");
    }
}
