package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.hub.storage.StorageSettings.OutsideDatabase;
import app.counterfoil.vault.store.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** A hub that starts beside its database without its keys. */
class LostKeysTest {

    private final HubDatabase database = HubDatabase.fresh();

    @TempDir
    private Path home;

    @Test
    void theHubStartsWithItsOwnKeysAndRefusesToMakeOthers() {
        hub(home.resolve("own"))
                .run(context -> assertThat(context).getBean(Vault.class).isNotNull());

        hub(home.resolve("lost")).run(context -> {
            assertThat(context).getFailure().rootCause().isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.wrong()).contains("empty, but the database was filled under keys");
                assertThat(refusal.mend()).contains("copy of the folder");
            });
            assertThat(Files.exists(home.resolve("lost/keys"))).isFalse();
        });

        hub(home.resolve("own"))
                .run(context -> assertThat(context).getBean(Vault.class).isNotNull());
    }

    @Test
    void aLostOrAForeignLedgerIsRefusedToo() throws IOException {
        hub(home.resolve("own")).run(context -> assertThat(context).hasNotFailed());
        var ledger = home.resolve("own/ledger/erasures");
        var whole = Files.readString(ledger);

        Files.delete(ledger);
        hub(home.resolve("own")).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.wrong()).contains("erasure ledger is missing");
                    assertThat(refusal.mend()).contains("newest copy");
                }));
        assertThat(ledger).doesNotExist();

        Files.writeString(ledger, "counterfoil erasure ledger 1 " + UUID.randomUUID() + "\n");
        hub(home.resolve("own")).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.wrong())
                        .contains("not the one of this database")));

        Files.writeString(ledger, whole);
        hub(home.resolve("own")).run(context -> assertThat(context).hasNotFailed());
    }

    private ApplicationContextRunner hub(Path folder) {
        return new ApplicationContextRunner()
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withBean(
                        StorageSettings.class,
                        () -> new StorageSettings(folder, new OutsideDatabase("", "", "", "", "", "", "", false)))
                .withBean(DataSource.class, database::app)
                .withBean(BusinessClock.class, () -> () -> Instant.parse("2026-01-15T09:00:00Z"))
                .withUserConfiguration(CustodyConfiguration.class, NeedsTheVault.class);
    }

    @Configuration(proxyBeanMethods = false)
    @Lazy(false)
    static class NeedsTheVault {
        NeedsTheVault(Vault vault) {
            assertThat(vault).isNotNull();
        }
    }
}
