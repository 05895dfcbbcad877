package app.counterfoil.vault.store;

import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose data is kept but not used (Art 18). From the restriction on the vault opens it for no purpose but those of
 * {@link app.counterfoil.vault.Purpose#opensWhileRestricted()}, whoever asks. It does not keep data from ending on its
 * day. What the person asks for themselves is opened all the same, see {@link OwnRequest}.
 */
public final class Restrictions {

    private static final String RESTRICT =
            """
            INSERT INTO vault_restriction (seller_id, subject_id, since, rule)
            VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String LIFT = "DELETE FROM vault_restriction WHERE seller_id = ? AND subject_id = ?";
    private static final String OF =
            "SELECT subject_id, rule FROM vault_restriction WHERE seller_id = ? AND subject_id = ANY (?)";
    private static final String ENDING =
            """
            SELECT record.subject_id
              FROM vault_restriction restriction
              JOIN vault_record record
                ON record.seller_id = restriction.seller_id AND record.subject_id = restriction.subject_id
             WHERE restriction.seller_id = ? AND record.seller_id = ? AND record.expires_on BETWEEN ? AND ?
             GROUP BY record.subject_id
             ORDER BY min(record.expires_on), record.subject_id
             LIMIT 200
            """;

    private final SellerRows rows;
    private final Clock clock;

    Restrictions(SellerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Restricts a subject's data from now on, by a rule's code; does nothing if it is restricted already. */
    public void restrict(SubjectId subject, String rule) {
        rows.change(RESTRICT, rows.seller(), subject.value(), LocalDate.now(clock), rule);
    }

    /** Lifts the restriction of a subject; the person is told before. */
    public void lift(SubjectId subject) {
        rows.change(LIFT, rows.seller(), subject.value());
    }

    /** Those of these subjects whose data is restricted, each with the rule's code. */
    public Map<SubjectId, String> of(Collection<SubjectId> subjects) {
        var found = new HashMap<SubjectId, String>();
        rows.rows(
                        row -> Map.entry(Columns.subject(row), row.getString("rule")),
                        OF,
                        rows.seller(),
                        rows.array("uuid", subjects, SubjectId::value))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
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
