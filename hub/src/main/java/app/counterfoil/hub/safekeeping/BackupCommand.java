package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.custody.KeySettings;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.shell.NotUnderstood;
import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.hub.storage.WholeDatabase;
import app.counterfoil.vault.keys.EpochKeys;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a backup beside a running hub or without one, and reads it again; or reads one that is there. */
@Component
class BackupCommand implements Command {

    private static final String USAGE =
            "./counterfoil backup [FILE or FOLDER] [--keep N] [--home DIR], or ./counterfoil backup --check FILE";

    private final StorageSettings settings;
    private final KeySettings keySettings;

    BackupCommand(StorageSettings settings, KeySettings keySettings) {
        this.settings = settings;
        this.keySettings = keySettings;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String help() {
        return "copies everything but the keys into one encrypted file, while the hub works";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var wish = Wish.of(arguments, settings.home().resolve("backups"));
        var keys = keySettings.ringByTheCalendar(settings.home());
        if (wish.check()) {
            tell(CheckBackup.readThrough(wish.place(), keys), wish.place(), out);
            return 0;
        }
        var made = new MakeBackup(settings, keys).at(WholeDatabase::now, wish::fileAt, new ConsoleProgress(out));
        out.printf(
                "%s%n  %s, %,d rows of %s UTC; read again from end to end, and whole.%n",
                made.file(), ConsoleProgress.size(made.bytes()), made.allRows(), made.madeAt());
        out.println(
                "  It opens with the key of epoch " + made.epoch() + " in the folder keys, for as long as that key"
                        + " lives: until the backup horizon has passed.\n  Keep the keys elsewhere: both together open everything.");
        old(made.file(), wish.keep(), keys, out);
        return 0;
    }

    private static void old(Path made, int keep, EpochKeys keys, PrintStream out) {
        var folder = made.resolveSibling("");
        var old = new BackupsInFolder(folder, keys);
        if (keep > 0) {
            old.keepLatest(keep, made).forEach(gone -> out.println("  Deleted " + gone + "."));
        }
        var all = old.all();
        var ended = all.stream().filter(each -> !each.opens()).count();
        if (all.size() > 1) {
            out.printf(
                    "  There are %d backups in %s%s%n",
                    all.size(),
                    folder,
                    ended == 0
                            ? "; each opens with today's keys."
                            : "; " + ended
                                    + " of them no longer open and may go: --keep N deletes the oldest beyond N.");
        }
    }

    private static void tell(CheckBackup.Whole whole, Path file, PrintStream out) {
        out.printf(
                "%s is whole.%n  Made at %s UTC, version %s, epoch %d.%n",
                file, whole.madeAt(), whole.schemaVersion(), whole.epoch());
        whole.rows().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(table -> out.printf("  %,12d  %s%n", table.getValue(), table.getKey()));
    }

    /** What was typed. */
    private record Wish(Path place, boolean check, int keep) {

        static Wish of(List<String> typed, Path usual) {
            var places = new ArrayList<String>();
            int keep = 0;
            var check = false;
            for (var i = 0; i < typed.size(); i++) {
                switch (typed.get(i)) {
                    case "--check" -> check = true;
                    case "--keep" -> keep = number(i + 1 < typed.size() ? typed.get(++i) : "--keep");
                    default -> places.add(typed.get(i));
                }
            }
            var odd = places.stream().filter(each -> each.startsWith("-")).findFirst();
            if (odd.isPresent() || places.size() > 1 || (check && places.isEmpty())) {
                throw new NotUnderstood(odd.orElse(String.join(" ", typed)), USAGE);
            }
            return new Wish(places.isEmpty() ? usual : Path.of(places.get(0)).toAbsolutePath(), check, keep);
        }

        /** Where a backup of that time goes: a name that ends in .backup is a file's, all others are of folders. */
        Path fileAt(Instant now) {
            var isFolder = Files.isDirectory(place) || !place.toString().endsWith(".backup");
            return isFolder ? BackupsInFolder.fileIn(place, now) : place;
        }

        private static int number(String typed) {
            if (!typed.matches("[1-9]\\d{0,4}")) {
                throw new NotUnderstood(typed, USAGE);
            }
            return Integer.parseInt(typed);
        }
    }
}
