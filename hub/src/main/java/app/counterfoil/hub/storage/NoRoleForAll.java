package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;

/** No role was named that may read the rows of all sellers of an outside database. */
final class NoRoleForAll extends Refusal {

    NoRoleForAll() {
        super(
                "The roles of this database see one seller at a time, so they cannot copy all of it.",
                "Make a role that may read everything and nothing else (CREATE ROLE … LOGIN BYPASSRLS; GRANT"
                        + " pg_read_all_data TO …) and name it in COUNTERFOIL_DB_BACKUP with COUNTERFOIL_DB_BACKUPPASSWORD,"
                        + " or use the server's own backups.");
    }
}
