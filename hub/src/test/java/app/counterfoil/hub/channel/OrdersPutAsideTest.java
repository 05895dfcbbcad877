package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.amazon.AmazonFields;
import app.counterfoil.hub.channel.ebay.EbayFields;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.PurposeNotCarried;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An order that cannot be taken in stands aside, seen and sealed; all others go on. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class})
class OrdersPutAsideTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(33));

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private DownloadStates states;

    @Autowired
    private Orders orders;

    @Autowired
    private OrdersPutAside putAside;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private List<Channel> channels;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
    }

    @BeforeAll
    static void theChannelsHaveSold() {
        SANDBOX.generate("amazon-1", 30);
        SANDBOX.generate("ebay-1", 30);
        SANDBOX.generate("ebay-2", 30);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void aShop() {
        shop = shops.open();
    }

    @Test
    void aNumberThatIsTooLongStandsAsideAndTheOthersComeIn() {
        var random = new Random(1);
        var sku =
                random.ints(1_900, 0x4e00, 0x9000).mapToObj(Character::toString).collect(Collectors.joining());
        var bad = copy("ebay-1", "97-00000-00001");
        ((ObjectNode) bad.get("lineItems").get(0)).put("sku", sku);
        put("ebay-1", bad);
        var account = shops.connect(shop, OutsideService.EBAY);
        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(numbers()).hasSizeGreaterThanOrEqualTo(30).doesNotContain("97-00000-00001");
        assertThat(putAside.of(shop))
                .anySatisfy(entry -> assertThat(entry.wrong()).contains("sku"));
        ((ObjectNode) bad.get("lineItems").get(0)).put("sku", "SHORT-1");
        put("ebay-1", bad);
        downloadOrders.from(account);
        assertThat(numbers()).contains("97-00000-00001");
        assertThat(putAside.of(shop))
                .noneSatisfy(entry -> assertThat(entry.channelOrderId()).isEqualTo("97-00000-00001"));
    }

    @Test
    void anAmountOutOfAllBoundsStandsAsideAndTheOthersComeIn() {
        var bad = copy("amazon-1", "209-0000000-0000001");
        var item = (ObjectNode) bad.get("orderItems").get(0);
        item.remove("proceeds");
        item.put("quantityOrdered", 1_000_000);
        ((ObjectNode) item.get("product").get("price").get("unitPrice")).put("amount", "9999999999999.99");
        put("amazon-1", bad);
        assertThat(downloadOrders.from(shops.connect(shop, OutsideService.AMAZON)))
                .isTrue();
        assertThat(numbers()).hasSize(30);
        assertThat(putAside.of(shop)).hasSize(1);
    }

    @Test
    void whatTheDatabaseRefusesStandsAsideByItself() {
        // A day that we can read and that PostgreSQL has no room for.
        var bad = copy("ebay-1", "97-00000-00002");
        bad.put("creationDate", "-200000-01-01T00:00:00.000Z");
        put("ebay-1", bad);
        assertThat(downloadOrders.from(shops.connect(shop, OutsideService.EBAY)))
                .isTrue();
        assertThat(numbers()).hasSizeGreaterThanOrEqualTo(30).doesNotContain("97-00000-00002");
        assertThat(putAside.of(shop))
                .anySatisfy(entry -> assertThat(entry.wrong()).contains("cannot be stored"));
        put("ebay-1", copy("ebay-1", "97-00000-00002"));
    }

    @Test
    void aDownloadThatWasKilledIsTakenUpAgainByItself() {
        var account = shops.connect(shop, OutsideService.EBAY, 2);
        states.take(account);
        DownloadByItself.downloadDue(shop, accounts, states, downloadOrders, clock);
        assertThat(numbers()).as("its node may still be at work").isEmpty();
        expire(account);
        DownloadByItself.downloadDue(shop, accounts, states, downloadOrders, clock);
        assertThat(numbers()).hasSize(30);
    }

    @Test
    void anAccountThatStoodStillForYearsBeginsWhereItsChannelStillTells() {
        var account = shops.connect(shop, OutsideService.EBAY, 2);
        standStillSince(account, clock.now().minus(Duration.ofDays(1_500)));
        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(numbers()).hasSize(30);
    }

    @Test
    void theSameOrderAgainRenewsWhatIsKeptOfItAndOrdersWithoutANumberAreKeptApart() {
        var account = shops.connect(shop, OutsideService.EBAY, 2);
        putAside.keep(account, "X-1", "first", "m", bytes("{\"old\":1}"));
        putAside.keep(account, "X-1", "second", "m", bytes("{\"new\":2}"));
        var entry = putAside.of(shop).get(0);
        assertThat(putAside.of(shop)).hasSize(1);
        assertThat(entry.wrong()).isEqualTo("second");
        assertThat(putAside.sent(shops.person(shop, Role.OWNER), entry.id())).hasValue(bytes("{\"new\":2}"));
        putAside.keep(account, "", "no number", "m", bytes("{\"a\":1}"));
        putAside.keep(account, "", "no number", "m", bytes("{\"b\":1}"));
        assertThat(putAside.of(shop)).hasSize(3);
    }

    @Test
    void whatWasKeptIsForgottenOnceTheOrderIsTakenIn() {
        var account = shops.connect(shop, OutsideService.EBAY, 2);
        putAside.keep(account, "X-1", "first", "m", bytes("{\"old\":1}"));
        var entry = putAside.of(shop).get(0);
        putAside.resolve(account, List.of("X-1"));
        assertThat(putAside.of(shop)).isEmpty();
        putAside.keep(account, "X-1", "again", "m", bytes("{\"new\":2}"));
        assertThat(putAside.sent(
                        shops.person(shop, Role.OWNER), putAside.of(shop).get(0).id()))
                .hasValue(bytes("{\"new\":2}"));
        assertThat(putAside.sent(shops.person(shop, Role.OWNER), entry.id())).isEmpty();
    }

    @Test
    void aRoleWithoutDeliveryDoesNotOpenWhatIsKept() {
        var account = shops.connect(shop, OutsideService.EBAY, 2);
        putAside.keep(account, "X-1", "first", "m", bytes("{\"old\":1}"));
        var entry = putAside.of(shop).get(0).id();
        var bookkeeper = shops.person(shop, Role.BOOKKEEPER);
        assertThatThrownBy(() -> putAside.sent(bookkeeper, entry)).isInstanceOf(PurposeNotCarried.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon-1", "ebay-1"})
    void whatIsKeptOfAnOrderIsAllThatIsReadOfItAndNothingElse(String of) {
        var service = of.startsWith("amazon") ? OutsideService.AMAZON : OutsideService.EBAY;
        var channel = channels.stream()
                .filter(each -> each.service() == service)
                .findFirst()
                .orElseThrow();
        var fields = service == OutsideService.AMAZON ? AmazonFields.taken() : EbayFields.taken();
        for (var order : SANDBOX.world().account(of).orElseThrow().orders()) {
            order.put("secretOfTheBuyer", "must not be kept");
            var sent = new JsonMapper().writeValueAsBytes(order);
            var kept = OrderJson.of(sent).taken(fields);
            assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("must not be kept");
            if (!order.get("orderId").asString().contains("0000000-00")) {
                assertThat(channel.read(kept)).isEqualTo(channel.read(sent));
            }
        }
    }

    @Test
    void aCardNumberInFreeTextIsMaskedBeforeTheOrderIsKept() {
        var order = copy("ebay-1", "97-00000-00009");
        order.put("buyerCheckoutNotes", "my card is 4111 1111 1111 1111");
        var kept = OrderJson.of(new JsonMapper().writeValueAsBytes(order)).taken(EbayFields.taken());
        assertThat(new String(kept, StandardCharsets.UTF_8))
                .doesNotContain("4111")
                .contains("card number removed");
    }

    @Test
    void anAccountIsConnectedOnceAndTakesNewCredentials() {
        var account = shops.connect(shop, OutsideService.EBAY);
        assertThatThrownBy(() -> shops.connect(shop, OutsideService.EBAY))
                .isInstanceOf(Accounts.AlreadyConnected.class);
        connectChannel.renew(account, MadeUpShops.credentials(OutsideService.EBAY, 2));
        assertThat(accounts.of(shop)).containsExactly(account);
        assertThat(accounts.credentials(account)).contains("demo-refresh-ebay-2");
        accounts.remove(account);
        assertThat(accounts.of(shop)).isEmpty();
        assertThat(shops.connect(shop, OutsideService.EBAY, 2).id()).isNotEqualTo(account.id());
    }

    @Test
    void peopleAreAskedForOnlyWhereAnOrderIsToBeSent() {
        var account = shops.connect(shop, OutsideService.AMAZON);
        SANDBOX.exchanges().clear();
        downloadOrders.from(account);
        var asked = SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals("amazon-orders"))
                .map(exchange -> exchange.request().rawQuery())
                .toList();
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).contains("UNSHIPPED").contains("RECIPIENT");
        assertThat(asked.get(1))
                .contains("CANCELLED")
                .doesNotContain("RECIPIENT")
                .doesNotContain("BUYER");
    }

    private void expire(Account account) {
        set("running_since", account, clock.now().minus(Duration.ofHours(1)));
    }

    private void standStillSince(Account account, Instant mark) {
        set("watermark", account, mark);
        set("window_after", account, mark);
        set("window_before", account, mark.plusSeconds(600));
    }

    private static void set(String column, Account account, Instant time) {
        try (var connection = DATABASE.superuser();
                var statement = connection.prepareStatement(
                        "UPDATE counterfoil.channel_sync SET " + column + " = ? WHERE account_id = ?")) {
            statement.setObject(1, time.atOffset(ZoneOffset.UTC));
            statement.setObject(2, account.id());
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Set<String> numbers() {
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 500).stream()
                .map(order -> order.channelOrderId())
                .collect(Collectors.toSet());
    }

    private static ObjectNode copy(String account, String number) {
        var order = SANDBOX.world().account(account).orElseThrow().orders().get(3);
        return order.put("orderId", number);
    }

    private static void put(String account, ObjectNode order) {
        var at = Instant.now().minusSeconds(300).truncatedTo(ChronoUnit.SECONDS).toString();
        order.put(account.startsWith("ebay") ? "lastModifiedDate" : "lastUpdatedTime", at);
        SANDBOX.world().account(account).orElseThrow().put(order.get("orderId").asString(), order);
    }
}
