package app.counterfoil.hub.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the installation keeps its things.
 *
 * @param home the folder of keys and of the embedded database
 * @param db an outside database, if there is one
 */
@ConfigurationProperties("counterfoil")
public record StorageSettings(@DefaultValue("${user.home}/.counterfoil") Path home, @DefaultValue OutsideDatabase db) {

    /** Whether no other program can be at work on the database: the embedded one serves the program that started it. */
    public boolean isForThisProgramAlone() {
        return !db.isGiven();
    }

    /**
     * Only the embedded database is restored by us.
     *
     * @throws RestoredElsewhere if there is an outside one
     */
    public void refuseRestoreIntoOutside() {
        if (db.isGiven()) {
            throw new RestoredElsewhere();
        }
    }

    /**
     * An outside PostgreSQL.
     *
     * @param url its JDBC address, or blank for the embedded database
     * @param owner the role that owns and migrates the schema
     * @param ownerPassword its password
     * @param app the role the application works as; it owns nothing
     * @param appPassword its password
     * @param backup the role that may read the rows of all sellers, for backups; or blank
     * @param backupPassword its password
     */
    public record OutsideDatabase(
            @DefaultValue("") String url,
            @DefaultValue("counterfoil_owner") String owner,
            @DefaultValue("") String ownerPassword,
            @DefaultValue("counterfoil_app") String app,
            @DefaultValue("") String appPassword,
            @DefaultValue("") String backup,
            @DefaultValue("") String backupPassword) {

        boolean isGiven() {
            return !url.isBlank();
        }

        @Override
        public String toString() {
            return "OutsideDatabase[" + url + "]";
        }
    }
}
