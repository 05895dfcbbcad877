package app.counterfoil.vault.store;

import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;

/** Whose data is kept but not used. */
final class Restrictions {

    private static final String RESTRICT =
            """
            INSERT INTO vault_restriction (seller_id, subject_id, since, rule)
            VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String LIFT = "DELETE FROM vault_restriction WHERE seller_id = ? AND subject_id = ?";

    private final SellerRows rows;

    Restrictions(SellerRows rows) {
        this.rows = rows;
    }

    void restrict(SubjectId subject, String rule, LocalDate today) {
        rows.change(RESTRICT, rows.seller(), subject.value(), today, rule);
    }

    void lift(SubjectId subject) {
        rows.change(LIFT, rows.seller(), subject.value());
    }
}
