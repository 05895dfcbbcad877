package app.counterfoil.bench.adversary;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.seal.Place;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A backup of one seller's part of the database, as an adversary reads it: every wrapped key and every ciphertext.
 *
 * @param groups wrapped group keys
 * @param subjects wrapped subject secrets
 * @param buckets wrapped bucket secrets
 * @param records sealed records
 */
record Snapshot(
        List<WrappedGroup> groups, List<WrappedSubject> subjects, List<WrappedBucket> buckets, List<Sealed> records) {

    record WrappedGroup(UUID group, byte[] wrapped) {}

    record WrappedSubject(UUID subject, Purpose purpose, UUID group, byte[] wrapped) {}

    record WrappedBucket(Purpose purpose, LocalDate day, byte[] wrapped) {}

    record Sealed(Place place, byte[] bytes) {}

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Reads all of it in the seller's transaction, whose isolation makes it one moment. */
    static Snapshot of(UUID seller, Connection transaction) throws SQLException {
        return new Snapshot(
                rows(
                        transaction,
                        "SELECT group_id, wrapped FROM vault_group_key WHERE seller_id = ?",
                        seller,
                        row -> new WrappedGroup(id(row, "group_id"), row.getBytes("wrapped"))),
                rows(
                        transaction,
                        """
                        SELECT subject_id, purpose, group_id, wrapped
                          FROM vault_subject_secret
                         WHERE seller_id = ? AND wrapped IS NOT NULL
                        """,
                        seller,
                        row -> new WrappedSubject(
                                id(row, "subject_id"), purpose(row), id(row, "group_id"), row.getBytes("wrapped"))),
                rows(
                        transaction,
                        """
                        SELECT purpose, expires_on, wrapped
                          FROM vault_bucket_secret
                         WHERE seller_id = ? AND wrapped IS NOT NULL
                        """,
                        seller,
                        row -> new WrappedBucket(purpose(row), day(row), row.getBytes("wrapped"))),
                rows(
                        transaction,
                        """
                        SELECT purpose, kind, record_id, expires_on, version, subject_id, sealed
                          FROM vault_record
                         WHERE seller_id = ?
                        """,
                        seller,
                        row -> new Sealed(
                                new Place(
                                        seller,
                                        new SubjectId(id(row, "subject_id")),
                                        purpose(row),
                                        day(row),
                                        row.getString("kind"),
                                        id(row, "record_id"),
                                        row.getInt("version")),
                                row.getBytes("sealed"))));
    }

    private static <T> List<T> rows(Connection transaction, String sql, UUID seller, Row<T> reader)
            throws SQLException {
        var read = new ArrayList<T>();
        try (var statement = transaction.prepareStatement(sql)) {
            statement.setObject(1, seller);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    read.add(reader.read(row));
                }
            }
        }
        return read;
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Purpose purpose(ResultSet row) throws SQLException {
        return Purpose.valueOf(row.getString("purpose"));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("expires_on", LocalDate.class);
    }
}
