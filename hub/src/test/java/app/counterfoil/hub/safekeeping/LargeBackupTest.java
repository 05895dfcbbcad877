package app.counterfoil.hub.safekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.storage.RestoreUnfinished;
import app.counterfoil.hub.storage.WholeDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;

/** A hundred thousand rows go through a program with less memory than they have bytes, and a restore of them is killed. */
class LargeBackupTest {

    private static final int ROWS = 100_000;
    private static final String MEMORY = "48m";

    private final Installation shop = Installation.empty();
    private final Installation other;
    private final Path file = shop.home.resolve("large.backup");

    LargeBackupTest() throws Exception {
        shop.start();
        try (var database = WholeDatabase.of(shop.settings());
                var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO vault_record
                    SELECT gen_random_uuid(), 'DELIVERY', 'MADE_UP', gen_random_uuid(), current_date + n % 20, 1,
                           gen_random_uuid(),
                           (SELECT string_agg(uuid_send(gen_random_uuid()), '') FROM generate_series(1, 50 + n % 2)),
                           ARRAY[n, n + 1, n + 2]
                      FROM generate_series(1, 100000) n
                    """);
        }
        other = shop.emptyWithItsKeys();
    }

    @AfterEach
    void theyGo() {
        shop.close();
        other.close();
    }

    @Test
    void itNeedsNoMoreMemoryThanAPieceOfItAndCanBeKilled() throws Exception {
        var backingUp = SafekeepingProgram.start(MEMORY, "backup", shop.home, file);
        assertThat(SafekeepingProgram.until(backingUp, "made"))
                .last()
                .asString()
                .startsWith("made ");
        assertThat(Files.size(file)).isGreaterThan(80_000_000);

        killedInTheMiddle();
        var restoring = SafekeepingProgram.start(MEMORY, "restore", other.home, file);
        assertThat(SafekeepingProgram.until(restoring, "restored"))
                .last()
                .asString()
                .startsWith("restored ");
        assertThat(restoring.waitFor()).isZero();
        assertThat(other.count("SELECT count(*) FROM vault_record")).isEqualTo(ROWS);
        assertThat(RestoreUnfinished.isIn(other.home)).isFalse();
        other.start();
    }

    private void killedInTheMiddle() throws Exception {
        var restoring = SafekeepingProgram.start(MEMORY, "restore", other.home, file);
        assertThat(SafekeepingProgram.until(restoring, "at 5"))
                .last()
                .asString()
                .contains("vault_record");
        restoring.destroyForcibly().waitFor();

        assertThat(List.of(RestoreUnfinished.isIn(other.home), Files.exists(other.home.resolve("database"))))
                .containsExactly(true, false);
        assertThatThrownBy(other::start)
                .isInstanceOf(BeanCreationException.class)
                .rootCause()
                .isInstanceOfSatisfying(RestoreUnfinished.class, refusal -> assertThat(refusal.mend())
                        .contains("./counterfoil restore"));
        assertThat(other.home.resolve("database")).doesNotExist();
    }
}
