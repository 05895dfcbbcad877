package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.hub.storage.StorageSettings.OutsideDatabase;
import app.counterfoil.hub.storage.WholeDatabase;
import app.counterfoil.vault.keys.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Backs up or restores in a program of its own, which tests give little memory, or kill. */
final class SafekeepingProgram {

    private SafekeepingProgram() {}

    /** The act, the home and the file; tells each step in a line, so that somebody can wait for it. */
    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[1]);
        var file = Path.of(arguments[2]);
        var keys = KeyRing.inFolder(home.resolve("keys"), Clock.systemUTC()).mustBeThere();
        Watched watched = (percent, bytes, rows, table) -> System.out.println("at " + percent + " " + table);
        if (arguments[0].equals("backup")) {
            try (var database = WholeDatabase.of(
                    new StorageSettings(home, new OutsideDatabase("", "", "", "", "", "", "", false)))) {
                var made = new BackUp(database, keys, () -> "").to(file, Instant.EPOCH, watched);
                System.out.println("made " + made.allRows());
            }
        } else {
            var done = new Restore(home, keys, AfterRestore.NOTHING).from(file, true, watched);
            System.out.println("restored "
                    + done.rows().values().stream().mapToLong(Long::longValue).sum());
        }
    }

    static Process start(String memory, String act, Path home, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + memory,
                        "-Dcounterfoil.postgres.programs=" + HubDatabase.PROGRAMS,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SafekeepingProgram.class.getName(),
                        act,
                        home.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** What it says until a line begins like that, or it ends. */
    static List<String> until(Process program, String beginning) throws IOException {
        var said = new ArrayList<String>();
        var lines = program.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.startsWith(beginning)) {
                break;
            }
        }
        return said;
    }
}
