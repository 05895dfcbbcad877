package app.counterfoil.hub.payout;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop that sells at two channels and takes in their settlements. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class PayoutBench {

    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(97));
    static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);
    static final HubDatabase DATABASE = HubDatabase.fresh();

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    TakeInSettlements takeIn;

    @Autowired
    Settlements settlements;

    @Autowired
    Orders orders;

    @Autowired
    private DownloadOrders downloadOrders;

    SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.outside.patience", () -> "3s");
    }

    @BeforeEach
    void aShopThatSellsAtTwoChannels() {
        shop = shops.openWithVat();
        shops.connect(shop, OutsideService.AMAZON);
        shops.connect(shop, OutsideService.EBAY);
    }

    @AfterEach
    void theBooksAreWell() {
        SANDBOX.faults().clear();
        assertThat(flaws()).isEmpty();
    }

    List<String> flaws() {
        return shops.flaws(shop);
    }

    SignedIn bookkeeper() {
        return shops.person(shop, Role.BOOKKEEPER);
    }

    Account account(OutsideService service) {
        return takeIn.accounts(shop).stream()
                .filter(account -> account.service() == service)
                .findFirst()
                .orElseThrow();
    }

    int amazon(String file) {
        return taken(OutsideService.AMAZON, file);
    }

    int ebay(String file) {
        return taken(OutsideService.EBAY, file);
    }

    private int taken(OutsideService service, String file) {
        return takeIn.takeIn(
                shop,
                account(service).id(),
                SettlementFiles.stream(file),
                bookkeeper().id());
    }

    Settlement only() {
        var all = settlements.latest(shop, 0, 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    OrderFacts downloaded(String number) {
        takeIn.accounts(shop).forEach(downloadOrders::from);
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 200).stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
