package app.counterfoil.hub.safekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.breach.Asked;
import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.breach.Cause;
import app.counterfoil.hub.breach.Harm;
import app.counterfoil.hub.breach.Incident;
import app.counterfoil.hub.breach.Question;
import app.counterfoil.hub.breach.Scope;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.custody.TurnOfEpoch;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.rights.Door;
import app.counterfoil.hub.rights.Law;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.Requester;
import app.counterfoil.hub.rights.TakeInRequests;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.AnOwner;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.security.core.userdetails.UserDetailsService;

/**
 * A backup leaks. It gives away whoever was held when it was made, forgotten since or not, to somebody who has the living
 * keys as well; whoever was forgotten before it, nobody; and beyond the horizon nobody at all.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeakedBackupTest {

    private static final Sandbox SANDBOX = Sandbox.start(new SandboxSettings(0, 7, 40, 10_000));
    private static final Installation HOUSE = Installation.empty();
    private static final String FILE = "counterfoil-20260301-100000.backup";

    private static SellerId shop = new SellerId(UUID.randomUUID());
    private static UUID incident = new UUID(0, 0);
    private static List<OrderFacts> held = List.of();

    @BeforeAll
    static void aBackupWithSomebodyForgottenBeforeAndAfterIt() throws SQLException {
        HOUSE.start(
                "--counterfoil.training=true",
                "--counterfoil.ebay.api=" + SANDBOX.address(),
                "--counterfoil.amazon.api=" + SANDBOX.address(),
                "--counterfoil.amazon.sign-in=" + SANDBOX.address());
        var another = HOUSE.shop();
        HOUSE.download(HOUSE.connect(another, OutsideService.EBAY));
        shop = HOUSE.shop();
        HOUSE.download(HOUSE.connect(shop, OutsideService.EBAY));
        held = HOUSE.part(Orders.class).page(shop, OrderFilter.all(), Optional.empty(), 1_000).stream()
                .filter(order -> order.recipientEndsOn().isPresent())
                .toList();
        forget(held.get(0));
        someoneWhoAsks();
        HOUSE.backUp(file(), Restoring.UNWATCHED);
        forget(held.get(1));
        forget(held.get(2));
        incident = breaches()
                .open(
                        AnOwner.of(shop),
                        new Incident.Told(
                                false,
                                Set.of(Harm.CONFIDENTIALITY),
                                Cause.BACKUP_LOST,
                                Optional.empty(),
                                Instant.EPOCH,
                                Instant.EPOCH));
    }

    @AfterAll
    static void close() {
        HOUSE.close();
        SANDBOX.close();
    }

    @Test
    @Order(1)
    void whoWasForgottenBeforeIsNotInItAndWhoWasForgottenAfterStillIs() {
        var found = counted(FILE);
        assertThat(found.orders())
                .contains(id(held.get(1)), id(held.get(2)), id(held.get(3)))
                .doesNotContain(id(held.get(0)));
        assertThat(found.forgotten()).as("delivery and service of two people").isEqualTo(4);
        assertThat(found.readable()).isLessThan(found.records() + 1).isGreaterThan(found.forgotten());
        assertThat(found.ended()).isZero();
        assertThat(found.purposes()).contains(Purpose.DELIVERY, Purpose.SERVICE);
        assertThat(found.categories()).contains("Delivery address");
        assertThat(whoOpens())
                .as("held then")
                .containsAll(subjects())
                .doesNotContain(held.get(0).subject());
        assertThat(found.people()).isEqualTo(whoOpens().size());
        assertThat(found.contacts())
                .as("who has asked about their data, and is behind no order")
                .singleElement()
                .satisfies(asked -> assertThat(whoOpens()).contains(new SubjectId(asked)));
    }

    @Test
    @Order(2)
    void theCommandTellsTheSameOfEveryShopAndNamesNobody() {
        assertThat(said("--backup", file().toString()))
                .contains("Shop " + shop, "Delivery", "records open, of", "of 2 the person was forgotten")
                .contains("Without the keys outside the database nothing in this backup opens")
                .doesNotContain(HOUSE.people(shop).values().stream()
                        .filter(name -> name.length() > 5 && !name.equals("nobody"))
                        .map(name -> name.substring(0, 6))
                        .toArray(String[]::new));
    }

    @Test
    @Order(3)
    void onlyABackupOfTheListIsCountedOnThePage() {
        assertThatThrownBy(() -> counted("../keys/ring")).hasMessageContaining("no such backup");
    }

    @Test
    @Order(4)
    void onThePageItIsCountedWhileSomebodyWatches() throws Exception {
        HOUSE.part(AddPerson.class)
                .add(shop, Role.OWNER, "Demo Owner", "owner@leak.example", "a sentence for the test");
        var owner = (SignedIn) HOUSE.part(UserDetailsService.class).loadUserByUsername("owner@leak.example");
        var pages = HOUSE.pages();
        var room = "/breaches/" + incident;
        var unknown = pages.asked(
                owner, post(room + "/scope").param("asked", "BACKUP").param("backup", "../keys/ring"));
        assertThat(unknown.getStatus()).as("before anything is begun").isEqualTo(400);
        var counts = breaches().one(shop, incident).scopes().size();
        var work = pages.asked(
                        owner, post(room + "/scope").param("asked", "BACKUP").param("backup", FILE))
                .getRedirectedUrl();
        assertThat(work).startsWith("/work/");
        var watched = pages.page(owner, work);
        while (watched.contains("data-work")) {
            watched = pages.page(owner, work);
        }
        assertThat(watched).contains("Counted: ", "Look at the count", room);
        assertThat(breaches().one(shop, incident).scopes()).hasSize(counts + 1);
    }

    @Test
    @Order(5)
    void beyondTheHorizonItOpensForNobody() {
        var turns = HOUSE.part(TurnOfEpoch.class);
        turns.turn(renewed -> {});
        assertThat(counted(FILE).people()).as("its epoch is kept for backups").isPositive();
        HOUSE.part(TrainingClock.class).forward(9, turned -> {});
        turns.turn(renewed -> {});
        var found = counted(FILE);
        assertThat(found.people()).isZero();
        assertThat(found.readable()).isZero();
        assertThat(said("--backup", file().toString())).contains("opens for nobody any more");
    }

    private static void someoneWhoAsks() {
        var requester =
                new Requester("Testa Demoson", "testa@asks.example", "", "", "", List.of(), "What do you hold?");
        var today = HOUSE.part(BusinessClock.class).today();
        var incoming = new TakeInRequests.Incoming(RequestKind.ACCESS, Door.STAFF, Law.UK, today, requester);
        HOUSE.part(TakeInRequests.class).takeIn(shop, incoming, Optional.empty());
    }

    private static Scope.Found counted(String backup) {
        var question =
                new Question(Asked.BACKUP, Instant.EPOCH, Instant.EPOCH, Optional.empty(), Optional.empty(), backup);
        return breaches().scope(AnOwner.of(shop), incident, question).found();
    }

    private static Set<SubjectId> whoOpens() {
        var open = new HashSet<SubjectId>();
        HOUSE.part(KnownBackups.class).each(file(), record -> {
            if (record.opens() && record.seller().equals(shop.value())) {
                open.add(record.subject());
            }
        });
        return open;
    }

    private static List<SubjectId> subjects() {
        return held.stream().skip(1).map(OrderFacts::subject).toList();
    }

    private static String said(String... arguments) {
        var said = new ByteArrayOutputStream();
        var command = HOUSE.parts(Command.class).stream()
                .filter(each -> each.name().equals("breach"))
                .findFirst()
                .orElseThrow();
        assertThat(command.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private static void forget(OrderFacts order) {
        var whom = List.of(order.subject());
        HOUSE.part(Custody.class)
                .in(shop, vault -> vault.forget(whom, Set.of(Purpose.DELIVERY, Purpose.SERVICE), "ERASURE_REQUEST"));
    }

    private static UUID id(OrderFacts order) {
        return order.id().value();
    }

    private static Path file() {
        return HOUSE.home.resolve("backups").resolve(FILE);
    }

    private static Breaches breaches() {
        return HOUSE.part(Breaches.class);
    }
}
