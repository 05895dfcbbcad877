package app.counterfoil.hub.breach;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was counted of incidents. */
@Component
class ScopeRows {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    ScopeRows(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    void add(SellerId seller, UUID incident, Scope scope) {
        var asked = scope.question();
        var found = scope.found();
        db.sql(
                        """
                        INSERT INTO breach_scope
                               (seller_id, scope_id, incident_id, asked, asked_at, from_at, before_at, account_id, service,
                                backup, people, records, readable, ended, forgotten, unnamed, contract, categories, purposes,
                                orders, staff, contacts)
                        VALUES (:seller, :id, :incident, :asked, :at, :from, :before, CAST(:account AS uuid), :service,
                                :backup, :people, :records, :readable, :ended, :forgotten, :unnamed, :contract, :categories,
                                :purposes, :orders, :staff, :contacts)
                        """)
                .param("seller", seller.value())
                .param("id", scope.id())
                .param("incident", incident)
                .param("asked", asked.asked().name())
                .param("at", IncidentRows.utc(scope.at()))
                .param("from", IncidentRows.utc(asked.from()))
                .param("before", IncidentRows.utc(asked.before()))
                .param("account", asked.account().orElse(null))
                .param("service", asked.service().map(Enum::name).orElse(""))
                .param("backup", asked.backup())
                .param("people", found.people())
                .param("records", found.records())
                .param("readable", found.readable())
                .param("ended", found.ended())
                .param("forgotten", found.forgotten())
                .param("unnamed", found.unnamed())
                .param("contract", found.contract())
                .param("categories", found.categories().toArray(String[]::new))
                .param(
                        "purposes",
                        found.purposes().stream().sorted().map(Enum::name).toArray(String[]::new))
                .param("orders", found.orders().toArray(UUID[]::new))
                .param("staff", found.staff().toArray(UUID[]::new))
                .param("contacts", found.contacts().toArray(UUID[]::new))
                .update();
    }

    /** What was counted of an incident, the earliest first. */
    List<Scope> of(SellerId seller, UUID incident) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM breach_scope
                         WHERE seller_id = :seller AND incident_id = :incident
                         ORDER BY asked_at, scope_id
                        """)
                .param("seller", seller.value())
                .param("incident", incident)
                .query((row, number) -> scope(row))
                .list());
    }

    private static Scope scope(ResultSet row) throws SQLException {
        var question = new Question(
                Asked.valueOf(row.getString("asked")),
                moment(row, "from_at"),
                moment(row, "before_at"),
                Optional.ofNullable(row.getObject("account_id", UUID.class)),
                Optional.of(row.getString("service"))
                        .filter(name -> !name.isEmpty())
                        .map(OutsideService::valueOf),
                row.getString("backup"));
        var found = new Scope.Found(
                row.getLong("people"),
                row.getLong("records"),
                row.getLong("readable"),
                row.getLong("ended"),
                row.getLong("forgotten"),
                row.getLong("unnamed"),
                row.getBoolean("contract"),
                List.of((String[]) row.getArray("categories").getArray()),
                Arrays.stream((String[]) row.getArray("purposes").getArray())
                        .map(Purpose::valueOf)
                        .collect(Collectors.toSet()),
                List.of((UUID[]) row.getArray("orders").getArray()),
                List.of((UUID[]) row.getArray("staff").getArray()),
                List.of((UUID[]) row.getArray("contacts").getArray()));
        return new Scope(row.getObject("scope_id", UUID.class), question, moment(row, "asked_at"), found);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
