package app.counterfoil.hub.storage;

import app.counterfoil.postgres.SafeSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Checks the role the application works as, on a connection of its own: row level security holds only for a role that
 * is no superuser, does not bypass it and owns nothing, and settings may have been loosened for this role alone.
 */
final class ApplicationRole {

    private ApplicationRole() {}

    /**
     * Asked before anything is migrated, so that a refused start has changed nothing.
     *
     * @throws RoleTooMighty if the role could get past a guard
     * @throws app.counterfoil.postgres.UnsafeServer if what it writes could be lost
     */
    static void require(Connection app, String owner) throws SQLException {
        var role = ask(app, "SELECT current_user", "");
        refuseIf(
                app,
                "SELECT rolsuper FROM pg_roles WHERE rolname = current_user",
                new RoleTooMighty(role, "is a superuser", "Take it back: ALTER ROLE " + role + " NOSUPERUSER."));
        refuseIf(
                app,
                "SELECT rolbypassrls FROM pg_roles WHERE rolname = current_user",
                new RoleTooMighty(
                        role, "may bypass row level security", "Take it back: ALTER ROLE " + role + " NOBYPASSRLS."));
        actsAsNobodyElse(app, role, owner);
        ownsNothing(app, role, owner);
        SafeSettings.require(app);
    }

    private static void actsAsNobodyElse(Connection app, String role, String owner) throws SQLException {
        var belongs = ask(
                app,
                """
                SELECT COALESCE(min(rolname), '') FROM pg_roles
                 WHERE rolname <> current_user AND pg_has_role(current_user, oid, 'MEMBER')
                   AND (rolsuper OR rolbypassrls OR rolname = ?
                        OR EXISTS (SELECT 1 FROM pg_class
                                    WHERE relowner = pg_roles.oid AND relnamespace = to_regnamespace('counterfoil')))
                """,
                owner);
        if (!belongs.isEmpty()) {
            throw new RoleTooMighty(
                    role, "can act as " + belongs, "Take it back: REVOKE " + belongs + " FROM " + role + ".");
        }
    }

    private static void ownsNothing(Connection app, String role, String owner) throws SQLException {
        var owned = ask(
                app,
                """
                SELECT COALESCE(min(relname), '') FROM pg_class
                 WHERE pg_get_userbyid(relowner) = current_user AND relnamespace = to_regnamespace('counterfoil')
                """,
                "");
        if (!owned.isEmpty() || role.equals(owner)) {
            throw new RoleTooMighty(
                    role,
                    owned.isEmpty() ? "is the owner's role too" : "owns " + owned,
                    "Name two roles, one in COUNTERFOIL_DB_OWNER that owns the schema and one in COUNTERFOIL_DB_APP that"
                            + " owns nothing in it.");
        }
    }

    private static void refuseIf(Connection app, String question, RoleTooMighty refusal) throws SQLException {
        if (ask(app, question, "").equals("t")) {
            throw refusal;
        }
    }

    private static String ask(Connection app, String question, String parameter) throws SQLException {
        try (PreparedStatement statement = app.prepareStatement(question)) {
            if (question.contains("?")) {
                statement.setString(1, parameter);
            }
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }
}
