package app.counterfoil.bench;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.custody.TurnOfEpoch;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.KeyRing;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One life of a hub under load, in a process of its own, until it is killed. What it has confirmed it notes in a file
 * that outlives it, so that the next life can be asked for it.
 */
final class SoakLife {

    static final String NAME = "soak-life";
    static final String CHECK = "check";
    static final String WORK = "work";
    static final String CHECKED = "checked ";
    static final String BUSY = CHECKED + "busy";
    static final String WELL = CHECKED + "well";

    private static final int ORDERS_AT_ONCE = 3;
    private static final int OPENED_AT_ONCE = 200;
    private static final int LOOKED_AT_ONE_OF = 5;
    /** How often in so many turns of its hand a life turns the day or the epoch. */
    private static final int TURNS_OF = 12;
    /** How often in so many of them it moves to the next day; every order is sealed anew then. */
    private static final int DAYS_OF = 150;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(3);
    private static final Set<Purpose> OF_A_BUYER = Set.of(Purpose.DELIVERY, Purpose.SERVICE);

    private final Installation hub;
    private final Marketplace marketplace;
    private final SellerId shop;
    private final Path confirmed;
    private final Random random;
    private final OrderPages pages;
    private final Semaphore taken = new Semaphore(0);
    private final ReadWriteLock work = new ReentrantReadWriteLock(true);

    private SoakLife(Installation hub, Marketplace marketplace, SellerId shop, Path home, long seed) {
        this.hub = hub;
        this.marketplace = marketplace;
        this.shop = shop;
        this.confirmed = home.resolve("confirmed");
        // Seeds that follow each other begin alike; lives are short.
        this.random = new Random(new SplittableRandom(seed).nextLong());
        this.pages = new OrderPages(seed);
    }

    /** Starts a hub on the folder, and does what is asked line by line. */
    static void live(Path home, long seed) throws IOException {
        try (var marketplace = new Marketplace();
                var hub = new Installation(
                        home,
                        marketplace,
                        List.of(
                                "--logging.level.root=off",
                                "--spring.main.banner-mode=off",
                                "--counterfoil.training=true",
                                "--spring.main.lazy-initialization=true"))) {
            var shop = hub.parts(KnowsSellers.class).stream()
                    .flatMap(known -> known.allSellers().stream())
                    .findFirst()
                    .orElseGet(hub::shop);
            new SoakLife(hub, marketplace, shop, home, seed).doAsAsked();
        }
    }

    private void doAsAsked() throws IOException {
        var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int strokes = 0;
        for (var line = asked.readLine(); line != null; line = asked.readLine()) {
            if (line.equals(WORK)) {
                if (strokes == 0) {
                    start("soak-1");
                    start("soak-2");
                }
                // Whoever has begun goes on; now and then it is looked whether anything still gets done.
                var busy = strokes++ % LOOKED_AT_ONE_OF > 0 || isBusy();
                System.out.println(busy ? BUSY : CHECKED + "that nothing gets done");
            } else {
                work.writeLock().lock();
                try {
                    System.out.println(CHECKED + checked());
                } finally {
                    work.writeLock().unlock();
                }
            }
        }
    }

