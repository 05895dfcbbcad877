package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes submissions, and what became of them; always within the transaction of the one who submits. */
@Component
class SubmissionRows {

    private final JdbcClient db;
    private final BusinessClock clock;

    SubmissionRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    void insert(SellerId seller, UUID returned, UUID account, String periodKey) {
        db.sql(
                        """
                        INSERT INTO vatreturn_submission (seller_id, return_id, account_id, period_key, sent_at)
                        VALUES (:seller, :return, :account, :key, :now)
                        """)
                .param("seller", seller.value())
                .param("return", returned)
                .param("account", account)
                .param("key", periodKey)
                .param("now", now())
                .update();
    }

    void taken(SellerId seller, UUID returned, Receipt receipt) {
        db.sql(
                        """
                        UPDATE vatreturn_submission
                           SET answered_at = :now, processed_at = :processed, form_bundle = :bundle,
                               payment_indicator = :indicator, charge_reference = :charge, receipt_id = :receipt,
                               receipt_at = :receiptAt, wrong = '', mend = ''
                         WHERE seller_id = :seller AND return_id = :return
                        """)
                .param("seller", seller.value())
                .param("return", returned)
                .param("now", now())
                .param("processed", receipt.processedAt())
                .param("bundle", receipt.formBundle())
                .param("indicator", receipt.paymentIndicator())
                .param("charge", receipt.chargeReference())
                .param("receipt", receipt.id())
                .param("receiptAt", receipt.at())
                .update();
    }

    void wrong(SellerId seller, UUID returned, Refusal why, boolean answered) {
        db.sql(
                        """
                        UPDATE vatreturn_submission
                           SET wrong = :wrong, mend = :mend,
                               answered_at = CASE WHEN :answered THEN CAST(:now AS timestamptz) END
                         WHERE seller_id = :seller AND return_id = :return
                        """)
                .param("seller", seller.value())
                .param("return", returned)
                .param("wrong", why.wrong())
                .param("mend", why.mend())
                .param("answered", answered)
                .param("now", now())
                .update();
    }

    Optional<Submission> of(SellerId seller, UUID returned) {
        return db.sql("SELECT * FROM vatreturn_submission WHERE seller_id = :seller AND return_id = :return")
                .param("seller", seller.value())
                .param("return", returned)
                .query((row, number) -> submission(row))
                .optional();
    }

    /** What became of the last try for a period that did not come to a return. */
    Optional<Submission> refused(SellerId seller, LocalDate periodStart) {
        return db.sql(
                        """
                        SELECT submission.* FROM vatreturn_submission submission
                          JOIN vatreturn_return made USING (seller_id, return_id)
                         WHERE made.seller_id = :seller AND made.period_start = :start AND made.state = 'REFUSED'
                         ORDER BY submission.sent_at DESC LIMIT 1
                        """)
                .param("seller", seller.value())
                .param("start", periodStart)
                .query((row, number) -> submission(row))
                .optional();
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                row.getObject("return_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("period_key"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                new Receipt(
                        row.getString("processed_at"),
                        row.getString("form_bundle"),
                        row.getString("payment_indicator"),
                        row.getString("charge_reference"),
                        row.getString("receipt_id"),
                        row.getString("receipt_at")),
                row.getString("wrong"),
                row.getString("mend"));
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
