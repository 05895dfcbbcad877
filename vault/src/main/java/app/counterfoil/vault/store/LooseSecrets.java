package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.KeysUnavailable;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Wrapping;
import app.counterfoil.vault.store.CellFlaw.Why;
import app.counterfoil.vault.store.DatedSecrets.Slot;
import app.counterfoil.vault.store.SubjectSecrets.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Looks at wrapped secrets that no record needs just now: they must unwrap, and none may outlive its day. */
final class LooseSecrets {

    private static final String SUBJECTS =
            """
            SELECT held.subject_id, held.wrapped, held.group_id,
                   grouped.epoch AS group_epoch, grouped.wrapped AS group_wrapped
              FROM vault_subject_secret held
              LEFT JOIN vault_group_key grouped
                ON grouped.seller_id = held.seller_id AND grouped.group_id = held.group_id
             WHERE held.seller_id = ? AND held.purpose = ? AND held.subject_id BETWEEN ? AND ?
               AND held.wrapped IS NOT NULL
               AND NOT EXISTS (
                   SELECT 1
                     FROM vault_record record
                    WHERE record.seller_id = ? AND record.purpose = ? AND record.subject_id BETWEEN ? AND ?
                      AND record.subject_id = held.subject_id)
            """;
    private static final String DAYS =
            """
            SELECT expires_on AS day, epoch, wrapped
              FROM vault_bucket_secret
             WHERE seller_id = ? AND purpose = ? AND wrapped IS NOT NULL
            """;
    private static final String MONTHS =
            """
            SELECT month AS day, epoch, wrapped
              FROM vault_index_key
             WHERE seller_id = ? AND purpose = ?
            """;

    private final SellerRows rows;
    private final SubjectSecrets subjects;
    private final DatedSecrets buckets;
    private final DatedSecrets indexes;
    private final LocalDate today;
    private final Map<UUID, Wrapping> groups = new HashMap<>();
    private long looked;

    LooseSecrets(
            SellerRows rows, SubjectSecrets subjects, DatedSecrets buckets, DatedSecrets indexes, LocalDate today) {
        this.rows = rows;
        this.subjects = subjects;
        this.buckets = buckets;
        this.indexes = indexes;
        this.today = today;
    }

    long check(CellRange range, Consumer<CellFlaw> name) {
        var seller = rows.seller();
        var purpose = range.purpose();
        rows.stream(
                row -> subject(purpose, row, name),
                SUBJECTS,
                seller,
                purpose.name(),
                range.from(),
                range.to(),
                seller,
                purpose.name(),
                range.from(),
                range.to());
        // Days and months belong to no half of the subjects; the lower one has them looked at. The first day of a month
        // is
        // left a turn for the month before to end in, as every day is.
        if (!range.upper()) {
            var month = today.minusDays(1).withDayOfMonth(1);
            rows.each(
                    row -> dated(purpose, "secret of the day", buckets, today, row, name),
                    DAYS,
                    seller,
                    purpose.name());
            rows.each(
                    row -> dated(purpose, "search key of the month", indexes, month, row, name),
                    MONTHS,
                    seller,
                    purpose.name());
        }
        return looked;
    }

    private void subject(Purpose purpose, ResultSet row, Consumer<CellFlaw> name) throws SQLException {
        looked++;
        var subject = new SubjectId(SellerRows.id(row, "subject_id"));
        var group = SellerRows.id(row, "group_id");
        var groupWrapped = row.getBytes("group_wrapped");
        try {
            var key = groups.get(group);
            if (key == null) {
                if (groupWrapped == null) {
                    name.accept(subjectFlaw(purpose, subject, Why.NO_GROUP_KEY));
                    return;
                }
                key = subjects.groupKey(group, row.getInt("group_epoch"), groupWrapped);
                groups.put(group, key);
            }
            var unused = subjects.unwrap(new Holding(subject, purpose), group, row.getBytes("wrapped"), key);
        } catch (NotSealedLikeThis damaged) {
            name.accept(subjectFlaw(purpose, subject, Why.DOES_NOT_OPEN));
        } catch (KeysUnavailable gone) {
            name.accept(subjectFlaw(purpose, subject, Why.NO_EPOCH_KEY));
        }
    }

    private void dated(
            Purpose purpose, String what, DatedSecrets secrets, LocalDate first, ResultSet row, Consumer<CellFlaw> name)
            throws SQLException {
        looked++;
        var day = SellerRows.day(row, "day");
        if (day.isBefore(first)) {
            name.accept(new CellFlaw(purpose, what, rows.seller(), day, Why.OUTLIVED_ITS_DAY));
        }
        try {
            var unused = secrets.unwrap(new Slot(purpose, day), row.getInt("epoch"), row.getBytes("wrapped"));
        } catch (NotSealedLikeThis damaged) {
            name.accept(new CellFlaw(purpose, what, rows.seller(), day, Why.DOES_NOT_OPEN));
        } catch (KeysUnavailable gone) {
            name.accept(new CellFlaw(purpose, what, rows.seller(), day, Why.NO_EPOCH_KEY));
        }
    }

    private CellFlaw subjectFlaw(Purpose purpose, SubjectId subject, Why why) {
        return new CellFlaw(purpose, "secret of a data subject", subject.value(), today, why);
    }
}
