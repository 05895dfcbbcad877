package app.counterfoil.hub.breach;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.shell.NotUnderstood;
import app.counterfoil.vault.Purpose;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code ./counterfoil breach --backup FILE}: whose data a backup gives away today, if it has leaked. */
@Component
class BreachCommand implements Command {

    private static final String USAGE = "./counterfoil breach --backup FILE [--home DIR]";

    /** Asked for when it runs: every command is made, and the others may need no database or must not open it. */
    private final ObjectProvider<CountBackup> counts;

    BreachCommand(ObjectProvider<CountBackup> counts) {
        this.counts = counts;
    }

    @Override
    public String name() {
        return "breach";
    }

    @Override
    public String help() {
        return "tells whose data a backup gives away today, if it has leaked: " + USAGE;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2 || !arguments.get(0).equals("--backup")) {
            throw new NotUnderstood(String.join(" ", arguments), USAGE);
        }
        var count = counts.getObject();
        count.read(path(arguments.get(1)), read -> {})
                .ifPresentOrElse(
                        shops -> tell(count, shops, out),
                        () -> out.println(
                                "This backup opens for nobody any more: the key it was made under was destroyed"
                                        + " when the backup horizon had passed."));
        return 0;
    }

    private static Path path(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException noPath) {
            throw new NotUnderstood(typed, USAGE);
        }
    }

    private static void tell(CountBackup count, Map<SellerId, Map<Purpose, BackupTally>> shops, PrintStream out) {
        out.println("Without the keys outside the database nothing in this backup opens. Whoever has the file and the");
        out.println("keys as they live today can read this of it:");
        shops.forEach((shop, purposes) -> {
            out.println("Shop " + shop);
            purposes.values().forEach(tally -> tell(count.told(shop, tally), out));
        });
        out.println(
                "Who was forgotten, and what has ended, since the backup was made still opens from it until the first");
        out.println("turn of the epoch after the backup horizon; ./counterfoil keys says when that is.");
    }

    private static void tell(CountBackup.Told told, PrintStream out) {
        out.printf(
                "  %-18s %,d of %,d records open, of %,d people; since then %,d have ended and of %,d the person was forgotten%n",
                told.purpose().title(), told.readable(), told.records(), told.people(), told.ended(), told.forgotten());
    }
}
