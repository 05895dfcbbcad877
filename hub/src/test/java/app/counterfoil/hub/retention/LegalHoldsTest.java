package app.counterfoil.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.AnOwner;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.SubjectId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A copy is kept for a claim as long as it stands and not a day longer, and what was copied ends as ever. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
class LegalHoldsTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(37));
    private static final int TESTS = 6;
    private static final List<SellerId> SHOPS = new ArrayList<>();

    static {
        SANDBOX.generate("ebay-1", 40);
    }

    private static final CaseReference CASE = new CaseReference("QB-2026-000123");

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private HubPages pages;

    @Autowired
    private Orders orders;

    @Autowired
    private OpenPeople openPeople;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private LegalHolds legalHolds;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private Custody custody;

    @Autowired
    private List<WorthALook> looks;

    @Autowired
    private List<BookCheck> checks;

    @Autowired
    private TurnOfDay turnOfDay;

    @Autowired
    private BusinessClock clock;

    private SellerId shop = new SellerId(new UUID(0, 0));
    private SignedIn owner = AnOwner.of(shop);

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeEach
    void aShop() {
        while (SHOPS.size() < TESTS && trainingClock.ahead().isZero()) {
            SHOPS.add(aShopWithOrders());
        }
        shop = SHOPS.remove(0);
        owner = shops.person(shop, Role.OWNER);
    }

    /** All of them before the clock is moved: orders of the made-up world keep the days on which it made them. */
    private SellerId aShopWithOrders() {
        var opened = shops.open();
        shops.person(opened, Role.OWNER);
        shops.download(opened, OutsideService.EBAY);
        return opened;
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void theCopyOpensLongAfterTheOrdersPeopleHaveEndedAndNotAfterItsRelease() {
        var order = sent();
        var name = recipient(order);
        var hold = hold(order);
        trainingClock.forward(120, turned -> {});
        assertThat(openPeople
                        .recipients(owner, "ORDER_PAGE", List.of(order))
                        .get(order.id())
                        .opened())
                .isEmpty();
        assertThat(legalHolds.one(shop, hold).isOverdue(clock.today())).isTrue();
        assertThat(copied(hold)).contains(name);

        legalHolds.release(shop, hold, owner.id());
        assertThat(legalHolds.open(shop, hold, owner)).isEmpty();
        assertThat(legalHolds.one(shop, hold).stands()).isFalse();
        assertThat(custody.<Boolean>in(shop, vault -> vault.erasures().latest(5).stream()
                        .anyMatch(ended -> ended.rule().equals("LEGAL_HOLD_RELEASED"))))
                .isTrue();
        assertThatThrownBy(() -> legalHolds.release(shop, hold, owner.id())).isInstanceOf(LegalHolds.NoSuchHold.class);
        assertThatThrownBy(() -> hold(order)).isInstanceOf(LegalHolds.NothingToHold.class);
    }

    @Test
    void aSecondHoldIsRefusedWhileTheFirstStandsAndPossibleAfterItsRelease() {
        var order = sent();
        var first = hold(order);
        assertThatThrownBy(() -> hold(order)).isInstanceOf(LegalHolds.HeldAlready.class);
        legalHolds.release(shop, first, owner.id());
        var second = hold(order);
        assertThat(copied(second)).contains(recipient(order));
    }

    @Test
    void aReleaseOfWhichOnlyTheErasureLedgerKnowsIsFinishedWithTheNextDay() throws SQLException {
        var order = sent();
        var hold = hold(order);
        var copy = copyOf(hold);
        custody.in(shop, vault -> vault.forget(List.of(copy), Set.of(Purpose.LEGAL_CLAIM), "LEGAL_HOLD_RELEASED"));
        assertThat(flawsOfHolds()).isEmpty();
        turnOfDay.turn();
        assertThat(legalHolds.one(shop, hold).stands()).isFalse();
        assertThat(flawsOfHolds()).isEmpty();
        assertThat(copied(hold(order))).contains(recipient(order));
    }

    private List<Checked.Flaw> flawsOfHolds() {
        return checks.stream()
                .filter(check -> check.name().equals("legal holds"))
                .flatMap(check -> check.of(shop).flaws().stream())
                .toList();
    }

    private static SubjectId copyOf(UUID hold) throws SQLException {
        try (var connection = DATABASE.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT copy_subject_id FROM counterfoil.retention_legal_hold WHERE hold_id = '" + hold
                                + "'")) {
            row.next();
            return new SubjectId(row.getObject(1, UUID.class));
        }
    }

    @Test
    void everyOpeningStandsInTheJournalWithItsReasonAndOnlyClaimsAreOpened() {
        var hold = hold(sent());
        legalHolds.open(shop, hold, owner);
        assertThat(custody.<Boolean>in(shop, vault -> vault.journal().latest(3).stream()
                        .anyMatch(entry -> entry.reason().equals("LEGAL_HOLD_PAGE")
                                && entry.purpose() == Purpose.LEGAL_CLAIM
                                && entry.reader().equals(owner.id()))))
                .isTrue();
        var packer = reader(Set.of(Purpose.DELIVERY, Purpose.LABEL));
        assertThatThrownBy(() -> legalHolds.open(shop, hold, packer)).isInstanceOf(PurposeNotCarried.class);
        assertThatThrownBy(() -> legalHolds.hold(
                        shop, sent().id().value(), LegalHoldReason.CLAIM_BY_BUYER, CASE, packer, ReviewPeriod.LONGEST))
                .isInstanceOf(PurposeNotCarried.class);
    }

    @Test
    void theForecastNamesWhatToLookAtAndCountsTheRestWithoutNamingAnybody() throws Exception {
        var back = sent();
        moveOrders.to(OrderState.RETURNED, shop, List.of(back.id()), Optional.empty());
        var held = sent();
        hold(held);
        trainingClock.forward(65, turned -> {});
        var found = looks.stream()
                .flatMap(keeper -> keeper.endingUntil(shop, clock.today().plusDays(30)).stream())
                .toList();
        assertThat(found)
                .anySatisfy(look -> assertThat(look.title() + look.reason())
                        .contains(back.channelOrderId())
                        .contains("Open return"))
                .anySatisfy(look -> assertThat(look.title() + look.reason())
                        .contains(held.channelOrderId())
                        .contains("legal hold"));
        var csv = page("/ends/forecast");
        var end = clock.today().plusDays(25);
        assertThat(csv)
                .startsWith("day,purpose,records,people,orders to look at\r\n")
                .containsPattern(end + ",DELIVERY,\\d+,\\d+,2\r\n")
                .containsPattern(end + ",SERVICE,\\d+,\\d+,0\r\n")
                .doesNotContain(back.channelOrderId(), recipient(back));
        assertThat(page("/ends"))
                .contains("Look at these", "Open return", back.channelOrderId())
                .doesNotContain(recipient(back));
    }

    @Test
    void whyAnOpenOrderIsStillHereStandsOnItsPage() throws Exception {
        var order = ready();
        trainingClock.forward(1, turned -> {});
        assertThat(page("/orders/" + order.id()))
                .contains("Last carried on on")
                .contains("because it was ready and had not left");
    }

    private UUID hold(OrderFacts order) {
        return legalHolds.hold(
                shop, order.id().value(), LegalHoldReason.CLAIM_BY_BUYER, CASE, owner, ReviewPeriod.LONGEST);
    }

    private String copied(UUID hold) {
        return legalHolds.open(shop, hold, owner).orElseThrow().parts().stream()
                .flatMap(part -> part.lines().stream())
                .map(HeldPart.Line::text)
                .reduce("", (all, line) -> all + "\n" + line);
    }

    private String recipient(OrderFacts order) {
        return openPeople.recipients(owner, "ORDER_PAGE", List.of(order)).values().stream()
                .flatMap(outcome -> outcome.opened().stream())
                .map(Recipient::name)
                .findFirst()
                .orElseThrow();
    }

    private OrderFacts ready() {
        return orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 1)
                .get(0);
    }

    private OrderFacts sent() {
        var order = ready();
        moveOrders.to(OrderState.DISPATCHED, shop, List.of(order.id()), Optional.empty());
        return orders.one(shop, order.id()).orElseThrow();
    }

    private String page(String path) throws Exception {
        return pages.asked(owner, get(path)).getContentAsString();
    }

    private static Reader reader(Set<Purpose> purposes) {
        return new Reader() {
            @Override
            public UUID id() {
                return new UUID(1, 1);
            }

            @Override
            public boolean carries(Purpose purpose) {
                return purposes.contains(purpose);
            }
        };
    }
}
