package app.counterfoil.hub.seller;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.seller.PersonRows.Row;
import app.counterfoil.hub.seller.SignInRoutes.Route;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome.Opened;
import app.counterfoil.vault.Personal;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
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

/** Sellers and their people; what identifies a person is in the vault. */
@Component
class People implements KnowsSellers {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final PersonRows rows;
    private final SignInRoutes routes;
    private final Custody custody;
    private final BusinessClock clock;

    People(
            JdbcClient db,
            SellerTransactions transactions,
            PersonRows rows,
            SignInRoutes routes,
            Custody custody,
            BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.rows = rows;
        this.routes = routes;
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

    /** @throws SignInRoutes.TakenHere if somebody of the shop signs in with their address */
    void add(SellerId seller, Role role, StaffRecord record) {
        var person = UUID.randomUUID();
        var subject = SubjectId.random();
        transactions.run(seller, () -> {
            rows.add(seller, person, subject, role);
            custody.in(seller, vault -> {
                vault.seal(List.of(new Sealing<>(
                        StaffRecord.KIND, person, subject, RetentionPolicy.staff(clock.today()), record)));
                return person;
            });
            routes.add(seller, person, record.email());
        });
    }

    /** A person who signs in with this address, if there is one. */
    Optional<SignedIn> byEmail(String email) {
        return allByEmail(email).stream().findFirst();
    }

    /** All who sign in with this address: somebody may work for several shops, and none of these knows of the other. */
    List<SignedIn> allByEmail(String email) {
        return routes.of(email).stream()
                .flatMap(route -> behind(route, email, "SIGN_IN").stream())
                .toList();
    }

    /** Whether somebody of the shop signs in with this address; nobody of any other shop is looked at. */
    boolean worksAt(SellerId seller, String email) {
        return routes.of(email).stream()
                .filter(route -> route.seller().equals(seller))
                .anyMatch(route -> behind(route, email, "ADDRESS_IN_USE").isPresent());
    }

    private Optional<SignedIn> behind(Route route, String email, String reason) {
        var row = rows.one(route.seller(), route.person())
                .filter(each -> each.leftAt().isEmpty());
        var record = row.flatMap(each -> open(route.seller(), signingIn(reason), each))
                .map(Opened::content)
                .filter(each -> Term.email(each.email()).equals(Term.email(email)));
        return row.flatMap(person -> record.map(known -> new SignedIn(
                route.seller(),
                route.person(),
                person.role(),
                person.access(),
                clock.now(),
                Personal.of(known.name()),
                known.passwordHash())));
    }

    /** All people of the seller who work there, for somebody who may see them. */
    List<Staff> all(SignedIn reader) {
        var staff = new ArrayList<Staff>();
        open(reader.seller(), reader.opening(Purpose.STAFF, "PEOPLE_PAGE"), rows.working(reader.seller()))
                .forEach((row, record) -> staff.add(staff(row, record)));
        return List.copyOf(staff);
    }

    /** One who works there, for somebody who may see them. */
    Optional<Staff> one(SignedIn reader, UUID person) {
        return one(reader.seller(), person, reader.opening(Purpose.STAFF, "PERSON_PAGE"));
    }

    Optional<Staff> one(SellerId seller, UUID person, Opening opening) {
        return rows.one(seller, person).filter(row -> row.leftAt().isEmpty()).flatMap(row -> open(seller, opening, row)
                .map(record -> staff(row, record)));
    }

    /** Those who have left and whose data is still kept, for somebody who may see them; the last to leave first. */
    List<Leaver> left(SignedIn reader) {
        var gone = rows.all(reader.seller()).stream()
                .filter(row -> row.leftAt().isPresent() && isKept(row))
                .sorted((one, other) ->
                        other.leftAt().orElseThrow().compareTo(one.leftAt().orElseThrow()))
                .toList();
        var leavers = new ArrayList<Leaver>();
        open(reader.seller(), reader.opening(Purpose.STAFF, "PEOPLE_PAGE"), gone)
                .forEach((row, record) -> leavers.add(new Leaver(
                        row.person(),
                        row.role(),
                        Personal.of(record.content().name()),
                        row.leftAt().orElseThrow(),
                        record.endsOn())));
        return List.copyOf(leavers);
    }

    /** Whether there can be anything left to open, so that no journal entry names what has ended. */
    private boolean isKept(Row gone) {
        var left = gone.leftAt().orElseThrow().atZone(BusinessClock.ZONE).toLocalDate();
        return RetentionPolicy.staff(left).isAfter(clock.today());
    }

    /** What is sealed on a person, for an act on their account. */
    Optional<StaffRecord> record(SellerId seller, Opening opening, Row row) {
        return open(seller, opening, row).map(Opened::content);
    }

    /** Seals what has changed on a person who works there. */
    void replace(SellerId seller, Opening opening, Row row, StaffRecord record) {
        var ends = RetentionPolicy.staff(clock.today());
        custody.in(
                seller,
                vault -> vault.replace(
                        opening,
                        StaffRecord.KIND,
                        List.of(new Sealing<>(StaffRecord.KIND, row.person(), row.subject(), ends, record))));
    }

    /** Carries the records of people who still work there on for another year. */
    int carryOn(SellerId seller) {
        return carryOn(seller, rows.working(seller), "STILL_WORKS_HERE");
    }

    /** Carries records on for a year from today; for somebody who leaves it is the last time. */
    int carryOn(SellerId seller, List<Row> people, String reason) {
        var end = RetentionPolicy.staff(clock.today());
        var refs = new LinkedHashMap<RecordRef, LocalDate>();
        people.forEach(row -> refs.put(new RecordRef(row.person(), row.subject()), end));
        return custody.in(
                seller,
                vault -> vault.carryOn(new Opening(HubJob.RETENTION, Purpose.STAFF, reason), StaffRecord.KIND, refs));
    }

    static Opening signingIn(String reason) {
        return new Opening(HubJob.SIGN_IN, Purpose.STAFF, reason);
    }

    private static Staff staff(Row row, Opened<StaffRecord> record) {
        return new Staff(
                row.person(),
                row.role(),
                Personal.of(record.content().name()),
                Personal.of(record.content().email()));
    }

    private Optional<Opened<StaffRecord>> open(SellerId seller, Opening opening, Row row) {
        return Optional.ofNullable(open(seller, opening, List.of(row)).get(row));
    }

    private Map<Row, Opened<StaffRecord>> open(SellerId seller, Opening opening, List<Row> people) {
        var outcomes = custody.in(
                seller,
                vault -> vault.open(
                        opening,
                        StaffRecord.KIND,
                        people.stream()
                                .map(row -> new RecordRef(row.person(), row.subject()))
                                .toList()));
        var opened = new LinkedHashMap<Row, Opened<StaffRecord>>();
        for (var row : people) {
            if (outcomes.get(row.person()) instanceof Opened<StaffRecord> whole) {
                opened.put(row, whole);
            }
        }
        return opened;
    }
}
