package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.custody.KeySettings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.vault.keys.KeyRing;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.nio.file.Path;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A backup every night into the folder of the setting {@code counterfoil.backup.folder}; without it there is none. The
 * setting {@code counterfoil.backup.keep} says how many stay; without it all do.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("counterfoil.backup.folder")
class NightlyBackup {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final LocalTime WHEN = LocalTime.of(2, 30);

    private final StorageSettings settings;
    private final KeySettings keySettings;
    private final BusinessClock clock;
    private final Path folder;
    private final int keep;

    NightlyBackup(
            StorageSettings settings,
            KeySettings keySettings,
            BusinessClock clock,
            @Value("${counterfoil.backup.folder}") Path folder,
            @Value("${counterfoil.backup.keep:0}") int keep) {
        this.settings = settings;
        this.keySettings = keySettings;
        this.clock = clock;
        this.folder = folder;
        this.keep = keep;
    }

    @Bean
    RecurringTask<Void> nightlyBackupJob() {
        return Tasks.recurring("nightly-backup", new Daily(BusinessClock.ZONE, WHEN))
                .execute((instance, context) -> make());
    }

    void make() {
        KeyRing keys = keySettings.ringOf(settings.home(), clock.asClock()).mustBeThere();
        var made = new MakeBackup(settings, keys)
                .at(
                        database -> clock.now(),
                        now -> BackupsInFolder.fileIn(folder, now),
                        (percent, bytes, rows, table) -> {});
        var removed = keep > 0
                ? new BackupsInFolder(folder, keys)
                        .keepLatest(keep, made.file())
                        .size()
                : 0;
        LOG.info("backup made file={} bytes={} rows={} removed={}", made.file(), made.bytes(), made.allRows(), removed);
    }
}
