package app.counterfoil.bench;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Take in orders, forget people and commit plain rows, without a pause, whatever happens to the database meanwhile. */
final class DrillWriters implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("\"orderId\":\"([^\"]+)\"");
    private static final int ORDERS_AT_ONCE = 10;

    /** Every so many orders somebody of one is forgotten. */
    private static final int FORGOTTEN_OF = 3;

    private static final long PAUSE_AFTER_A_FAILURE = TimeUnit.MILLISECONDS.toNanos(10);

    private final TwoSites sites;
    private final Installation hub;
    private final Marketplace marketplace;
    private final SellerId shop;
    private final OrderPages pages;
    private final Confirmed confirmed;
    private final BlockingQueue<String> toForget = new LinkedBlockingQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    DrillWriters(TwoSites sites, Installation hub, Marketplace marketplace, SellerId shop, long seed, Confirmed noted) {
        this.sites = sites;
        this.hub = hub;
        this.marketplace = marketplace;
        this.shop = shop;
        this.pages = new OrderPages(seed);
        this.confirmed = noted;
        start("drill-orders", this::takeOrders);
        start("drill-forget", this::forget);
        start("drill-commits-1", this::commit);
        start("drill-commits-2", this::commit);
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    private void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** An account whose download was cut off is busy for a while, so the next orders come from another one. */
    private void takeOrders() {
        var account = Optional.<Account>empty();
        while (!stopping) {
            try {
                var name = "drill-" + numbers.incrementAndGet();
                var used = account.isPresent() ? account.get() : hub.connect(shop, name);
                account = downloaded(used) ? Optional.of(used) : Optional.empty();
            } catch (RuntimeException databaseAway) {
                account = Optional.empty();
                LockSupport.parkNanos(PAUSE_AFTER_A_FAILURE);
            }
        }
    }

    private boolean downloaded(Account account) {
        var page = pages.next(ORDERS_AT_ONCE);
        var numbers = new ArrayList<String>();
        page.forEach(json -> NUMBER.matcher(new String(json, StandardCharsets.UTF_8))
                .results()
                .forEach(found -> numbers.add(found.group(1))));
        marketplace.open(account.name(), page);
        var begun = System.nanoTime();
        if (!hub.part(DownloadOrders.class).from(account)) {
            return false;
        }
        confirmed.orders(numbers, begun);
        for (int i = 0; i < numbers.size(); i += FORGOTTEN_OF) {
            toForget.add(numbers.get(i));
        }
        return true;
    }

    private void forget() {
        while (!stopping) {
            try {
                var order = toForget.poll(50, TimeUnit.MILLISECONDS);
                if (order != null) {
                    confirmed.askedToForget(order);
                    var subject = new SubjectId(subjectOf(order));
                    hub.part(Custody.class)
                            .in(
                                    shop,
                                    vault -> vault.forget(
                                            List.of(subject),
                                            Set.of(Purpose.DELIVERY, Purpose.SERVICE),
                                            "ERASURE_REQUEST"));
                    confirmed.forgotten(order);
                }
            } catch (RuntimeException databaseAway) {
                LockSupport.parkNanos(PAUSE_AFTER_A_FAILURE);
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private UUID subjectOf(String order) {
        return hub.part(SellerTransactions.class).in(shop, () -> hub.part(JdbcClient.class)
                .sql("SELECT subject_id FROM order_order WHERE seller_id = :seller AND channel_order_id = :order")
                .param("seller", shop.value())
                .param("order", order)
                .query(UUID.class)
                .single());
    }

    private void commit() {
        while (!stopping) {
            try (var connection = sites.app();
                    var statement = insert(connection)) {
                while (!stopping) {
                    var number = numbers.incrementAndGet();
                    statement.setLong(1, number);
                    statement.executeUpdate();
                    confirmed.number(number);
                }
            } catch (SQLException databaseAway) {
                LockSupport.parkNanos(PAUSE_AFTER_A_FAILURE);
            }
        }
    }

    /** One row in a transaction of its own. */
    static PreparedStatement insert(Connection connection) throws SQLException {
        return connection.prepareStatement("INSERT INTO drill.noted (number) VALUES (?)");
    }

    /** A number that no writer has used. */
    long nextNumber() {
        return numbers.incrementAndGet();
    }
}
