package app.counterfoil.hub.storage;

import app.counterfoil.vault.Loopback;
import java.nio.file.Path;
import java.util.regex.Pattern;
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
     * @param inClear that everybody on the network between may read and change what is sent
     */
    public record OutsideDatabase(
            @DefaultValue("") String url,
            @DefaultValue("counterfoil_owner") String owner,
            @DefaultValue("") String ownerPassword,
            @DefaultValue("counterfoil_app") String app,
            @DefaultValue("") String appPassword,
            @DefaultValue("") String backup,
            @DefaultValue("") String backupPassword,
            @DefaultValue("false") boolean inClear) {

        private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]+).*");

        boolean isGiven() {
            return !url.isBlank();
        }

        /**
         * The address, if what is sent there is safe on its way.
         *
         * @throws DatabaseInClear if it leads off this machine without proof of who answers
         */
        String safeUrl() {
            var hosts = HOSTS.matcher(url);
            if (inClear || !hosts.matches() || url.contains("sslmode=verify-full")) {
                return url;
            }
            for (var host : hosts.group(1).split(",", -1)) {
                if (!Loopback.isHost(host.replaceAll(":\\d+$", ""))) {
                    throw new DatabaseInClear(host);
                }
            }
            return url;
        }

        @Override
        public String toString() {
            return "OutsideDatabase[" + url + "]";
        }
    }
}
