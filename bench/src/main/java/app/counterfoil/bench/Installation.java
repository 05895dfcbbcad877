package app.counterfoil.bench;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.Channel;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.storage.StorageSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A whole hub on a folder of its own, with its database, that knows nothing of being measured. */
final class Installation implements AutoCloseable {

    private final Path home;
    private final List<String> settings;
    private ConfigurableApplicationContext hub;

    Installation(Marketplace marketplace) throws IOException {
        this(marketplace, List.of("--logging.level.root=warn"));
    }

    /** One with further settings, that of its log among them. */
    Installation(Marketplace marketplace, List<String> further) throws IOException {
        this(Files.createTempDirectory("counterfoil-bench"), marketplace, further);
    }

    /** One on a folder that may hold what an earlier one has left there. */
    Installation(Path home, Marketplace marketplace, List<String> further) {
        this(home, marketplace.address(), further);
    }

    /** One whose marketplace is in another process. */
    Installation(Path home, URI marketplace, List<String> further) {
        this.home = home;
        SharedPrograms.share();
        var all = new ArrayList<>(List.of(
                "--counterfoil.home=" + home,
                "--counterfoil.amazon.api=" + marketplace,
                "--counterfoil.amazon.sign-in=" + marketplace,
                "--server.port=0",
                "--db-scheduler.enabled=false"));
        all.addAll(further);
        settings = List.copyOf(all);
        hub = start();
    }

    /** Another program on the same keys and the same database, which the first one has started. */
    Installation besides(URI marketplace) throws IOException, SQLException {
        var passwords = home.resolve("database");
        try (var connection = part(DataSource.class).getConnection()) {
            return new Installation(
                    home,
                    marketplace,
                    List.of(
                            "--logging.level.root=warn",
                            "--counterfoil.db.url=" + connection.getMetaData().getURL(),
                            "--counterfoil.db.owner-password="
                                    + Files.readString(passwords.resolve("owner.password"))
                                            .strip(),
                            "--counterfoil.db.app-password="
                                    + Files.readString(passwords.resolve("app.password"))
                                            .strip()));
        }
    }

    /** Ends the hub and leaves its folder, which is another one's too. */
    void leave() {
        hub.close();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Counterfoil.class).run(settings.toArray(String[]::new));
    }

    /** Ends the hub with its database, and starts both again on the same folder. */
    void startAnew() {
        hub.close();
        hub = start();
    }

    <T> T part(Class<T> type) {
        return hub.getBean(type);
    }

    /** All that fill a lent place, in their order. */
    <T> List<T> parts(Class<T> type) {
        return hub.getBeanProvider(type).orderedStream().toList();
    }

    Channel channel(OutsideService service) {
        return hub.getBeansOfType(Channel.class).values().stream()
                .filter(channel -> channel.service() == service)
                .findFirst()
                .orElseThrow();
    }

    StorageSettings settings() {
        return part(StorageSettings.class);
    }

    /** Where its pages are. */
    String address() {
        return "http://127.0.0.1:" + hub.getEnvironment().getRequiredProperty("local.server.port");
    }

    SellerId shop() {
        return part(OpenShop.class)
                .open(new Business("Bench Shop (made-up data)", List.of("1 Example Row"), "LS1 9ZZ", ""));
    }

    Account connect(SellerId shop, String account) {
        return part(ConnectChannel.class)
                .connect(shop, OutsideService.AMAZON, account, List.of("bench", "bench", account));
    }

    /** The owner's way into the same database, for the tables of the reference. */
    Connection owner() throws SQLException, IOException {
        return connection("counterfoil_owner", "owner.password");
    }

    /** The way of who answers for the whole server, for what it counts of itself. */
    Connection superuser() throws SQLException, IOException {
        return connection("postgres", "superuser.password");
    }

    private Connection connection(String role, String passwordFile) throws SQLException, IOException {
        try (var connection = part(DataSource.class).getConnection()) {
            var password = Files.readString(home.resolve("database").resolve(passwordFile), StandardCharsets.UTF_8);
            return DriverManager.getConnection(connection.getMetaData().getURL(), role, password.strip());
        }
    }

    @Override
    public void close() throws IOException {
        hub.close();
        FileSystemUtils.deleteRecursively(home);
    }
}
