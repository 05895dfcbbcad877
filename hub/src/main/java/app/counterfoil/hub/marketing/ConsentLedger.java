package app.counterfoil.hub.marketing;

import app.counterfoil.hub.measure.SellerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger of consent: the application adds to it and reads it; used within transactions of the seller. */
@Component
class ConsentLedger {

    private final JdbcClient db;

    ConsentLedger(JdbcClient db) {
        this.db = db;
    }

    void write(SellerId seller, UUID person, ConsentEvent event) {
        db.sql(
                        """
                        INSERT INTO marketing_event
                               (seller_id, person_id, what, way, at, wording_id, proof, evidence, given_on, staff_id)
                        VALUES (:seller, :person, :what, :way, :at, CAST(:wording AS uuid), :proof, :evidence,
                                CAST(:given AS date), CAST(:staff AS uuid))
                        """)
                .param("seller", seller.value())
                .param("person", person)
                .param("what", event.what().name())
                .param("way", event.way().name())
                .param("at", ConsentRows.utc(event.at()))
                .param("wording", event.wording().orElse(null))
                .param("proof", event.proof().map(Enum::name).orElse(""))
                .param("evidence", event.evidence())
                .param("given", event.givenOn().orElse(null))
                .param("staff", event.staff().orElse(null))
                .update();
    }

    /** What happened to somebody's consent, the first first. */
    List<ConsentEvent> of(SellerId seller, UUID person) {
        return db.sql(
                        """
                        SELECT what, way, at, wording_id, proof, evidence, given_on, staff_id
                          FROM marketing_event
                         WHERE seller_id = :seller AND person_id = :person
                         ORDER BY event_no
                        """)
                .param("seller", seller.value())
                .param("person", person)
                .query((row, number) -> event(row))
                .list();
    }

    private static ConsentEvent event(ResultSet row) throws SQLException {
        return new ConsentEvent(
                ConsentAct.valueOf(row.getString("what")),
                ConsentWay.valueOf(row.getString("way")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("wording_id", UUID.class)),
                Optional.of(row.getString("proof"))
                        .filter(proof -> !proof.isEmpty())
                        .map(ConsentProof::valueOf),
                row.getString("evidence"),
                Optional.ofNullable(row.getObject("given_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("staff_id", UUID.class)));
    }
}
