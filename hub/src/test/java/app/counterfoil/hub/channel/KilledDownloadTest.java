package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** An installation with a database of its own that was stopped in the middle of a download goes on as soon as it runs. */
class KilledDownloadTest {

    private static final Sandbox SANDBOX = Sandbox.start(new SandboxSettings(0, 5, 20, 10_000));

    private Path home = Path.of("unset");

    @BeforeEach
    void aHomeOfItsOwn() throws IOException {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home-")
                .toAbsolutePath();
    }

    @AfterEach
    void theHomeGoes() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aStartFreesWhatAnEarlierRunWasDownloading() {
        Account account;
        try (var hub = start()) {
            var shops = new MadeUpShops(hub);
            account = shops.connect(shops.open(), OutsideService.EBAY);
            assertThat(hub.getBean(DownloadStates.class).take(account)).isPresent();
            assertThat(isRunning(hub, account)).isTrue();
            downloadDue(hub, account);
            assertThat(orders(hub, account)).as("one that runs is left alone").isZero();
        }
        try (var hub = start()) {
            assertThat(isRunning(hub, account)).isFalse();
            downloadDue(hub, account);
            assertThat(orders(hub, account)).isEqualTo(20);
        }
    }

    private static boolean isRunning(ConfigurableApplicationContext hub, Account account) {
        var states = hub.getBean(DownloadStates.class);
        return states.isRunning(states.of(account.seller()).get(0));
    }

    private static void downloadDue(ConfigurableApplicationContext hub, Account account) {
        DownloadByItself.downloadDue(
                account.seller(),
                hub.getBean(Accounts.class),
                hub.getBean(DownloadStates.class),
                hub.getBean(DownloadOrders.class),
                hub.getBean(BusinessClock.class));
    }

    private static int orders(ConfigurableApplicationContext hub, Account account) {
        return hub.getBean(Orders.class)
                .page(account.seller(), OrderFilter.all(), Optional.empty(), 100)
                .size();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Counterfoil.class)
                .run(
                        "--counterfoil.home=" + home,
                        "--counterfoil.ebay.api=" + SANDBOX.address(),
                        "--server.port=0",
                        "--db-scheduler.enabled=false");
    }
}
