package app.counterfoil.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An outside database whose role for the application could get past a guard is refused, and left as it was. */
class ApplicationRoleTest {

    private final HubDatabase database = HubDatabase.fresh();
    private final String role = "app_" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void aRoleAsItShouldBe() throws SQLException {
        database.change("CREATE ROLE " + role + " LOGIN PASSWORD 'of the test'");
        database.change("GRANT USAGE ON SCHEMA counterfoil TO " + role);
    }

    @AfterEach
    void theRoleGoes() throws SQLException {
        database.change("REASSIGN OWNED BY " + role + " TO postgres");
        database.change("DROP OWNED BY " + role);
        database.change("DROP ROLE " + role);
    }

    @Test
    void aRoleThatMayNothingMoreIsTaken() {
        hub(role).run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER ROLE ROLE SUPERUSER                        | is a superuser                     | NOSUPERUSER",
                "ALTER ROLE ROLE BYPASSRLS                        | may bypass row level security      | NOBYPASSRLS",
                "GRANT counterfoil_owner TO ROLE                  | can act as counterfoil_owner       | REVOKE",
                "ALTER TABLE counterfoil.order_line OWNER TO ROLE | owns order_line                    | two roles",
                "ALTER ROLE ROLE SET synchronous_commit = off     | synchronous_commit = off           | Set synchronous"
            })
    void aRoleThatMayMoreIsRefused(String made, String wrong, String mend) throws SQLException {
        database.change(made.replace("ROLE ROLE", "ROLE " + role).replace("TO ROLE", "TO " + role));
        hub(role).run(context -> {
            var told = told(context.getStartupFailure());
            assertThat(told.getDescription()).contains(wrong);
            assertThat(told.getAction()).contains(mend);
        });
    }

    @Test
    void theOwnersRoleIsRefusedAsTheApplications() {
        hub("counterfoil_owner")
                .run(context -> assertThat(told(context.getStartupFailure()).getDescription())
                        .contains("counterfoil_owner", "owns "));
    }

    private ApplicationContextRunner hub(String app) {
        var settings = new HashMap<>(database.settings());
        settings.put("counterfoil.db.app", app);
        settings.put(
                "counterfoil.db.app-password",
                app.equals(role) ? "of the test" : settings.get("counterfoil.db.owner-password"));
        return new ApplicationContextRunner()
                .withPropertyValues(settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new))
                .withUserConfiguration(StorageConfiguration.class)
                .withConfiguration(AutoConfigurations.of(DataSourceTransactionManagerAutoConfiguration.class));
    }

    private static FailureAnalysis told(Throwable failure) {
        return Objects.requireNonNull(new TellsWhyItDoesNotStart().analyze(failure));
    }
}
