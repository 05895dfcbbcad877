package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Which records there are, by their ids alone: for whoever compares them with books of his own. */
final class RecordIds {

    private static final int PAGE = 5_000;

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

    private static final String FORGOTTEN =
            """
            SELECT held.subject_id
              FROM unnest(?::uuid[]) AS asked (subject_id)
              JOIN vault_subject_secret held
                ON held.seller_id = ? AND held.subject_id = asked.subject_id AND held.purpose = ?
             WHERE held.wrapped IS NULL
            """;

    private final SellerRows rows;
    private final Records records;
    private final LocalDate today;

    RecordIds(SellerRows rows, Records records, LocalDate today) {
        this.rows = rows;
        this.records = records;
        this.today = today;
    }

    void pages(RecordKind<?> kind, Consumer<List<UUID>> visitor) {
        var page = new ArrayList<UUID>(PAGE);
        rows.stream(
                row -> {
                    page.add(SellerRows.id(row, "record_id"));
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

    Set<UUID> absent(RecordKind<?> kind, Map<UUID, LocalDate> expected) {
        var ids = List.copyOf(expected.keySet());
        var elsewhere = new HashSet<>(rows.rows(
                row -> SellerRows.id(row, "record_id"),
                NOT_ON_THEIR_DAY,
                rows.array("uuid", ids),
                rows.array(
                        "date",
                        ids.stream().map(id -> expected.getOrDefault(id, today)).toList()),
                rows.seller(),
                kind.purpose().name(),
                kind.name()));
        if (!elsewhere.isEmpty()) {
            elsewhere.removeAll(records.endsOf(kind, elsewhere, today).keySet());
        }
        return elsewhere;
    }

    Set<SubjectId> forgotten(Purpose purpose, Collection<SubjectId> subjects) {
        return new HashSet<>(rows.rows(
                row -> new SubjectId(SellerRows.id(row, "subject_id")),
                FORGOTTEN,
                rows.array("uuid", subjects.stream().map(SubjectId::value).toList()),
                rows.seller(),
                purpose.name()));
    }
}
