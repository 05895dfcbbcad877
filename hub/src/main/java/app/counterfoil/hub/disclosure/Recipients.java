package app.counterfoil.hub.disclosure;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of recipients: with whom a seller has agreed what. The latest agreement with a recipient counts, unless it
 * was ended; what was recorded stays on file.
 */
@Component
public class Recipients {

    private static final String ON_FILE =
            """
            SELECT agreement.agreement_id, recipient, role, agreed_on, country, safeguard, safeguard_on, categories,
                   review_on, recorded_at, recorded_by, ended_at
              FROM disclosure_agreement agreement
              LEFT JOIN disclosure_agreement_end USING (seller_id, agreement_id)
             WHERE seller_id = :seller
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final NamesRecipients names;

    Recipients(JdbcClient db, SellerTransactions transactions, BusinessClock clock, NamesRecipients names) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.names = names;
    }

    /**
     * Puts an agreement on file; it counts from now on, in the place of an earlier one with the same recipient.
     *
     * @param person who says so; empty for made-up shops
     * @throws Agreement.NotAnAgreement if it cannot go on file
     */
    public void agree(SellerId seller, Agreement agreement, Optional<UUID> person) {
        agreement.refuseUnlessRecordableOn(clock.today());
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO disclosure_agreement
                               (seller_id, agreement_id, recipient, role, agreed_on, country, safeguard, safeguard_on,
                                categories, review_on, recorded_at, recorded_by)
                        VALUES (:seller, :id, :recipient, :role, :agreed, :country, :safeguard,
                                CAST(:safeguarded AS date), CAST(:categories AS text[]), :review, :now,
                                CAST(:person AS uuid))
                        """)
                .param("seller", seller.value())
                .param("id", UUID.randomUUID())
                .param("recipient", agreement.recipient())
                .param("role", agreement.role().name())
                .param("agreed", agreement.agreedOn())
                .param("country", agreement.country().code())
                .param("safeguard", agreement.safeguard().name())
                .param("safeguarded", agreement.safeguardOn().orElse(null))
                .param("categories", Categories.names(agreement.categories()))
                .param("review", agreement.reviewOn())
                .param("now", now())
                .param("person", person.orElse(null))
                .update());
    }

    /** Ends the agreement that counts, if one does: nothing goes to that recipient any more. */
    public void end(SellerId seller, String recipient, UUID person) {
        transactions.run(seller, () -> standing(seller, recipient).ifPresent(agreement -> db.sql(
                        """
                        INSERT INTO disclosure_agreement_end (seller_id, agreement_id, ended_at, ended_by)
                        VALUES (:seller, :id, :now, :person)
                        ON CONFLICT (seller_id, agreement_id) DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("id", agreement.id())
                .param("now", now())
                .param("person", person)
                .update()));
    }

    /** The agreement that counts; empty if there is none, or the latest was ended. */
    public Optional<Agreement.OnFile> standing(SellerId seller, String recipient) {
        return of(seller, recipient).stream().findFirst().filter(Agreement.OnFile::stands);
    }

    /** All agreements with a recipient, the latest first. */
    public List<Agreement.OnFile> of(SellerId seller, String recipient) {
        return transactions.in(seller, () -> db.sql(
                        ON_FILE + " AND recipient = :recipient ORDER BY recorded_at DESC, agreement_no DESC")
                .param("seller", seller.value())
                .param("recipient", recipient)
                .query((row, number) -> onFile(row))
                .list());
    }

    /**
     * Refuses what no agreement covers.
     *
     * @throws NotCovered if there is none, or it does not cover one of the categories, or not the country any more
     */
    void refuseUnlessCovered(SellerId seller, String recipient, Set<DataCategory> categories) {
        var agreement = standing(seller, recipient).orElseThrow(() -> NotCovered.noAgreement(names.nameOf(recipient)));
        if (!agreement.what().isProtected()) {
            throw NotCovered.unprotected(
                    names.nameOf(recipient), agreement.what().country());
        }
        var missing = Categories.without(categories, agreement.what().categories());
        if (!missing.isEmpty()) {
            throw NotCovered.categories(names.nameOf(recipient), missing);
        }
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static Agreement.OnFile onFile(ResultSet row) throws SQLException {
        var agreement = new Agreement(
                row.getString("recipient"),
                RecipientRole.valueOf(row.getString("role")),
                row.getObject("agreed_on", LocalDate.class),
                new Country(row.getString("country")),
                Safeguard.valueOf(row.getString("safeguard")),
                Optional.ofNullable(row.getObject("safeguard_on", LocalDate.class)),
                Categories.read(row.getArray("categories")),
                row.getObject("review_on", LocalDate.class));
        return new Agreement.OnFile(
                row.getObject("agreement_id", UUID.class),
                agreement,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("recorded_by", UUID.class)),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
