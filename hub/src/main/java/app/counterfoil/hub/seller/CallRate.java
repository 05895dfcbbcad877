package app.counterfoil.hub.seller;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How often somebody may call within a minute; kept in memory, for at most so many at a time. */
final class CallRate {

    private static final int MOST_REMEMBERED = 10_000;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int mostAMinute;
    private final Map<String, Minute> minutes = new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Minute> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    CallRate(int mostAMinute) {
        this.mostAMinute = mostAMinute;
    }

    private record Minute(long since, int calls) {}

    /** Counts a call; how many seconds they have to wait before it, or none. */
    long secondsToWait(String who) {
        return secondsToWait(who, System.nanoTime());
    }

    synchronized long secondsToWait(String who, long now) {
        var minute = minutes.get(who);
        if (minute == null || now - minute.since() >= MINUTE) {
            minutes.put(who, new Minute(now, 1));
            return 0;
        }
        if (minute.calls() >= mostAMinute) {
            return TimeUnit.NANOSECONDS.toSeconds(MINUTE - (now - minute.since())) + 1;
        }
        minutes.put(who, new Minute(minute.since(), minute.calls() + 1));
        return 0;
    }
}
