package app.counterfoil.vault.store;

import app.counterfoil.vault.PartitionStep;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.seal.Place;
import app.counterfoil.vault.secrets.Slot;
import app.counterfoil.vault.secrets.Wrapped;
import app.counterfoil.vault.secrets.WrappedSubject;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sealed rows: writing, reading, finding and removing them. */
final class Records {

    /** A record that has been sealed and is ready to be stored. */
    record SealedRow(Place place, byte[] sealed, long[] tokens) {}

    /** A stored record with its still wrapped secrets, or only what is known of its subject. */
    record StoredRow(
            UUID id,
            Optional<StoredSeal> seal,
            Optional<LocalDate> forgottenOn,
            @Nullable String forgottenRule,
            boolean restricted) {}

    /** The bytes of a stored record and the secrets they are under, as far as these still exist. */
    record StoredSeal(Place place, byte[] sealed, Optional<WrappedSubject> subject, Optional<Wrapped> bucket) {}

    /**
     * What has ended is removed when its day turns, so nothing older than this is looked for: reading costs the same
     * however many years an installation has run.
     */
    private static final int DAYS_LOOKED_BACK = 31;

    private static final String ADD =
            """
            INSERT INTO vault_record
                   (seller_id, purpose, kind, record_id, expires_on, version, subject_id, sealed, tokens)
            SELECT ?, fresh.purpose, fresh.kind, fresh.record_id, fresh.expires_on, fresh.version, fresh.subject_id,
                   fresh.sealed, fresh.tokens::bigint[]
              FROM unnest(?::text[], ?::text[], ?::uuid[], ?::date[], ?::int[], ?::uuid[], ?::bytea[], ?::text[])
                   AS fresh (purpose, kind, record_id, expires_on, version, subject_id, sealed, tokens)
            """;
    /** What is many first, then what is few: in one go the database may read all that is few anew for each record. */
    private static final String READ =
            """
            WITH stored AS MATERIALIZED (
                SELECT asked.record_id, asked.subject_id, record.version, record.expires_on, record.sealed,
                       record.subject_id AS sealed_subject,
                       held.group_id, held.wrapped AS subject_wrapped, held.destroyed_on, held.rule
                  FROM unnest(?::uuid[], ?::uuid[]) AS asked (record_id, subject_id)
                  LEFT JOIN LATERAL (
                       SELECT *
                         FROM vault_record
                        WHERE seller_id = ? AND purpose = ? AND kind = ? AND record_id = asked.record_id
                          AND expires_on > ?
                       OFFSET 0) AS record ON true
                  LEFT JOIN LATERAL (
                       SELECT *
                         FROM vault_subject_secret
                        WHERE seller_id = ? AND subject_id = asked.subject_id AND purpose = ?
                        LIMIT 1) AS held ON true)
            SELECT stored.*,
                   grouped.epoch AS group_epoch, grouped.wrapped AS group_wrapped,
                   bucket.epoch AS bucket_epoch, bucket.wrapped AS bucket_wrapped,
                   restriction.subject_id IS NOT NULL AS restricted
              FROM stored
              LEFT JOIN vault_group_key grouped
                ON grouped.seller_id = ? AND grouped.group_id = stored.group_id
              LEFT JOIN vault_bucket_secret bucket
                ON bucket.seller_id = ? AND bucket.purpose = ? AND bucket.expires_on = stored.expires_on
              LEFT JOIN vault_restriction restriction
                ON restriction.seller_id = ? AND restriction.subject_id = stored.subject_id
               AND ? = ANY (restriction.purposes)
            """;

