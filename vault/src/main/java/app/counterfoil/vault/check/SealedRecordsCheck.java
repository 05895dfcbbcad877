package app.counterfoil.vault.check;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.check.RecordFlaw.Why;
import app.counterfoil.vault.keys.KeysUnavailable;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Place;
import app.counterfoil.vault.secrets.SellerSecrets;
import app.counterfoil.vault.secrets.Unsealing;
import app.counterfoil.vault.secrets.Wrapped;
import app.counterfoil.vault.secrets.WrappedSubject;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at every sealed record of a part: it opens, or the end of its secret is written; if neither, it is named. Nothing
 * that was opened leaves this class, and nobody is shown anything, so nothing is journalled: what is asked is whether the
 * bytes are whole.
 */
final class SealedRecordsCheck {

    /** One statement, so that a record and its secrets are of one moment while the hub seals, forgets and re-wraps. */
    private static final String RECORDS =
            """
            SELECT record.kind, record.record_id, record.expires_on, record.version, record.subject_id, record.sealed,
                   held.subject_id IS NOT NULL AS held, held.group_id, held.wrapped AS subject_wrapped,
                   grouped.epoch AS group_epoch, grouped.wrapped AS group_wrapped,
                   bucket.expires_on IS NOT NULL AS bucketed, bucket.epoch AS bucket_epoch,
                   bucket.wrapped AS bucket_wrapped
              FROM vault_record record
              LEFT JOIN vault_subject_secret held
                ON held.seller_id = ? AND held.purpose = ? AND held.subject_id BETWEEN ? AND ?
               AND held.subject_id = record.subject_id
              LEFT JOIN vault_group_key grouped
                ON grouped.seller_id = ? AND grouped.group_id = held.group_id
              LEFT JOIN vault_bucket_secret bucket
                ON bucket.seller_id = ? AND bucket.purpose = ? AND bucket.expires_on = record.expires_on
             WHERE record.seller_id = ? AND record.purpose = ? AND record.subject_id BETWEEN ? AND ?
            """;
    /**
     * Else the planner prefers what gives the first row soonest; and on tables that have grown since they were last
     * analysed it looks up every record's secrets by themselves, which took forty times as long.
     */
    private static final String PLANNED_FOR_ALL =
            """
            SELECT set_config('cursor_tuple_fraction', '1', true), set_config('work_mem', '128MB', true),
                   set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)
            """;

    private static final int MOST_NAMED = 1_000;

    private final SellerRows rows;
    private final SellerSecrets secrets;
    private final Unsealing unsealing;
    private final LocalDate today;
    private final Set<String> kinds = new HashSet<>();
    private final List<RecordFlaw> flaws = new ArrayList<>();
    private long opened;
    private long ended;
    private long wrong;

    SealedRecordsCheck(SellerRows rows, SellerSecrets secrets, LocalDate today) {
        this.rows = rows;
        this.secrets = secrets;
        this.unsealing = secrets.unsealing();
        this.today = today;
    }

    RecordCheck of(RecordRange range) {
        var seller = rows.seller();
        var purpose = range.purpose().name();
        rows.rows(row -> row.getString(1), PLANNED_FOR_ALL);
        rows.stream(
                row -> look(range.purpose(), row),
                RECORDS,
                seller,
                purpose,
                range.first(),
                range.last(),
                seller,
                seller,
                purpose,
                seller,
                purpose,
                range.first(),
                range.last());
        var unused = new UnusedSecretsCheck(rows, secrets, today).of(range, this::name);
        return new RecordCheck(opened, ended, unused, Set.copyOf(kinds), wrong, List.copyOf(flaws));
    }

    private void look(Purpose purpose, ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        kinds.add(kind);
        var place = new Place(
                rows.seller(),
                Columns.subject(row),
                purpose,
                Columns.day(row, "expires_on"),
                kind,
                Columns.id(row, "record_id"),
                row.getInt("version"));
        var bucket = Wrapped.in(row, "bucket");
        if (!row.getBoolean("held")) {
            name(place, Why.NO_SUBJECT_SECRET);
        } else if (!row.getBoolean("bucketed")) {
            name(place, Why.NO_DAY_SECRET);
        } else if (row.getBytes("subject_wrapped") == null || bucket.isEmpty()) {
            ended++;
        } else {
            var subject = WrappedSubject.in(row);
            if (subject.isPresent()) {
                open(place, row.getBytes("sealed"), subject.get(), bucket.get());
            } else {
                name(place, Why.NO_GROUP_KEY);
            }
        }
    }

    private void open(Place place, byte[] sealed, WrappedSubject subject, Wrapped bucket) {
        try {
            var unused = unsealing.open(place, sealed, subject, bucket);
            count(place);
        } catch (NotSealedLikeThis damaged) {
            name(place, Why.DOES_NOT_OPEN);
        } catch (KeysUnavailable gone) {
            name(place, Why.NO_EPOCH_KEY);
        }
    }

    /** The day itself is left a turn to end in; opening is refused from its first moment on all the same. */
    private void count(Place place) {
        if (place.endsOn().isBefore(today)) {
            name(place, Why.OUTLIVED_ITS_DAY);
        } else {
            opened++;
        }
    }

    private void name(Place place, Why why) {
        name(new RecordFlaw(place.purpose(), place.kind(), place.id(), place.endsOn(), why));
    }

    private void name(RecordFlaw flaw) {
        wrong++;
        if (flaws.size() < MOST_NAMED) {
            flaws.add(flaw);
        }
    }
}
