package app.counterfoil.vault.check;

import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.secrets.SellerSecrets;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Looks at the sealed records of a seller, for whoever compares them with books of his own. Nothing is shown to anybody,
 * and nothing leaves the vault but counts and ids, so it is no opening and stands in no journal.
 */
public final class Checks {

    private static final int PAGE = 5_000;
    /** Below this, planning a part takes longer than looking at it. */
    private static final int WORTH_PARTING = 20_000;

    private static final String SECRETS =
            "SELECT count(*) FROM (SELECT FROM vault_subject_secret WHERE seller_id = ? LIMIT ?) held";

    private static final String ALL =
            """
            SELECT record_id
              FROM vault_record
             WHERE seller_id = ? AND purpose = ? AND kind = ?
            """;
    /** The day is told with each id, so that each is looked for in one partition. */
    private static final String NOT_ON_THEIR_DAY =
            """
            SELECT asked.record_id
              FROM unnest(?::uuid[], ?::date[]) AS asked (record_id, day)
              LEFT JOIN LATERAL (
                   SELECT true AS there
                     FROM vault_record
                    WHERE seller_id = ? AND purpose = ? AND kind = ? AND record_id = asked.record_id
                      AND expires_on = asked.day
                    LIMIT 1) AS found ON true
             WHERE found.there IS NULL
            """;

    private static final String LIVING =
            """
            SELECT record_id
              FROM vault_record
             WHERE seller_id = ? AND purpose = ? AND kind = ? AND record_id = ANY (?) AND expires_on > ?
            """;

    private final SellerRows rows;
    private final SellerSecrets secrets;
    private final Clock clock;

    /** Looks at the records of the seller of these rows. */
    public Checks(SellerRows rows, SellerSecrets secrets, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The parts which together hold every record of the seller once. */
    public List<RecordRange> ranges() {
        var secrets = rows.rows(row -> row.getLong(1), SECRETS, rows.seller(), WORTH_PARTING);
        return secrets.get(0) < WORTH_PARTING ? RecordRange.ofAll() : RecordRange.ofHalves();
    }

    /**
     * Looks at a part of the sealed records, and at the secrets that none of them needs: each record opens, or the end of
     * its secret is written, else it is named.
     */
    public RecordCheck sealedRecords(RecordRange range) {
        return new SealedRecordsCheck(rows, secrets, today()).of(range);
    }

    /** Goes through the ids of all records of a kind, page by page. */
    public void eachId(RecordKind<?> kind, Consumer<List<UUID>> visitor) {
        var page = new ArrayList<UUID>(PAGE);
        rows.stream(
                row -> {
                    page.add(Columns.id(row, "record_id"));
                    if (page.size() == PAGE) {
                        visitor.accept(List.copyOf(page));
                        page.clear();
                    }
                },
                ALL,
                rows.seller(),
                kind.purpose().name(),
                kind.name());
        if (!page.isEmpty()) {
            visitor.accept(List.copyOf(page));
        }
    }

    /** Those of these records that are not there, neither on the day each is expected to end on nor on another to come. */
    public Set<UUID> absent(RecordKind<?> kind, Map<UUID, LocalDate> expected) {
        var ids = List.copyOf(expected.keySet());
        var absent = new HashSet<>(ids(
                NOT_ON_THEIR_DAY,
                rows.array("uuid", ids),
                rows.array("date", ids, id -> expected.getOrDefault(id, today())),
                rows.seller(),
                kind.purpose().name(),
                kind.name()));
        if (!absent.isEmpty()) {
            ids(LIVING, rows.seller(), kind.purpose().name(), kind.name(), rows.array("uuid", absent), today())
                    .forEach(absent::remove);
        }
        return absent;
    }

    private List<UUID> ids(String sql, Object... parameters) {
        return rows.rows(row -> Columns.id(row, "record_id"), sql, parameters);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
