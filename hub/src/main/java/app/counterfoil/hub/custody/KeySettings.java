package app.counterfoil.hub.custody;

import app.counterfoil.hub.clock.ThisMachine;
import app.counterfoil.vault.keys.KeyFolder;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.keys.RootKey;
import app.counterfoil.vault.keys.RootKeyFile;
import app.counterfoil.vault.keys.TransitAddress;
import app.counterfoil.vault.keys.TransitRootKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the keys outside the database are kept.
 *
 * @param backupHorizon how long a backup can bring people back: what was forgotten longer ago opens nowhere any more;
 *     at least a day
 * @param copies folders on other disks into which every change of the key folder is written too
 * @param transit a HashiCorp Vault that keeps the root key, if one does
 */
@ConfigurationProperties("counterfoil.keys")
public record KeySettings(
        @DefaultValue("7d") Duration backupHorizon, @DefaultValue List<Path> copies, @DefaultValue Transit transit)
        implements ChosenHosts {

    private static final Duration SHORTEST = Duration.ofDays(1);

    /** @throws IllegalArgumentException if the horizon is shorter than a day: then no nightly backup could be restored */
    public KeySettings {
        if (backupHorizon.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("counterfoil.keys.backup-horizon is at least 1d.");
        }
    }

    @Override
    public List<ChosenHost> hosts() {
        return transit.server().isBlank()
                ? List.of()
                : List.of(new ChosenHost(
                        String.valueOf(URI.create(transit.server()).getHost()), "keys to wrap, and nothing of people"));
    }

    /** The key ring as a command has it that opens no database: by the calendar, and it must be there. */
    public KeyRing ringByTheCalendar(Path home) {
        return ringOf(home, ThisMachine.calendar()).mustBeThere();
    }

    /** The key ring of the installation in that folder; nothing is asked of it yet, and no database. */
    public KeyRing ringOf(Path home, Clock clock) {
        var folder = KeyFolder.of(home.resolve("keys"), copies);
        return new KeyRing(folder, rootKey(folder), clock);
    }

    /** The root key, where these settings have it: in a key service, or else in the folder. */
    private RootKey rootKey(KeyFolder folder) {
        return transit.server().isBlank() ? new RootKeyFile(folder) : new TransitRootKey(transit.address());
    }

    /**
     * The transit engine of a HashiCorp Vault.
     *
     * @param server its address, or blank for a root key in the key folder
     * @param mount where the engine is mounted
     * @param key the name of the key
     * @param tokenFile a file with the token, which an agent may renew
     * @param namespace the namespace, or blank
     */
    public record Transit(
            @DefaultValue("") String server,
            @DefaultValue("transit") String mount,
            @DefaultValue("counterfoil") String key,
            @DefaultValue("vault-token") Path tokenFile,
            @DefaultValue("") String namespace) {

        private TransitAddress address() {
            return new TransitAddress(URI.create(server), mount, key, tokenFile, namespace);
        }
    }
}