    /** Waits until further orders were taken in: a kill is to strike a hub at work. */
    private boolean isBusy() {
        taken.drainPermits();
        try {
            return taken.tryAcquire(LONGEST_WAIT, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void start(String name) {
        var thread = new Thread(this::keepWorking, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void keepWorking() {
        // Orders first: until some are taken in, nothing is killed.
        for (var first = true; ; first = false) {
            work.readLock().lock();
            try {
                if (first) {
                    takeOrders();
                } else {
                    workOnce();
                }
            } catch (RuntimeException databaseAway) {
                LockSupport.parkNanos(PAUSE);
            } finally {
                work.readLock().unlock();
            }
        }
    }

    private void workOnce() {
        if (random.nextInt(DAYS_OF) == 0) {
            // The day before has to have turned whole: an order that nobody carries on for a week ends lawfully.
            hub.part(TurnOfDay.class).turn();
            hub.part(TrainingClock.class).forward(1, day -> {});
            return;
        }
        switch (random.nextInt(TURNS_OF)) {
            case 0 -> hub.part(TurnOfDay.class).turn();
            case 1 -> {
                var unused = hub.part(TurnOfEpoch.class).turn(renewed -> {});
            }
            default -> takeOrders();
        }
    }

    private void takeOrders() {
        var name = "soak-" + UUID.randomUUID();
        synchronized (pages) {
            marketplace.open(name, pages.next(ORDERS_AT_ONCE));
        }
        var account = hub.connect(shop, name);
        if (!hub.part(DownloadOrders.class).from(account)) {
            return;
        }
        var subjects = subjects("AND account_id = '" + account.id() + "'");
        subjects.forEach(subject -> note("order " + subject));
        if (subjects.size() != ORDERS_AT_ONCE) {
            note("lost " + (ORDERS_AT_ONCE - subjects.size()));
        }
        subjects.stream().limit(1).forEach(this::forget);
        taken.release();
    }

    private void forget(UUID subject) {
        note("asked " + subject);
        hub.part(Custody.class)
                .in(shop, vault -> vault.forget(List.of(new SubjectId(subject)), OF_A_BUYER, "ERASURE_REQUEST"));
        note("forgotten " + subject);
    }

    private List<UUID> subjects(String further) {
        return hub.part(SellerTransactions.class).in(shop, () -> hub.part(JdbcClient.class)
                .sql("SELECT subject_id FROM order_order WHERE seller_id = :seller " + further)
                .param("seller", shop.value())
                .query(UUID.class)
                .list());
    }

    private synchronized void note(String line) {
        try {
            Files.writeString(confirmed, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits for the database, which may be starting again. */
    private String checked() throws IOException {
        var begun = System.nanoTime();
        while (true) {
            try {
                return checkedNow();
            } catch (RuntimeException databaseAway) {
                if (System.nanoTime() - begun > LONGEST_WAIT) {
                    return "NOT: " + databaseAway.getClass().getSimpleName();
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private String checkedNow() throws IOException {
        // A day that was struck while it turned is turned by the next start, and is no flaw until then.
        hub.part(TurnOfDay.class).turn();
        turnEpochIfADayHasGone();
        var said = new ByteArrayOutputStream();
        var verify = hub.parts(Command.class).stream()
                .filter(command -> command.name().equals("verify"))
                .findFirst()
                .orElseThrow();
        if (verify.run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
            return "WRONG: " + said.toString(StandardCharsets.UTF_8).replace('\n', '/');
        }
        var lost = noted("order ");
        lost.removeAll(new HashSet<>(subjects("")));
        var forgotten = noted("forgotten ");
        var asked = noted("asked ");
        var all = subjects("").stream().map(SubjectId::new).toList();
        var gone = new HashSet<UUID>();
        hub.part(Custody.class)
                .in(shop, vault -> vault.erasures().forgotten(Purpose.DELIVERY, all))
                .forEach(subject -> gone.add(subject.value()));
        forgotten.removeAll(gone);
        gone.removeAll(asked);
        var unreadable = noted("order ");
        unreadable.removeAll(asked);
        unreadable.removeAll(readable());
        return lost.isEmpty()
                        && forgotten.isEmpty()
                        && gone.isEmpty()
                        && unreadable.isEmpty()
                        && lines("lost ").isEmpty()
                ? "well " + all.size()
                : "WRONG: " + lost.size() + " orders lost, " + lines("lost ").size() + " downloads not whole, "
                        + forgotten.size() + " people returned, " + gone.size() + " people forgotten unasked, "
                        + unreadable.size() + " people lost";
    }

    /** As the nights do; one that is only unfinished is left as it is. */
    private void turnEpochIfADayHasGone() {
        var history = hub.part(KeyRing.class).history();
        var dayBefore = hub.part(BusinessClock.class).now().minus(Duration.ofDays(1));
        if (history.get(history.size() - 1).made().isBefore(dayBefore)) {
            var unused = hub.part(TurnOfEpoch.class).turn(renewed -> {});
        }
    }

    /** Whose address opens; all orders stay to be sent, so that their people are carried on from day to day. */
    private Set<UUID> readable() {
        var refs = hub.part(SellerTransactions.class).in(shop, () -> hub.part(JdbcClient.class)
                .sql("SELECT order_id, subject_id FROM order_order WHERE seller_id = :seller")
                .param("seller", shop.value())
                .query((row, number) ->
                        new RecordRef(row.getObject(1, UUID.class), new SubjectId(row.getObject(2, UUID.class))))
                .list());
        var opening = new Opening(HubJob.RETENTION, Purpose.DELIVERY, "SOAK");
        var readable = new HashSet<UUID>();
        for (int first = 0; first < refs.size(); first += OPENED_AT_ONCE) {
            var some = refs.subList(first, Math.min(refs.size(), first + OPENED_AT_ONCE));
            hub.part(Custody.class)
                    .in(shop, vault -> vault.open(opening, Recipient.KIND, some))
                    .values()
                    .forEach(outcome -> {
                        if (outcome instanceof Outcome.Opened<Recipient> opened) {
                            readable.add(opened.subject().value());
                        }
                    });
        }
        return readable;
    }

    private Set<UUID> noted(String what) throws IOException {
        var ids = new HashSet<UUID>();
        lines(what).forEach(line -> ids.add(UUID.fromString(line.substring(what.length()))));
        return ids;
    }

    /** A kill can cut the last line off. */
    private List<String> lines(String what) throws IOException {
        if (!Files.exists(confirmed)) {
            return List.of();
        }
        var text = Files.readString(confirmed);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith(what))
                .toList();
    }
}
