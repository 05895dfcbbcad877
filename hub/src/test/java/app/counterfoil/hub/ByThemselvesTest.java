package app.counterfoil.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;

/**
 * What is promised to happen by itself happens with nobody asking for it: here the jobs are on, as they are with a
 * seller, and the test does only what a person does and then waits until it sees.
 */
class ByThemselvesTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(41));
    private static final String OWNER = "owner@shop.example";
    private static final Duration AWAY = Duration.ofDays(22);
    private static final ParcelWish WISH = new ParcelWish("TPN24", "smallParcel", new Weight(450));

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void anInstallationThatStartsAgainGoesOnWithAllOfItsWorkByItself() throws SQLException {
        SANDBOX.generate("amazon-1", 20);
        SellerId shop;
        Account ebay;
        try (var hub = start(false)) {
            shop = aShopWithALabel(hub);
            ebay = connect(hub, shop, OutsideService.EBAY, "ebay");
        }
        assertThat(sealedLabels()).isEqualTo(1);
        theMachineIsOffForThreeWeeks();
        SANDBOX.generate("ebay-1", 20);
        try (var hub = start(true)) {
            var orders = hub.getBean(Orders.class);
            see("the orders of eBay arrive", () -> of(ebay, orders, shop).size() == 20);
            see("the label ends on its day", () -> sealedLabels() == 0);

            var owner = owner(hub);
            var sent = of(ebay, orders, shop).stream()
                    .filter(order -> order.state() == OrderState.READY
                            && order.territory().equals(Territory.GREAT_BRITAIN))
                    .limit(3)
                    .toList();
            send(hub, owner, sent);
            see("eBay is told of every parcel", () -> sent.stream().allMatch(ByThemselvesTest::isConfirmed));
            see("every parcel is known as told", () -> sent.stream()
                    .allMatch(order -> parcel(hub, order).channelState() == Shipment.ChannelState.TOLD));
            var invoices = hub.getBean(Invoices.class);
            see("every order has its invoice", () -> sent.stream()
                    .allMatch(order -> invoices.ofOrder(shop, order.id()).isPresent()));
        }
    }

    private static void see(String what, Callable<Boolean> isSo) {
        await(what).atMost(Duration.ofMinutes(10)).until(isSo);
    }

    private static SellerId aShopWithALabel(ConfigurableApplicationContext hub) {
        var shop = hub.getBean(OpenShop.class)
                .open(new Business("Demo Shop (made up)", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", "GB100000034"));
        hub.getBean(VatClasses.class).sayMost(shop, VatClass.STANDARD, Optional.empty());
        hub.getBean(AddPerson.class).add(shop, Role.OWNER, "Demo Owner", OWNER, "a sentence for the test");
        hub.getBean(ConnectChannel.class)
                .connect(shop, OutsideService.ROYAL_MAIL, "Royal Mail", List.of("demo-royalmail-1"));
        var amazon = connect(hub, shop, OutsideService.AMAZON, "amazon");
        assertThat(hub.getBean(DownloadOrders.class).from(amazon)).isTrue();
        var first = of(amazon, hub.getBean(Orders.class), shop).stream()
                .filter(order ->
                        order.state() == OrderState.READY && order.territory().equals(Territory.GREAT_BRITAIN))
                .limit(1)
                .toList();
        send(hub, owner(hub), first);
        return shop;
    }

    private static Account connect(
            ConfigurableApplicationContext hub, SellerId shop, OutsideService service, String name) {
        return hub.getBean(ConnectChannel.class)
                .connect(
                        shop,
                        service,
                        "Test",
                        List.of("demo-" + name + "-client", "demo-" + name + "-secret", "demo-refresh-" + name + "-1"));
    }

    private static void send(ConfigurableApplicationContext hub, SignedIn owner, List<OrderFacts> orders) {
        assertThat(orders).isNotEmpty();
        var booked = hub.getBean(BookShipments.class)
                .book(owner, orders.stream().map(OrderFacts::id).toList(), WISH, done -> {});
        assertThat(booked).allSatisfy(each -> assertThat(each.isBooked()).isTrue());
        var parcels = orders.stream().map(order -> parcel(hub, order).id()).toList();
        assertThat(hub.getBean(MarkDispatched.class).handedOver(owner, parcels).left())
                .isEqualTo(orders.size());
    }

    private static Shipment parcel(ConfigurableApplicationContext hub, OrderFacts order) {
        return hub.getBean(Shipments.class)
                .ofOrder(owner(hub).seller(), order.id())
                .get(0);
    }

    private static SignedIn owner(ConfigurableApplicationContext hub) {
        return (SignedIn) hub.getBean(UserDetailsService.class).loadUserByUsername(OWNER);
    }

    private static List<OrderFacts> of(Account account, Orders orders, SellerId shop) {
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 100).stream()
                .filter(order -> order.account().equals(account.id()))
                .toList();
    }

    private static boolean isConfirmed(OrderFacts order) {
        return !SANDBOX.world()
                .account("ebay-1")
                .orElseThrow()
                .confirmations(order.channelOrderId())
                .isEmpty();
    }

    private static int sealedLabels() throws SQLException {
        try (var connection = DATABASE.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM counterfoil.vault_record WHERE purpose = 'LABEL'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void theMachineIsOffForThreeWeeks() throws SQLException {
        try (var connection = DATABASE.superuser();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE counterfoil.clock_ahead SET ahead = " + AWAY.toSeconds());
        }
        SANDBOX.world().clock().setAhead(AWAY);
    }

    /** Starts the hub as it is started for a seller, but that its jobs look more often whether they are due. */
    private static ConfigurableApplicationContext start(boolean withJobs) {
        var arguments = new ArrayList<String>();
        DATABASE.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        for (var api : List.of("amazon.api", "amazon.sign-in", "ebay.api", "royal-mail.api")) {
            arguments.add("--counterfoil." + api + "=" + SANDBOX.address());
        }
        arguments.addAll(List.of(
                "--server.port=0",
                "--counterfoil.dispatch.settle=0s",
                "--db-scheduler.enabled=" + withJobs,
                "--db-scheduler.polling-interval=200ms"));
        return new SpringApplicationBuilder(Counterfoil.class).run(arguments.toArray(String[]::new));
    }
}
