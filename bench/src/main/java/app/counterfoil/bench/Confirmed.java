package app.counterfoil.bench;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What the database has confirmed, as those who wrote it know: what they got no answer to is not among it. */
final class Confirmed {

    private final Set<Long> numbers = ConcurrentHashMap.newKeySet();
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final Set<String> askedToForget = ConcurrentHashMap.newKeySet();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    private volatile Next next = new Next(Long.MAX_VALUE, new CompletableFuture<>());

    private record Next(long after, CompletableFuture<Long> at) {}

    void number(long number) {
        numbers.add(number);
    }

    /** Orders that were taken in; the download of them had begun at that time. */
    void orders(Collection<String> taken, long begun) {
        orders.addAll(taken);
        var watched = next;
        if (begun > watched.after()) {
            watched.at().complete(System.nanoTime());
        }
    }

    /** Told before somebody is forgotten: without an answer nobody can say whether they were. */
    void askedToForget(String order) {
        askedToForget.add(order);
    }

    void forgotten(String order) {
        forgotten.add(order);
    }

    /** When the first orders were taken in whose download began after this time. */
    CompletableFuture<Long> ordersBegunAfter(long time) {
        var fresh = new Next(time, new CompletableFuture<>());
        next = fresh;
        return fresh.at();
    }

    Set<Long> numbers() {
        return Set.copyOf(numbers);
    }

    Set<String> orders() {
        return Set.copyOf(orders);
    }

    Set<String> forgotten() {
        return Set.copyOf(forgotten);
    }

    /** Orders whose people must be readable. */
    Set<String> readable() {
        var all = ConcurrentHashMap.<String>newKeySet();
        all.addAll(orders);
        all.removeAll(askedToForget);
        return all;
    }

    /** What was found to be lost is counted once. */
    void strike(Collection<Long> lostNumbers, Collection<String> lostOrders, Collection<String> returned) {
        numbers.removeAll(List.copyOf(lostNumbers));
        orders.removeAll(List.copyOf(lostOrders));
        forgotten.removeAll(List.copyOf(lostOrders));
        forgotten.removeAll(List.copyOf(returned));
    }
}