    private static final String STORED_ALREADY =
            """
            SELECT asked.record_id
              FROM unnest(?::uuid[]) AS asked (record_id)
             CROSS JOIN LATERAL (
                   SELECT 1
                     FROM vault_record
                    WHERE seller_id = ? AND purpose = ? AND kind = ? AND record_id = asked.record_id
                      AND expires_on > ?
                    LIMIT 1) AS stored
             LIMIT 1
            """;
    private static final String ENDS =
            """
            SELECT record_id, expires_on
              FROM vault_record
             WHERE seller_id = ? AND purpose = ? AND kind = ? AND record_id = ANY (?) AND expires_on > ?
            """;
    private static final String FATES =
            """
            SELECT record.record_id, record.subject_id,
                   CASE WHEN held.wrapped IS NULL THEN 'FORGOTTEN'
                        WHEN bucket.wrapped IS NULL OR record.expires_on <= ? THEN 'ENDED'
                        ELSE 'READABLE' END AS state
              FROM vault_record record
              LEFT JOIN vault_subject_secret held
                ON held.seller_id = record.seller_id AND held.subject_id = record.subject_id
               AND held.purpose = record.purpose
              LEFT JOIN vault_bucket_secret bucket
                ON bucket.seller_id = record.seller_id AND bucket.purpose = record.purpose
               AND bucket.expires_on = record.expires_on
             WHERE record.seller_id = ? AND record.purpose = ? AND record.kind = ? AND record.record_id = ANY (?)
            """;
    private static final String REMOVE =
            """
            DELETE FROM vault_record
             WHERE seller_id = ? AND purpose = ? AND kind = ? AND record_id = ANY (?) AND expires_on > ?
            """;
    /** A month of a purpose by itself, so that the database knows the piece and how rare the tokens are before it begins. */
    private static final String FIND_IN_MONTH =
            """
            (SELECT purpose, kind, record_id, subject_id, expires_on
               FROM vault_record
              WHERE seller_id = ? AND purpose = ? AND tokens @> ?::bigint[] AND expires_on >= ? AND expires_on < ?
              ORDER BY expires_on, record_id
              LIMIT ?)
            """;

    private static final String FIND =
            """
            SELECT purpose, kind, record_id, subject_id
              FROM (MONTHS) AS hit
             ORDER BY expires_on, record_id, purpose, kind
             LIMIT ?
            """;

    private static final String FIND_ANY_IN_MONTH =
            """
            SELECT purpose, kind, record_id, subject_id, tokens
              FROM vault_record
             WHERE seller_id = ? AND purpose = ? AND tokens && ?::bigint[] AND expires_on >= ? AND expires_on < ?
             ORDER BY expires_on, record_id
             LIMIT ?
            """;

    private final SellerRows rows;
    private final Clock clock;

