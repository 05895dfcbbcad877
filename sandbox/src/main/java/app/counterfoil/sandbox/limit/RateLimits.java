package app.counterfoil.sandbox.amazon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Token buckets for each operation and account, as published; the whole can be sped up for demos and tests. */
public final class RateLimits {

    private record Bucket(double tokens, Instant at) {}

    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private double scale;

    /** Limits that refill by the given clock, {@code scale} times as fast and as large as published. */
    public RateLimits(Clock clock, double scale) {
        this.clock = clock;
        this.scale = scale;
    }

    /** Speeds all limits up. */
    public synchronized void scale(double factor) {
        scale = factor;
        buckets.clear();
    }

    synchronized boolean allow(String operation, String account, double perSecond, int burst) {
        var now = clock.instant();
        var most = burst * scale;
        var bucket = buckets.getOrDefault(operation + account, new Bucket(most, now));
        var seconds = Math.max(0, Duration.between(bucket.at(), now).toMillis()) / 1000.0;
        var tokens = Math.min(most, bucket.tokens() + seconds * perSecond * scale);
        buckets.put(operation + account, new Bucket(tokens < 1 ? tokens : tokens - 1, now));
        return tokens >= 1;
    }
}
