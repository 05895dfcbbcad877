package app.counterfoil.hub.seller;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.custody.KnowsSellers;
import app.counterfoil.hub.custody.RetentionPolicy;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Personal;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.store.RecordRef;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of sellers and their people; what identifies a person is in the vault. */
@Component
class People implements KnowsSellers {

    private record Row(UUID person, SubjectId subject, Role role) {}

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final BusinessClock clock;

    People(JdbcClient db, SellerTransactions transactions, Custody custody, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
        this.clock = clock;
    }

    @Override
    public List<SellerId> allSellers() {
        return db.sql("SELECT seller_id FROM seller_seller ORDER BY opened_at, seller_id")
                .query((row, number) -> new SellerId(row.getObject(1, UUID.class)))
                .list();
    }

    void addSeller(SellerId seller) {
        db.sql("INSERT INTO seller_seller (seller_id, opened_at) VALUES (:seller, :now)")
                .param("seller", seller.value())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(SellerId seller, Role role, StaffRecord record) {
        var person = UUID.randomUUID();
        var subject = SubjectId.random();
        transactions.run(seller, () -> {
            db.sql(
                            """
                            INSERT INTO seller_person (seller_id, person_id, subject_id, role, joined_at)
                            VALUES (:seller, :person, :subject, :role, :now)
                            """)
                    .param("seller", seller.value())
                    .param("person", person)
                    .param("subject", subject.value())
                    .param("role", role.name())
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .update();
            custody.in(seller, vault -> {
                vault.seal(List.of(new Sealing<>(
                        StaffRecord.KIND, person, subject, RetentionPolicy.staff(clock.today()), record)));
                return person;
            });
            db.sql("INSERT INTO seller_sign_in_route (token, person_id, seller_id) VALUES (:token, :person, :seller)")
                    .param("token", custody.routingToken(Term.email(record.email())))
                    .param("person", person)
                    .param("seller", seller.value())
                    .update();
        });
    }

    /** The person who signs in with this address, if there is one. */
    Optional<SignedIn> byEmail(String email) {
        record Route(UUID person, SellerId seller) {}
        var routes = db.sql("SELECT person_id, seller_id FROM seller_sign_in_route WHERE token = :token")
                .param("token", custody.routingToken(Term.email(email)))
                .query((row, number) ->
                        new Route(row.getObject(1, UUID.class), new SellerId(row.getObject(2, UUID.class))))
                .list();
        for (var route : routes) {
            var found = open(
                            route.seller(),
                            new Opening(HubJob.SIGN_IN, Purpose.STAFF, "SIGN_IN"),
                            rows(route.seller(), Optional.of(route.person())))
                    .entrySet()
                    .stream()
                    .filter(entry -> Term.email(entry.getValue().email()).equals(Term.email(email)))
                    .findFirst();
            if (found.isPresent()) {
                var row = found.get().getKey();
                var record = found.get().getValue();
                return Optional.of(new SignedIn(
                        route.seller(), row.person(), row.role(), Personal.of(record.name()), record.passwordHash()));
            }
        }
        return Optional.empty();
    }

    /** All people of the seller, for somebody who may see them. */
    List<Staff> all(SignedIn reader) {
        var opened = open(
                reader.seller(), reader.opening(Purpose.STAFF, "PEOPLE_PAGE"), rows(reader.seller(), Optional.empty()));
        var staff = new ArrayList<Staff>();
        opened.forEach((row, record) -> staff.add(
                new Staff(row.person(), row.role(), Personal.of(record.name()), Personal.of(record.email()))));
        return List.copyOf(staff);
    }

    /** Carries the records of people who still work there on for another year. */
    int carryOn(SellerId seller) {
        var end = RetentionPolicy.staff(clock.today());
        var refs = new LinkedHashMap<RecordRef, LocalDate>();
        for (var row : rows(seller, Optional.empty())) {
            refs.put(new RecordRef(row.person(), row.subject()), end);
        }
        return custody.in(
                seller,
                vault -> vault.carryOn(
                        new Opening(HubJob.RETENTION, Purpose.STAFF, "STILL_WORKS_HERE"), StaffRecord.KIND, refs));
    }

    private List<Row> rows(SellerId seller, Optional<UUID> person) {
        return transactions.in(seller, () -> db.sql(
                        """
                                SELECT person_id, subject_id, role
                                  FROM seller_person
                                 WHERE seller_id = :seller AND left_at IS NULL
                                   AND (CAST(:person AS uuid) IS NULL OR person_id = :person)
                                 ORDER BY joined_at
                                """)
                .param("seller", seller.value())
                .param("person", person.orElse(null))
                .query((row, number) -> new Row(
                        row.getObject(1, UUID.class),
                        new SubjectId(row.getObject(2, UUID.class)),
                        Role.valueOf(row.getString(3))))
                .list());
    }

    private Map<Row, StaffRecord> open(SellerId seller, Opening opening, List<Row> rows) {
        var outcomes = custody.in(
                seller,
                vault -> vault.open(
                        opening,
                        StaffRecord.KIND,
                        rows.stream()
                                .map(row -> new RecordRef(row.person(), row.subject()))
                                .toList()));
        var opened = new LinkedHashMap<Row, StaffRecord>();
        for (var row : rows) {
            var outcome = outcomes.get(row.person());
            if (outcome != null) {
                outcome.opened().ifPresent(record -> opened.put(row, record));
            }
        }
        return opened;
    }
}
