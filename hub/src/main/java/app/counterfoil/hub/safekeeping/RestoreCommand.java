package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.custody.KeySettings;
import app.counterfoil.hub.custody.LedgerSettings;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.shell.NotUnderstood;
import app.counterfoil.hub.storage.StorageSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings a backup back while no hub runs. */
@Component
class RestoreCommand implements Command {

    private static final String USAGE = "./counterfoil restore FILE [--replace] [--home DIR]";
    private static final String REPLACE = "--replace";

    private final StorageSettings settings;
    private final KeySettings keySettings;
    private final LedgerSettings ledgers;

    RestoreCommand(StorageSettings settings, KeySettings keySettings, LedgerSettings ledgers) {
        this.settings = settings;
        this.keySettings = keySettings;
        this.ledgers = ledgers;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String help() {
        return "brings a backup back, erases again what was erased after it, and says what";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var files = arguments.stream().filter(each -> !each.equals(REPLACE)).toList();
        if (files.size() != 1 || files.get(0).startsWith("-")) {
            throw new NotUnderstood(String.join(" ", arguments), USAGE);
        }
        settings.refuseRestoreIntoOutside();
        var keys = keySettings.ringByTheCalendar(settings.home());
        var done = new Restore(settings.home(), keys, ErasuresTold.replay(keys, ledgers))
                .from(Path.of(files.get(0)).toAbsolutePath(), arguments.contains(REPLACE), new ConsoleProgress(out));
        out.printf("Restored as it was at %s UTC:%n", done.madeAt());
        done.rowsByArea().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(area -> out.printf("  %,12d rows of %s%n", area.getValue(), area.getKey()));
        done.told().forEach(out::println);
        done.movedAside()
                .ifPresent(aside -> out.println("What was there before is in " + aside
                        + ". It holds people who may have been erased since: delete it when you do not need it."));
        out.println("Start the hub with ./counterfoil start.");
        return 0;
    }
}
