package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.seller.AnOwner;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** Whatever fails on the way, once it is gone we hold exactly the orders that the channel holds, each once. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class})
class DownloadedOrdersTest {

    private static final int ORDERS = 250;
    /** What goes wrong with a page or a cursor, of which a sign-in has none. */
    private static final Set<Fault> OF_PAGES =
            EnumSet.of(Fault.DUPLICATE_PAGE, Fault.REPEATED_CURSOR, Fault.EXPIRED_CURSOR);

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(11));

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Orders orders;

    @Autowired
    private OpenPeople openPeople;

    @Autowired
    private OrdersPutAside putAside;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.outside.patience", () -> "500ms");
    }

    @BeforeAll
    static void eachAccountHoldsThreePages() {
        SANDBOX.generate("amazon-1", ORDERS);
        SANDBOX.generate("ebay-1", ORDERS);
    }

    @AfterEach
    void faultsAreGone() {
        SANDBOX.faults().clear();
        SANDBOX.exchanges().clear();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static Stream<Arguments> everyFaultOnEveryPageOfBothChannels() {
        return Stream.of(OutsideService.AMAZON, OutsideService.EBAY).flatMap(service -> Stream.of(Fault.values())
                .flatMap(fault -> Stream.of(1, 2, 3).map(page -> Arguments.of(service, fault, page))));
    }

    @ParameterizedTest(name = "{0}: {1} on page {2}")
    @MethodSource("everyFaultOnEveryPageOfBothChannels")
    void onceTheFaultIsGoneTheOrdersAreCompleteAndExact(OutsideService service, Fault fault, int page) {
        var account = connected(service);
        var api = service == OutsideService.AMAZON ? "amazon-orders" : "ebay-orders";
        SANDBOX.faults().switchOn(new Faults.Switched(api, fault, page, 1));
        for (int run = 0; run < 3 && !downloadOrders.from(account); run++) {
            // A run that stopped resumes in the next one.
        }
        assertThat(hasStruck(fault, api)).isTrue();
        isCompleteAndExact(account);
    }

    static Stream<Arguments> everyFaultOfBothSignIns() {
        return Stream.of(OutsideService.AMAZON, OutsideService.EBAY).flatMap(service -> Stream.of(Fault.values())
                .filter(fault -> !OF_PAGES.contains(fault))
                .map(fault -> Arguments.of(service, fault)));
    }

    @ParameterizedTest(name = "{0}: {1} at the sign-in")
    @MethodSource("everyFaultOfBothSignIns")
    void onceTheSignInWorksAgainTheOrdersAreCompleteAndExact(OutsideService service, Fault fault) {
        var account = connected(service);
        var api = service == OutsideService.AMAZON ? "amazon-auth" : "ebay-auth";
        SANDBOX.faults().switchOn(new Faults.Switched(api, fault, 1, 1));
        for (int run = 0; run < 3 && !downloadOrders.from(account); run++) {
            // A run that stopped resumes in the next one.
        }
        assertThat(hasStruck(fault, api)).isTrue();
        isCompleteAndExact(account);
    }

    @Test
    void aStoppedDownloadResumesBehindWhatItHasStored() {
        var account = connected(OutsideService.AMAZON);
        SANDBOX.faults().switchOn(new Faults.Switched("amazon-orders", Fault.SERVER_ERROR, 2, 4));
        assertThat(downloadOrders.from(account)).isFalse();
        assertThat(numbers(account.seller())).hasSize(100);
        SANDBOX.exchanges().clear();
        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(numbers(account.seller())).containsExactlyInAnyOrderElementsOf(truth(OutsideService.AMAZON));
        assertThat(SANDBOX.exchanges().all())
                .filteredOn(exchange -> exchange.api().equals("amazon-orders"))
                .as("the rest of the orders to send, and those without people")
                .hasSize(2);
    }

    @Test
    void whatTheChannelSaysWasPaidIsWhatWeHold() {
        var account = connected(OutsideService.EBAY);
        downloadOrders.from(account);
        assertThat(all(account.seller())).allSatisfy(order -> {
            var sum = order.lines().stream()
                    .map(line -> line.total())
                    .reduce(order.shipping(), (one, other) -> one.plus(other));
            assertThat(sum).isEqualTo(order.total());
        });
    }

    private Account connected(OutsideService service) {
        return shops.connect(shops.open(), service);
    }

    private static boolean hasStruck(Fault fault, String api) {
        return SANDBOX.exchanges().all().stream()
                .anyMatch(exchange ->
                        exchange.api().equals(api) && exchange.fault().equals(Optional.of(fault)));
    }

    /** Nothing is missing, nothing is there twice, and each order is what its channel says, down to whom it goes to. */
    private void isCompleteAndExact(Account account) {
        assertThat(putAside.of(account.seller())).isEmpty();
        var held = all(account.seller());
        var recipients = openPeople.recipients(AnOwner.of(account.seller()), "ORDER_PAGE", held);
        assertThat(held)
                .map(order -> ToldOrder.of(order, recipients.get(order.id()).opened()))
                .containsExactlyInAnyOrderElementsOf(orders(account.service()).stream()
                        .map(order -> ToldOrder.of(account.service(), order))
                        .toList());
    }

    private List<String> numbers(SellerId seller) {
        return all(seller).stream().map(OrderFacts::channelOrderId).toList();
    }

    private List<OrderFacts> all(SellerId seller) {
        return orders.page(seller, OrderFilter.all(), Optional.empty(), 10_000);
    }

    private static List<String> truth(OutsideService service) {
        return orders(service).stream()
                .map(order -> order.get("orderId").asString())
                .toList();
    }

    private static List<ObjectNode> orders(OutsideService service) {
        return SANDBOX.world()
                .account(service == OutsideService.AMAZON ? "amazon-1" : "ebay-1")
                .orElseThrow()
                .orders();
    }
}
