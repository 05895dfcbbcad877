package app.counterfoil.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.ParcelWishes;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
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
    void anInstallationThatStartsAgainGoesOnWithAllOfItsWorkByItself() {
        SANDBOX.generate("amazon-1", 20);
        SellerId shop;
        Account ebay;
        try (var hub = start(false)) {
            shop = aShopWithALabel(hub);
            ebay = new MadeUpShops(hub).connect(shop, OutsideService.EBAY);
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
        var shops = new MadeUpShops(hub);
        var shop = shops.openWithVat();
        shops.person(shop, Role.OWNER, OWNER);
        shops.connect(shop, OutsideService.ROYAL_MAIL);
        var amazon = shops.download(shop, OutsideService.AMAZON);
        var first = of(amazon, hub.getBean(Orders.class), shop).stream()
                .filter(order ->
                        order.state() == OrderState.READY && order.territory().equals(Territory.GREAT_BRITAIN))
                .limit(1)
                .toList();
        send(hub, owner(hub), first);
        return shop;
    }

    private static void send(ConfigurableApplicationContext hub, SignedIn owner, List<OrderFacts> orders) {
        assertThat(orders).isNotEmpty();
        var booked = hub.getBean(BookShipments.class)
                .book(owner, orders.stream().map(OrderFacts::id).toList(), ParcelWishes.all(WISH), done -> {});
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

    private static long sealedLabels() {
        return DATABASE.count("SELECT count(*) FROM counterfoil.vault_record WHERE purpose = 'LABEL'");
    }

    private static void theMachineIsOffForThreeWeeks() {
        DATABASE.change("UPDATE counterfoil.clock_ahead SET ahead = " + AWAY.toSeconds());
        SANDBOX.world().clock().setAhead(AWAY);
    }

    /** Starts the hub as it is started for a seller, but that its jobs look more often whether they are due. */
    private static ConfigurableApplicationContext start(boolean withJobs) {
        var arguments = new ArrayList<String>();
        DATABASE.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        SandboxOutside.settings(SANDBOX.address().toString())
                .forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(
                "--server.port=0",
                "--counterfoil.dispatch.settle=0s",
                "--db-scheduler.enabled=" + withJobs,
                "--db-scheduler.polling-interval=200ms"));
        return new SpringApplicationBuilder(Counterfoil.class).run(arguments.toArray(String[]::new));
    }
}
