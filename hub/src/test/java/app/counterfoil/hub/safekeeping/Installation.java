package app.counterfoil.hub.safekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.LedgerSettings;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.AnOwner;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.hub.storage.StorageSettings.OutsideDatabase;
import app.counterfoil.hub.storage.WholeDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.keys.KeyRing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.WebApplicationContext;

/** A whole installation in a folder of its own, with an embedded database, that a test starts and stops. */
final class Installation implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final Path home;
    private @Nullable ConfigurableApplicationContext running;

    private Installation(Path home) {
        this.home = home;
    }

    /** A folder with nothing in it. */
    static Installation empty() {
        try {
            return new Installation(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home-")
                    .toAbsolutePath());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A folder with nothing in it but the keys and the erasure ledger of this one. */
    Installation emptyWithItsKeys() {
        var other = empty();
        try {
            FileSystemUtils.copyRecursively(home.resolve("keys"), other.home.resolve("keys"));
            if (Files.exists(home.resolve("ledger"))) {
                FileSystemUtils.copyRecursively(home.resolve("ledger"), other.home.resolve("ledger"));
            }
            for (var key : List.of("root.key", "ring")) {
                Files.setPosixFilePermissions(
                        other.home.resolve("keys").resolve(key),
                        Files.getPosixFilePermissions(home.resolve("keys").resolve(key)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return other;
    }

    void start(String... settings) {
        var all = new ArrayList<>(
                List.of("--counterfoil.home=" + home, "--server.port=0", "--db-scheduler.enabled=false"));
        all.addAll(List.of(settings));
        running = new SpringApplicationBuilder(Counterfoil.class).run(all.toArray(String[]::new));
    }

    void start(Sandbox sandbox) {
        start(Stream.concat(
                        SandboxOutside.settings(sandbox.address().toString()).entrySet().stream()
                                .map(each -> "--" + each.getKey() + "=" + each.getValue()),
                        Stream.of("--counterfoil.outside.pause=5ms"))
                .toArray(String[]::new));
    }

    <T> T part(Class<T> type) {
        return Objects.requireNonNull(running).getBean(type);
    }

    <T> List<T> parts(Class<T> type) {
        return Objects.requireNonNull(running).getBeanProvider(type).stream().toList();
    }

    void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** Its pages. */
    HubPages pages() {
        return new HubPages((WebApplicationContext) Objects.requireNonNull(running));
    }

    SellerId shop() {
        return shops().open();
    }

    Account connect(SellerId shop, OutsideService service) {
        return shops().connect(shop, service);
    }

    private MadeUpShops shops() {
        return new MadeUpShops(Objects.requireNonNull(running));
    }

    void download(Account account) {
        if (!part(DownloadOrders.class).from(account)) {
            throw new IllegalStateException("The download did not come to its end.");
        }
    }

    /** Whom every order of the shop is for, as it is opened, by the channel's number. */
    Map<String, String> people(SellerId shop) {
        var all = part(Orders.class).page(shop, OrderFilter.all(), Optional.empty(), 10_000);
        var recipients = part(OpenPeople.class).recipients(AnOwner.of(shop), "ORDER_PAGE", all);
        var people = new TreeMap<String, String>();
        all.forEach(order -> people.put(
                order.channelOrderId(),
                recipients
                        .get(order.id())
                        .opened()
                        .map(each -> each.name() + each.addressLines())
                        .orElse("nobody")));
        return people;
    }

    EpochKeys keys() {
        return KeyRing.inFolder(home.resolve("keys"), Clock.systemUTC()).mustBeThere();
    }

    StorageSettings settings() {
        return new StorageSettings(home, new OutsideDatabase("", "", "", "", "", "", "", false));
    }

    BackUp.Made backUp(Path file, Watched watched) throws SQLException {
        return backUp(file, NOW, watched);
    }

    /** A backup by a clock that shows that time. */
    BackUp.Made backUp(Path file, Instant at, Watched watched) throws SQLException {
        try (var database = WholeDatabase.of(settings())) {
            return new BackUp(database, keys(), () -> "ledger 0").to(file, at, watched);
        }
    }

    Restore.Done restore(Path file, boolean replace) {
        return new Restore(home, keys(), AfterRestore.NOTHING).from(file, replace, (percent, bytes, rows, at) -> {});
    }

    /** Restores as the command does: the ledger and its copies are followed before anything opens. */
    Restore.Done restoreAndFollow(Path file, Path... copies) {
        var keys = KeyRing.inFolder(home.resolve("keys"), Clock.systemUTC()).mustBeThere();
        return new Restore(home, keys, ErasuresTold.replay(keys, new LedgerSettings(List.of(copies))))
                .from(file, false, (percent, bytes, rows, at) -> {});
    }

    /** What a command says, and the code it ends with. */
    String says(int code, String name) {
        var said = new ByteArrayOutputStream();
        try (var program = new SpringApplicationBuilder(Counterfoil.class)
                .profiles("command")
                .run("--counterfoil.home=" + home)) {
            var command = program.getBeanProvider(Command.class).stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(command.run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8)))
                    .as(said.toString(StandardCharsets.UTF_8))
                    .isEqualTo(code);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** A checksum over the rows of every table, whatever order they lie in. */
    Map<String, String> checksums() throws SQLException {
        var sums = new TreeMap<String, String>();
        try (var database = WholeDatabase.of(settings());
                var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var table : new Catalogue(connection).read().tables()) {
                try (var row = statement.executeQuery(
                        "SELECT count(*), md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) FROM " + table.name()
                                + " t")) {
                    row.next();
                    sums.put(table.name(), row.getLong(1) + " " + row.getString(2));
                }
            }
        }
        return sums;
    }

    long count(String sql) throws SQLException {
        try (var database = WholeDatabase.of(settings());
                var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Changes something past the program. */
    void change(String sql) throws SQLException {
        try (var database = WholeDatabase.of(settings());
                var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        stop();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
