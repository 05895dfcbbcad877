package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.BusinessClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses. After some tries that were wrong the next is not even looked at for a minute, then for two,
 * four and so on up to a quarter of an hour; an hour without a try and all is as before. Kept in memory alone.
 */
@Component
class Guesses {

    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    /** So that no stranger fills the memory; those who tried longest ago go first. */
    private static final int MOST_REMEMBERED = 20_000;

    private final BusinessClock clock;
    private final Map<Key, Tries> remembered = new LinkedHashMap<>();

    Guesses(BusinessClock clock) {
        this.clock = clock;
    }

    /** What is guessed at, or from where. */
    enum About {
        /** The password of one account: a person mistypes it now and then. */
        ACCOUNT(5),
        /** The same, in a browser in which they have signed in before. */
        KNOWN_BROWSER(5),
        /** Whatever comes from one address: a whole office may share one. */
        ADDRESS(25),
        /** A code that stands in the console. */
        CONSOLE_CODE(5);

        private final int free;

        About(int free) {
            this.free = free;
        }
    }

    /** One who is counted; prints nothing, for it may stand for a person. */
    record Key(About about, String which) {

        /** Bytes of an IPv6 address that tell a network apart: whoever has one address of it has them all. */
        private static final int BYTES_OF_A_NETWORK = 8;

        /** Whatever comes from one network address, or with IPv6 from one network. */
        static Key ofAddress(About about, String address) {
            if (address.indexOf(':') < 0) {
                return new Key(about, address);
            }
            try {
                // An address in numbers: nobody is asked for it.
                var bytes = InetAddress.getByName(address).getAddress();
                return new Key(
                        about,
                        bytes.length <= Integer.BYTES
                                ? address
                                : HexFormat.of().formatHex(bytes, 0, BYTES_OF_A_NETWORK));
            } catch (UnknownHostException noAddress) {
                return new Key(about, "unreadable");
            }
        }

        @Override
        public String toString() {
            return "Key[" + about + "]";
        }
    }

    private record Tries(int wrong, Instant last) {}

    /**
     * Takes a try, which counts as a wrong one until {@link #wasRight} says otherwise: so tries made at the same moment
     * count as many. While there is a wait nothing is counted, so that it ends.
     *
     * @return whether the try may be looked at
     */
    synchronized boolean take(Key... keys) {
        var now = clock.now();
        for (var key : keys) {
            if (waitEnds(key, now).isAfter(now)) {
                return false;
            }
        }
        for (var key : keys) {
            var before = remembered.remove(key);
            remembered.put(key, new Tries(before == null || isForgotten(before, now) ? 1 : before.wrong() + 1, now));
        }
        while (remembered.size() > MOST_REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        return true;
    }

    /** The last try was right: what was guessed at is forgiven; where it came from gets that one try back. */
    synchronized void wasRight(Key guessedAt, Key... from) {
        remembered.remove(guessedAt);
        for (var key : from) {
            remembered.computeIfPresent(
                    key, (same, tries) -> tries.wrong() <= 1 ? null : new Tries(tries.wrong() - 1, tries.last()));
        }
    }

    private Instant waitEnds(Key key, Instant now) {
        var tries = remembered.get(key);
        if (tries == null || isForgotten(tries, now) || tries.wrong() < key.about().free) {
            return now;
        }
        int doubled = Math.min(tries.wrong() - key.about().free, 10);
        var wait = SHORTEST_WAIT.multipliedBy(1L << doubled);
        return tries.last().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static boolean isForgotten(Tries tries, Instant now) {
        return !tries.last().plus(FORGOTTEN_AFTER).isAfter(now);
    }
}
