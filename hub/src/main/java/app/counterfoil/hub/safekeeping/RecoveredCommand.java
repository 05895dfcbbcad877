package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.custody.EraseAgain;
import app.counterfoil.hub.custody.KeySettings;
import app.counterfoil.hub.custody.LedgerSettings;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.shell.NotUnderstood;
import app.counterfoil.hub.storage.StorageSettings;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Told that the database was brought back to an earlier moment by other means than {@code restore}, such as the archive of
 * a server of one's own, or a standby that took over and was not waited for. What was erased since is erased again, and the
 * access journal goes on from where it now ends; without this word a shorter journal counts as tampered with.
 */
@Component
class RecoveredCommand implements Command {

    private static final String USAGE = "./counterfoil recovered [--home DIR]";

    private final StorageSettings settings;
    private final KeySettings keySettings;
    private final LedgerSettings ledgers;
    private final ObjectProvider<DataSource> database;

    RecoveredCommand(
            StorageSettings settings,
            KeySettings keySettings,
            LedgerSettings ledgers,
            ObjectProvider<DataSource> database) {
        this.settings = settings;
        this.keySettings = keySettings;
        this.ledgers = ledgers;
        this.database = database;
    }

    @Override
    public String name() {
        return "recovered";
    }

    @Override
    public String help() {
        return "after the database was brought back by other means: erases again what was erased since";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty()) {
            throw new NotUnderstood(String.join(" ", arguments), USAGE);
        }
        try {
            var done = new EraseAgain(settings.home(), keySettings.ringByTheCalendar(settings.home()), ledgers)
                    .in(database.getObject());
            ErasuresTold.told(done, "after the moment that the database was brought back to")
                    .forEach(out::println);
            return 0;
        } catch (SQLException failed) {
            throw new IllegalStateException("The database failed: " + failed.getSQLState(), failed);
        }
    }
}