    Records(SellerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void add(List<SealedRow> fresh) {
        rows.change(
                ADD,
                rows.seller(),
                rows.array("text", fresh, row -> row.place().purpose().name()),
                rows.array("text", fresh, row -> row.place().kind()),
                rows.array("uuid", fresh, row -> row.place().id()),
                rows.array("date", fresh, row -> row.place().endsOn()),
                rows.array("int", fresh, row -> row.place().version()),
                rows.array("uuid", fresh, row -> row.place().subject().value()),
                rows.byteArrays(fresh.stream().map(SealedRow::sealed).toList()),
                rows.array("text", fresh, row -> arrayLiteral(row.tokens())));
    }

    List<StoredRow> read(RecordKind<?> kind, Collection<RecordRef> refs) {
        var purpose = kind.purpose().name();
        return rows.rows(
                row -> stored(kind, row),
                READ,
                rows.array("uuid", refs, RecordRef::id),
                rows.array("uuid", refs, ref -> ref.subject().value()),
                rows.seller(),
                purpose,
                kind.name(),
                lookedBackTo(),
                rows.seller(),
                purpose,
                rows.seller(),
                rows.seller(),
                purpose,
                rows.seller(),
                purpose);
    }

    /** Removes records, whatever their day, and tells how many rows that were. */
    int remove(RecordKind<?> kind, Collection<UUID> ids) {
        return rows.change(
                REMOVE, rows.seller(), kind.purpose().name(), kind.name(), rows.array("uuid", ids), lookedBackTo());
    }

    /** First day on which living records cannot be opened. */
    Map<UUID, LocalDate> endsOf(RecordKind<?> kind, Collection<UUID> ids, LocalDate today) {
        var ends = new HashMap<UUID, LocalDate>();
        rows.rows(
                row -> ends.put(Columns.id(row, "record_id"), Columns.day(row, "expires_on")),
                ENDS,
                rows.seller(),
                kind.purpose().name(),
                kind.name(),
                rows.array("uuid", ids),
                today);
        return Map.copyOf(ends);
    }

    /** What has become of these records, by their id; those without a row are missing. */
    Map<UUID, Fate> fatesOf(RecordKind<?> kind, Collection<UUID> ids, LocalDate today) {
        var fates = new HashMap<UUID, Fate>();
        rows.each(
                row -> fates.put(
                        Columns.id(row, "record_id"),
                        new Fate(Columns.subject(row), Fate.State.valueOf(row.getString("state")))),
                FATES,
                today,
                rows.seller(),
                kind.purpose().name(),
                kind.name(),
                rows.array("uuid", ids));
        return Map.copyOf(fates);
    }

    /** One of these records that is stored already, on whatever day it ends. */
    Optional<UUID> storedAlready(Purpose purpose, String kind, Collection<UUID> ids) {
        return rows
                .rows(
                        row -> Columns.id(row, "record_id"),
                        STORED_ALREADY,
                        rows.array("uuid", ids),
                        rows.seller(),
                        purpose.name(),
                        kind,
                        lookedBackTo())
                .stream()
                .findFirst();
    }

    /** Living records that carry all tokens of one of these months, those that end soonest first. */
    List<Found> find(Map<Slot, long[]> months, LocalDate today, int limit) {
        if (months.isEmpty()) {
            return List.of();
        }
        var tomorrow = today.plusDays(1);
        var parameters = new ArrayList<Object>();
        months.forEach((month, tokens) -> parameters.addAll(List.of(
                rows.seller(),
                month.purpose().name(),
                arrayLiteral(tokens),
                month.day().isBefore(tomorrow) ? tomorrow : month.day(),
                PartitionStep.MONTH.next(month.day()),
                limit)));
        parameters.add(limit);
        rows.planByValues();
        return rows.rows(
                row -> new Found(
                        Columns.purpose(row),
                        row.getString("kind"),
                        Columns.id(row, "record_id"),
                        Columns.subject(row)),
                FIND.replace("MONTHS", String.join(" UNION ALL ", Collections.nCopies(months.size(), FIND_IN_MONTH))),
                parameters.toArray());
    }

    /** Living records by each of many terms, month by month; at most so many in a month. */
    Map<Term, Set<Found>> findAny(Map<Slot, Map<Long, Term>> months, LocalDate today, int limit) {
        var found = new HashMap<Term, Set<Found>>();
        var tomorrow = today.plusDays(1);
        rows.planByValues();
        months.forEach((month, behind) -> rows.each(
                row -> note(found, behind, row),
                FIND_ANY_IN_MONTH,
                rows.seller(),
                month.purpose().name(),
                arrayLiteral(behind.keySet().stream().mapToLong(Long::longValue).toArray()),
                month.day().isBefore(tomorrow) ? tomorrow : month.day(),
                PartitionStep.MONTH.next(month.day()),
                limit));
        return found;
    }

    private static void note(Map<Term, Set<Found>> found, Map<Long, Term> behind, ResultSet row) throws SQLException {
        var hit = new Found(
                Columns.purpose(row), row.getString("kind"), Columns.id(row, "record_id"), Columns.subject(row));
        for (var token : (Long[]) row.getArray("tokens").getArray()) {
            var term = behind.get(token);
            if (term != null) {
                found.computeIfAbsent(term, each -> new LinkedHashSet<>()).add(hit);
            }
        }
    }

    private LocalDate lookedBackTo() {
        return LocalDate.now(clock).minusDays(DAYS_LOOKED_BACK);
    }

    private StoredRow stored(RecordKind<?> kind, ResultSet row) throws SQLException {
        var id = Columns.id(row, "record_id");
        var sealed = row.getBytes("sealed");
        var seal = sealed == null ? Optional.<StoredSeal>empty() : Optional.of(seal(kind, id, sealed, row));
        return new StoredRow(
                id, seal, Columns.dayIfAny(row, "destroyed_on"), row.getString("rule"), row.getBoolean("restricted"));
    }

    private StoredSeal seal(RecordKind<?> kind, UUID id, byte[] sealed, ResultSet row) throws SQLException {
        var place = new Place(
                rows.seller(),
                new SubjectId(Columns.id(row, "sealed_subject")),
                kind.purpose(),
                Columns.day(row, "expires_on"),
                kind.name(),
                id,
                row.getInt("version"));
        return new StoredSeal(place, sealed, WrappedSubject.in(row), Wrapped.in(row, "bucket"));
    }

    private static String arrayLiteral(long[] tokens) {
        var text = new StringBuilder(tokens.length * 21 + 2).append('{');
        for (int i = 0; i < tokens.length; i++) {
            text.append(i == 0 ? "" : ",").append(tokens[i]);
        }
        return text.append('}').toString();
    }
}
