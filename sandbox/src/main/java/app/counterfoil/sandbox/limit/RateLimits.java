package app.counterfoil.sandbox.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Limits for each operation and account or app, as published; the whole can be sped up for demos and tests. */
public final class RateLimits {

    private record Bucket(double tokens, Instant at) {}

    private record Count(LocalDate day, long calls) {}

    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private final Map<String, Count> days = new HashMap<>();
    private double scale;

    /** Limits that refill by the given clock, {@code scale} times as fast and as large as published. */
    public RateLimits(Clock clock, double scale) {
        this.clock = clock;
        this.scale = scale;
    }

    /** Speeds all limits up, and forgets what was used of them. */
    public synchronized void scale(double factor) {
        scale = factor;
        buckets.clear();
        days.clear();
    }

    /** Takes a call out of a bucket that refills all the time; false if it is empty. */
    public synchronized boolean allow(String operation, String account, double perSecond, int burst) {
        var now = clock.instant();
        var most = burst * scale;
        var bucket = buckets.getOrDefault(operation + account, new Bucket(most, now));
        var seconds = Math.max(0, Duration.between(bucket.at(), now).toMillis()) / 1000.0;
        var tokens = Math.min(most, bucket.tokens() + seconds * perSecond * scale);
        buckets.put(operation + account, new Bucket(tokens < 1 ? tokens : tokens - 1, now));
        return tokens >= 1;
    }

    /** Counts a call of an app on this day of the sandbox's clock; false if it is one too many. */
    public synchronized boolean allowToday(String operation, String app, long perDay) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var count = days.getOrDefault(operation + app, new Count(today, 0));
        long calls = count.day().equals(today) ? count.calls() + 1 : 1;
        if (calls > perDay * scale) {
            return false;
        }
        days.put(operation + app, new Count(today, calls));
        return true;
    }
}
