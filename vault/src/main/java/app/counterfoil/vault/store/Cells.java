package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.KeysUnavailable;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Place;
import app.counterfoil.vault.seal.RecordSeal;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import app.counterfoil.vault.store.CellFlaw.Why;
import app.counterfoil.vault.store.DatedSecrets.Slot;
import app.counterfoil.vault.store.SubjectSecrets.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Looks at every sealed record of a part: it opens, or the end of its secret is written; if neither, it is named. Nothing
 * that was opened leaves this class, and nobody is shown anything, so nothing is journalled: what is asked is whether the
 * bytes are whole.
 */
final class Cells {

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
    private final SubjectSecrets subjects;
    private final DatedSecrets buckets;
    private final LocalDate today;
    private final Map<UUID, Wrapping> groups = new HashMap<>();
    private final Map<LocalDate, Secret> days = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();
    private final List<CellFlaw> flaws = new ArrayList<>();
    private long opened;
    private long ended;
    private long wrong;

    Cells(SellerRows rows, SubjectSecrets subjects, DatedSecrets buckets, LocalDate today) {
        this.rows = rows;
        this.subjects = subjects;
        this.buckets = buckets;
        this.today = today;
    }

    CellCheck check(CellRange range, LooseSecrets loose) {
        var seller = rows.seller();
        var purpose = range.purpose().name();
        rows.rows(row -> row.getString(1), PLANNED_FOR_ALL);
        rows.stream(
                row -> look(range.purpose(), row),
                RECORDS,
                seller,
                purpose,
                range.from(),
                range.to(),
                seller,
                seller,
                purpose,
                seller,
                purpose,
                range.from(),
                range.to());
        var secrets = loose.check(range, this::name);
        return new CellCheck(opened, ended, secrets, Set.copyOf(kinds), wrong, List.copyOf(flaws));
    }

    private void look(Purpose purpose, ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        kinds.add(kind);
        var place = new Place(
                rows.seller(),
                new SubjectId(SellerRows.id(row, "subject_id")),
                purpose,
                SellerRows.day(row, "expires_on"),
                kind,
                SellerRows.id(row, "record_id"),
                row.getInt("version"));
        if (!row.getBoolean("held")) {
            name(place, Why.NO_SUBJECT_SECRET);
            return;
        }
        if (!row.getBoolean("bucketed")) {
            name(place, Why.NO_DAY_SECRET);
            return;
        }
        var subject = row.getBytes("subject_wrapped");
        var bucket = row.getBytes("bucket_wrapped");
        if (subject == null || bucket == null) {
            ended++;
            return;
        }
        open(place, row, subject, bucket);
    }

    private void open(Place place, ResultSet row, byte[] subject, byte[] bucket) throws SQLException {
        var group = SellerRows.id(row, "group_id");
        try {
            var groupKey = groups.get(group);
            if (groupKey == null) {
                var wrapped = row.getBytes("group_wrapped");
                if (wrapped == null) {
                    name(place, Why.NO_GROUP_KEY);
                    return;
                }
                groupKey = subjects.groupKey(group, row.getInt("group_epoch"), wrapped);
                groups.put(group, groupKey);
            }
            var day = days.get(place.endsOn());
            if (day == null) {
                day = buckets.unwrap(new Slot(place.purpose(), place.endsOn()), row.getInt("bucket_epoch"), bucket);
                days.put(place.endsOn(), day);
            }
            var secret = subjects.unwrap(new Holding(place.subject(), place.purpose()), group, subject, groupKey);
            var unused = RecordSeal.open(place, secret, day, row.getBytes("sealed"));
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
        name(new CellFlaw(place.purpose(), place.kind(), place.id(), place.endsOn(), why));
    }

    private void name(CellFlaw flaw) {
        wrong++;
        if (flaws.size() < MOST_NAMED) {
            flaws.add(flaw);
        }
    }
}
