package app.counterfoil.vault.store;

import app.counterfoil.vault.partition.Partitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Databases that those of the tests are copied from: making the tables and pieces anew takes longer than most tests. */
final class VaultTemplates {

    private static final String APP_ROLE = "vault_test_app";
    private static final String PASSWORD = "vault-test";

    /** The tables of a vault, in which there is no room for any time yet. */
    static final String WITHOUT_ROOM = withoutRoom();

    /** The same with room for what is sealed when the clock of most tests begins. */
    static final String WITH_ROOM = withRoom();

    private VaultTemplates() {}

    static Connection asApplication(String address) throws SQLException {
        return inSchema(DriverManager.getConnection(address, APP_ROLE, PASSWORD));
    }

    static Connection asOwner(String address) throws SQLException {
        return inSchema(VaultServer.asSuperuser(address));
    }

    private static String withoutRoom() {
        var name = VaultServer.copyOf("template0");
        try (var owner = asOwner(VaultServer.addressOf(name));
                var statement = owner.createStatement()) {
            statement.execute(
                    """
                    DO $$ BEGIN
                        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'vault_test_app') THEN
                            CREATE ROLE vault_test_app LOGIN PASSWORD 'vault-test';
                        END IF;
                    END $$;
                    CREATE SCHEMA counterfoil;
                    GRANT USAGE ON SCHEMA counterfoil TO vault_test_app;
                    """);
            statement.execute(script("/guard.sql"));
            for (var migration : List.of(
                    "V0010__vault",
                    "V0011__kept_secrets",
                    "V0012__installation_keys",
                    "V0140__epoch_turn",
                    "V0141__ledger_position",
                    "V0142__ledger_identity",
                    "V0143__journal_across_clusters",
                    "V0145__ended_pieces",
                    "V0179__ended_pieces_by_the_clock",
                    "V0260__restricted_purposes")) {
                statement.execute(script("/db/migration/vault/" + migration + ".sql"));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return name;
    }

    private static String withRoom() {
        var name = VaultServer.copyOf(WITHOUT_ROOM);
        try (var app = asApplication(VaultServer.addressOf(name))) {
            new Partitions(app).addAhead(new Stories.HandClock().today());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return name;
    }

    private static Connection inSchema(Connection connection) throws SQLException {
        connection.setSchema("counterfoil");
        return connection;
    }

    private static String script(String resource) {
        try (var stream = VaultTemplates.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("${app_role}", APP_ROLE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
