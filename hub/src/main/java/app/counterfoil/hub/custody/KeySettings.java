package app.counterfoil.hub.custody;

import java.nio.file.Path;
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
 */
@ConfigurationProperties("counterfoil.keys")
public record KeySettings(@DefaultValue("7d") Duration backupHorizon, @DefaultValue List<Path> copies) {

    private static final Duration SHORTEST = Duration.ofDays(1);

    /** @throws IllegalArgumentException if the horizon is shorter than a day: then no nightly backup could be restored */
    public KeySettings {
        if (backupHorizon.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("counterfoil.keys.backup-horizon is at least 1d.");
        }
    }
}
