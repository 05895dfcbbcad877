package app.counterfoil.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was seen of a program while it was watched: in which methods it ran, and what it allocated where. */
final class Profiled {

    private static final int TOP = 10;
    private static final List<String> SEALING = List.of("app.counterfoil.vault.seal.", "com.google.crypto.tink.");

    private final Map<String, Long> running = new HashMap<>();
    private final Map<String, Long> below = new HashMap<>();
    private final Map<String, Long> nearest = new HashMap<>();
    private final Map<String, Long> allocated = new HashMap<>();
    private final Map<String, Long> allocating = new HashMap<>();
    private long samples;
    private long sealing;
    private long bytes;

    /** A thread ran in that method, with these types and methods of the hub above it, the nearest first. */
    void runs(String method, Collection<String> types, List<String> hubMethods) {
        samples++;
        sealing += types.stream().anyMatch(type -> SEALING.stream().anyMatch(type::startsWith)) ? 1 : 0;
        running.merge(method, 1L, Long::sum);
        hubMethods.forEach(each -> below.merge(each, 1L, Long::sum));
        hubMethods.stream().limit(1).forEach(each -> nearest.merge(each, 1L, Long::sum));
    }

    /** So many bytes were allocated, sampled at an object of that type, for that method of the hub. */
    void allocates(long weight, String type, String hubMethod) {
        bytes += weight;
        allocated.merge(type, weight, Long::sum);
        allocating.merge(hubMethod, weight, Long::sum);
    }

    /** The share of samples in the vault's primitives: keys, ciphertext, tokens. */
    double sealingShare() {
        return samples == 0 ? 0 : (double) sealing / samples;
    }

    /** What was seen both times. */
    Profiled plus(Profiled other) {
        var both = new Profiled();
        both.add(this);
        both.add(other);
        return both;
    }

    private void add(Profiled other) {
        samples += other.samples;
        sealing += other.sealing;
        bytes += other.bytes;
        other.running.forEach((method, count) -> running.merge(method, count, Long::sum));
        other.below.forEach((method, count) -> below.merge(method, count, Long::sum));
        other.nearest.forEach((method, count) -> nearest.merge(method, count, Long::sum));
        other.allocated.forEach((type, weight) -> allocated.merge(type, weight, Long::sum));
        other.allocating.forEach((method, weight) -> allocating.merge(method, weight, Long::sum));
    }

    /** Prints the ten first of each, and how much was allocated for each of so many of these. */
    void tell(PrintStream out, int count, String each) {
        out.println();
        out.println("%,d samples; allocated %.1f kB %s".formatted(samples, bytes / 1e3 / count, each));
        top(out, "in the method itself", running, samples);
        top(out, "in the hub's method and the libraries it calls", nearest, samples);
        top(out, "in the hub's method and all that it calls", below, samples);
        top(out, "allocated, by type", allocated, bytes);
        top(out, "allocated, by the hub's method", allocating, bytes);
    }

    private static void top(PrintStream out, String what, Map<String, Long> counts, long all) {
        out.println();
        out.println("  share  " + what);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(TOP)
                .forEach(
                        entry -> out.println("%6.1f %%  %s".formatted(100.0 * entry.getValue() / all, entry.getKey())));
    }
}
