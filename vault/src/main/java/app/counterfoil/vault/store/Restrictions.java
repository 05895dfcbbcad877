package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.sql.Array;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose data is kept but not used (Art 18). From the restriction on the vault opens it for none of the purposes it is restricted for but those of
 * {@link Purpose#opensWhileRestricted()}, whoever asks. It does not keep data from ending on its
 * day. What the person asks for themselves is opened all the same, see {@link OwnRequest}.
 */
public final class Restrictions {

    private static final String RESTRICT =
            """
            INSERT INTO vault_restriction AS held (seller_id, subject_id, since, rule, purposes)
            SELECT ?, fresh.subject_id, ?, ?, string_to_array(fresh.purposes, ',')
              FROM unnest(?::uuid[], ?::text[]) AS fresh (subject_id, purposes)
            ON CONFLICT (seller_id, subject_id) DO UPDATE
               SET purposes = ARRAY(SELECT DISTINCT unnest(held.purposes || EXCLUDED.purposes) ORDER BY 1)
            """;
    private static final String LIFT =
            """
            UPDATE vault_restriction held
               SET purposes = ARRAY(SELECT unnest(held.purposes)
                                    EXCEPT SELECT unnest(string_to_array(lifted.purposes, ',')) ORDER BY 1)
              FROM unnest(?::uuid[], ?::text[]) AS lifted (subject_id, purposes)
             WHERE held.seller_id = ? AND held.subject_id = lifted.subject_id
            """;
    private static final String FORGET_LIFTED =
            "DELETE FROM vault_restriction WHERE seller_id = ? AND subject_id = ANY (?) AND purposes = '{}'";
    private static final String OF =
            "SELECT subject_id, purposes FROM vault_restriction WHERE seller_id = ? AND subject_id = ANY (?)";
    private static final String ENDING =
            """
            SELECT record.subject_id
              FROM vault_restriction restriction
              JOIN vault_record record
                ON record.seller_id = restriction.seller_id AND record.subject_id = restriction.subject_id
               AND record.purpose = ANY (restriction.purposes)
             WHERE restriction.seller_id = ? AND record.seller_id = ? AND record.expires_on BETWEEN ? AND ?
             GROUP BY record.subject_id
             ORDER BY min(record.expires_on), record.subject_id
             LIMIT 200
            """;

    private static final Set<Purpose> EVERYTHING = EnumSet.allOf(Purpose.class);

    private final SellerRows rows;
    private final Clock clock;

    Restrictions(SellerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Restricts all of a subject's data from now on, by a rule's code; does nothing if it is restricted already. */
    public void restrict(SubjectId subject, String rule) {
        restrict(Map.of(subject, EVERYTHING), rule);
    }

    /** Restricts from now on what is held on subjects for these purposes, beside what is restricted already. */
    public void restrict(Map<SubjectId, Set<Purpose>> subjects, String rule) {
        rows.change(RESTRICT, rows.seller(), LocalDate.now(clock), rule, ids(subjects), purposes(subjects));
    }

    /** Lifts the restriction of a subject; the person is told before. */
    public void lift(SubjectId subject) {
        lift(Map.of(subject, EVERYTHING));
    }

    /** Lifts the restriction of what is held on subjects for these purposes; what else is restricted stays so. */
    public void lift(Map<SubjectId, Set<Purpose>> subjects) {
        rows.change(LIFT, ids(subjects), purposes(subjects), rows.seller());
        rows.change(FORGET_LIFTED, rows.seller(), ids(subjects));
    }

    /** Those of these subjects of whom something is restricted, each with the purposes it is held for. */
    public Map<SubjectId, Set<Purpose>> of(Collection<SubjectId> subjects) {
        var found = new HashMap<SubjectId, Set<Purpose>>();
        rows.each(
                row -> found.put(
                        Columns.subject(row),
                        Stream.of((String[]) row.getArray("purposes").getArray())
                                .map(Purpose::valueOf)
                                .collect(Collectors.toSet())),
                OF,
                rows.seller(),
                rows.array("uuid", subjects, SubjectId::value));
        return found;
    }

    private Array ids(Map<SubjectId, Set<Purpose>> subjects) {
        return rows.array("uuid", subjects.keySet(), SubjectId::value);
    }

    private Array purposes(Map<SubjectId, Set<Purpose>> subjects) {
        return rows.array(
                "text",
                subjects.values(),
                each -> each.stream().map(Purpose::name).sorted().collect(Collectors.joining(",")));
    }

    /** Whose data is restricted and ends from tomorrow up to that day all the same; at most 200, the next first. */
    public List<SubjectId> endingUntil(LocalDate last) {
        return rows.rows(
                Columns::subject,
                ENDING,
                rows.seller(),
                rows.seller(),
                LocalDate.now(clock).plusDays(1),
                last);
    }
}
