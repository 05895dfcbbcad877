package app.counterfoil.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.storage.StorageSettings.OutsideDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database elsewhere is spoken to only where nobody can take its place on the way. */
class OutsideDatabaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/counterfoil",
                "jdbc:postgresql://db.example:5432/counterfoil?sslmode=require",
                "jdbc:postgresql://127.0.0.1:5432,db2.example:5432/counterfoil",
                "jdbc:postgresql://localhost.example?x=y"
            })
    void anAddressElsewhereWithoutProofIsRefused(String url) {
        assertThatThrownBy(() -> database(url, false).safeUrl())
                .isInstanceOfSatisfying(DatabaseInClear.class, refusal -> {
                    assertThat(refusal.wrong()).contains("example");
                    assertThat(refusal.mend()).contains("sslmode=verify-full", "COUNTERFOIL_DB_INCLEAR");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/counterfoil?sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "jdbc:postgresql://127.0.0.1:5432,localhost/counterfoil",
                "jdbc:postgresql://[::1]:5432/counterfoil",
                "jdbc:postgresql:///counterfoil"
            })
    void oneWithProofOrOnThisMachineIsTaken(String url) {
        assertThat(database(url, false).safeUrl()).isEqualTo(url);
    }

    @Test
    void whoeverTrustsTheNetworkHasToSaySo() {
        assertThat(database("jdbc:postgresql://db.example/counterfoil", true).safeUrl())
                .contains("db.example");
    }

    private static OutsideDatabase database(String url, boolean inClear) {
        return new OutsideDatabase(url, "owner", "", "app", "", "", "", inClear);
    }
}
