package app.counterfoil.vault.journal;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Transaction numbers: unsigned 64 bit in the database, which the driver only knows as text. */
final class Xact {

    private Xact() {}

    static long read(ResultSet row, String column) throws SQLException {
        return Long.parseUnsignedLong(row.getString(column));
    }

    static String text(long number) {
        return Long.toUnsignedString(number);
    }
}
