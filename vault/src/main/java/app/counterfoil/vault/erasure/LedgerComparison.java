package app.counterfoil.vault.erasure;

import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.ledger.LedgerEntry.Ended;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holds the destroyed secrets of a seller against the erasure ledger: each must have its entry, and each entry been done.
 * Who was forgotten keeps an empty place, without which a channel that tells of the person again would be believed.
 */
final class LedgerComparison {

    private static final String DESTROYED =
            """
            SELECT purpose, subject_id, NULL::date AS day
              FROM vault_subject_secret
             WHERE seller_id = ? AND wrapped IS NULL
            UNION ALL
            SELECT purpose, NULL::uuid, expires_on
              FROM vault_bucket_secret
             WHERE seller_id = ? AND wrapped IS NULL
            """;
    /** A bucket secret that has never been made in this database cannot have been destroyed in it. */
    private static final String LIVING =
            """
            SELECT purpose, subject_id, NULL::date AS day
              FROM vault_subject_secret
             WHERE seller_id = ? AND wrapped IS NOT NULL
            UNION ALL
            SELECT purpose, NULL::uuid, expires_on
              FROM vault_bucket_secret
             WHERE seller_id = ? AND wrapped IS NOT NULL
            """;

    private final SellerRows rows;
    private final ErasureLedger ledger;

    LedgerComparison(SellerRows rows, ErasureLedger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    LedgerCheck check() {
        // What has not been carried out at all is counted by itself, see Erasures.
        var carriedOut = new LedgerPosition(rows).carriedOut();
        var told = new HashSet<Ended>();
        var done = new HashSet<Ended>();
        for (var entry : ledger.after(ledger.beginning(), rows.seller())) {
            told.add(entry.ended());
            if (entry.sequence() <= carriedOut) {
                done.add(entry.ended());
            }
        }
        var flaws = new ArrayList<String>();
        each(LIVING, living -> {
            if (done.remove(living)) {
                flaws.add(named(living) + " stands in the erasure ledger, and its secret is still there.");
            }
        });
        each(DESTROYED, ended -> {
            if (!told.contains(ended)) {
                flaws.add(named(ended) + " has no secret any more, and the erasure ledger does not know of it.");
            }
            done.remove(ended);
        });
        done.stream()
                .filter(left -> left.subject().isPresent())
                .forEach(left -> flaws.add(named(left)
                        + " stands in the erasure ledger, and the place of the destroyed secret is not there: a new one could be"
                        + " made."));
        return new LedgerCheck(told.size(), List.copyOf(flaws));
    }

    private void each(String sql, Consumer<Ended> whose) {
        rows.stream(
                row -> whose.accept(
                        new Ended(Columns.purpose(row), Columns.dayIfAny(row, "day"), Columns.subjectIfAny(row))),
                sql,
                rows.seller(),
                rows.seller());
    }

    private static String named(Ended ended) {
        return ended.day()
                .map(day -> "The day " + day + " of " + ended.purpose())
                .orElseGet(() -> "The subject "
                        + ended.subject().map(SubjectId::toString).orElse("") + " for " + ended.purpose());
    }
}
