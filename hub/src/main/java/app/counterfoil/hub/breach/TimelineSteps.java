package app.counterfoil.hub.breach;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.seal.Fields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the timelines. The hash of a step is over the step, over what it is about (of the first the facts of the incident,
 * of a count its numbers), and over the hash of the step before.
 */
@Component
class TimelineSteps {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final IncidentRows incidents;

    TimelineSteps(JdbcClient db, SellerTransactions transactions, IncidentRows incidents) {
        this.db = db;
        this.transactions = transactions;
        this.incidents = incidents;
    }

    /** A step as it is kept, with its hash. */
    record Kept(Step step, byte[] hash) {}

    /** Adds a step to the end of a timeline that is locked. */
    void add(SellerId seller, Incident incident, Optional<Scope> scope, Step step) {
        var end = incidents.endOf(seller, incident.id());
        var hash = hash(incident, scope, step, end.head());
        db.sql(
                        """
                        INSERT INTO breach_step
                               (seller_id, incident_id, step_no, what, duty, ground, scope_id, at, person_id, hash, letters,
                                told, ended, forgotten, nowhere)
                        VALUES (:seller, :incident, :number, :what, :duty, :ground, CAST(:scope AS uuid), :at, :person,
                                :hash, :letters, :told, :ended, :forgotten, :nowhere)
                        """)
                .param("seller", seller.value())
                .param("incident", incident.id())
                .param("number", step.number())
                .param("what", step.act().name())
                .param("duty", step.ground().map(why -> why.duty().name()).orElse(""))
                .param("ground", step.ground().map(Enum::name).orElse(""))
                .param("scope", step.scope().orElse(null))
                .param("at", IncidentRows.utc(step.at()))
                .param("person", step.person())
                .param("hash", hash)
                .param("letters", step.told().map(Told::letters).orElse(null))
                .param("told", step.told().map(Told::told).orElse(null))
                .param("ended", step.told().map(Told::ended).orElse(null))
                .param("forgotten", step.told().map(Told::forgotten).orElse(null))
                .param("nowhere", step.told().map(Told::nowhere).orElse(null))
                .update();
        incidents.moveEnd(seller, incident.id(), new IncidentRows.End(step.number(), hash));
    }

    /** The timeline of an incident, from its beginning. */
    List<Kept> of(SellerId seller, UUID incident) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM breach_step WHERE seller_id = :seller AND incident_id = :incident ORDER BY step_no
                        """)
                .param("seller", seller.value())
                .param("incident", incident)
                .query((row, number) -> kept(row))
                .list());
    }

    /** What the hash of the step must be after that one. */
    static byte[] hash(Incident incident, Optional<Scope> scope, Step step, byte[] before) {
        var fields = new Fields()
                .text("breach step 1")
                .bytes(before)
                .id(incident.id())
                .number(step.number())
                .text(step.act().name())
                .text(step.ground().map(Enum::name).orElse(""))
                .text(step.at().toString())
                .id(step.person());
        if (step.act() == Act.OPENED) {
            told(incident, fields);
        }
        scope.ifPresent(each -> counted(each, fields));
        step.told().ifPresent(told -> written(told, fields));
        return fields.digest();
    }

    private static void told(Incident incident, Fields fields) {
        var what = incident.what();
        fields.number(incident.number())
                .text(Boolean.toString(what.drill()))
                .text(what.cause().name())
                .text(what.happenedAt().map(Object::toString).orElse(""))
                .text(what.foundAt().toString())
                .text(what.awareAt().toString())
                .id(incident.subject().value())
                .text(incident.openedAt().toString())
                .id(incident.openedBy());
        what.harms().stream().sorted().forEach(harm -> fields.text(harm.name()));
    }

    private static void written(Told told, Fields fields) {
        fields.number(told.letters())
                .number(told.told())
                .number(told.ended())
                .number(told.forgotten())
                .number(told.nowhere());
    }

    private static void counted(Scope scope, Fields fields) {
        var asked = scope.question();
        var found = scope.found();
        fields.id(scope.id())
                .text(scope.at().toString())
                .text(asked.asked().name())
                .text(asked.from().toString())
                .text(asked.before().toString())
                .text(asked.account().map(UUID::toString).orElse(""))
                .text(asked.service().map(Enum::name).orElse(""))
                .text(asked.backup())
                .number(found.people())
                .number(found.records())
                .number(found.readable())
                .number(found.ended())
                .number(found.forgotten())
                .number(found.unnamed())
                .text(Boolean.toString(found.contract()))
                .number(found.categories().size());
        found.categories().forEach(fields::text);
        found.purposes().stream().sorted().forEach(purpose -> fields.text(purpose.name()));
        found.orders().forEach(fields::id);
        if (!found.staff().isEmpty()) {
            fields.text("staff");
            found.staff().forEach(fields::id);
        }
        if (!found.contacts().isEmpty()) {
            fields.text("contacts");
            found.contacts().forEach(fields::id);
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var ground = row.getString("ground");
        var step = new Step(
                row.getInt("step_no"),
                Act.valueOf(row.getString("what")),
                ground.isEmpty() ? Optional.empty() : Optional.of(Ground.valueOf(ground)),
                Optional.ofNullable(row.getObject("scope_id", UUID.class)),
                told(row),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", UUID.class));
        return new Kept(step, row.getBytes("hash"));
    }

    private static Optional<Told> told(ResultSet row) throws SQLException {
        var letters = row.getLong("letters");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Told(
                        letters,
                        row.getLong("told"),
                        row.getLong("ended"),
                        row.getLong("forgotten"),
                        row.getLong("nowhere")));
    }
}
