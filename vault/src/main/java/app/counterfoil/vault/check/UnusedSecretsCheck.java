package app.counterfoil.vault.check;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.check.RecordFlaw.Why;
import app.counterfoil.vault.keys.KeysUnavailable;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.secrets.DatedSecrets;
import app.counterfoil.vault.secrets.Holding;
import app.counterfoil.vault.secrets.SellerSecrets;
import app.counterfoil.vault.secrets.Slot;
import app.counterfoil.vault.secrets.Wrapped;
import app.counterfoil.vault.secrets.WrappedSubject;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Looks at wrapped secrets that no record needs just now: they must unwrap, and none may outlive its day. */
final class UnusedSecretsCheck {

    private static final String SUBJECTS =
            """
            SELECT held.subject_id, held.purpose, held.wrapped AS subject_wrapped, held.group_id,
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
    private final SellerSecrets secrets;
    private final LocalDate today;
    private long looked;

    UnusedSecretsCheck(SellerRows rows, SellerSecrets secrets, LocalDate today) {
        this.rows = rows;
        this.secrets = secrets;
        this.today = today;
    }

    /** Names what is wrong in that part; tells how many secrets were looked at. */
    long of(RecordRange range, Consumer<RecordFlaw> name) {
        var seller = rows.seller();
        var purpose = range.purpose().name();
        rows.stream(
                row -> subject(row, name),
                SUBJECTS,
                seller,
                purpose,
                range.first(),
                range.last(),
                seller,
                purpose,
                range.first(),
                range.last());
        // Days and months belong to no share of the subjects.
        if (range.isFirstOfItsPurpose()) {
            var days = new Dated("secret of the day", range.purpose(), secrets.buckets(), today, name);
            rows.each(days::look, DAYS, seller, purpose);
            // The first day of a month is left a turn for the month before to end in, as every day is.
            var month = today.minusDays(1).withDayOfMonth(1);
            var months = new Dated("search key of the month", range.purpose(), secrets.indexes(), month, name);
            rows.each(months::look, MONTHS, seller, purpose);
        }
        return looked;
    }

    private void subject(ResultSet row, Consumer<RecordFlaw> name) throws SQLException {
        looked++;
        var holding = Holding.in(row);
        var wrapped = WrappedSubject.in(row);
        if (wrapped.isEmpty()) {
            name.accept(flaw(holding, Why.NO_GROUP_KEY));
            return;
        }
        try {
            var unused = secrets.subjects().unwrap(holding, wrapped.get());
        } catch (NotSealedLikeThis damaged) {
            name.accept(flaw(holding, Why.DOES_NOT_OPEN));
        } catch (KeysUnavailable gone) {
            name.accept(flaw(holding, Why.NO_EPOCH_KEY));
        }
    }

    private RecordFlaw flaw(Holding holding, Why why) {
        return new RecordFlaw(
                holding.purpose(), "secret of a data subject", holding.subject().value(), today, why);
    }

    /** Secrets of days or months, of which none may be of one before the first. */
    private final class Dated {

        private final String what;
        private final Purpose purpose;
        private final DatedSecrets dated;
        private final LocalDate first;
        private final Consumer<RecordFlaw> name;

        Dated(String what, Purpose purpose, DatedSecrets dated, LocalDate first, Consumer<RecordFlaw> name) {
            this.what = what;
            this.purpose = purpose;
            this.dated = dated;
            this.first = first;
            this.name = name;
        }

        void look(ResultSet row) throws SQLException {
            looked++;
            var day = Columns.day(row, "day");
            if (day.isBefore(first)) {
                name(day, Why.OUTLIVED_ITS_DAY);
            }
            try {
                var unused = dated.unwrap(new Slot(purpose, day), Wrapped.in(row));
            } catch (NotSealedLikeThis damaged) {
                name(day, Why.DOES_NOT_OPEN);
            } catch (KeysUnavailable gone) {
                name(day, Why.NO_EPOCH_KEY);
            }
        }

        private void name(LocalDate day, Why why) {
            name.accept(new RecordFlaw(purpose, what, rows.seller(), day, why));
        }
    }
}
