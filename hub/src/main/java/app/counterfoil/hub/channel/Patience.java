package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.ServiceUnusable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * How often a channel is asked again where a failure may pass. The pause doubles each time, and the channel's own word on
 * it wins; who is asked to wait longer than they can gives up at once.
 *
 * @param tries how often it is asked at most, silences and garbled answers included
 * @param silences how often it may stay silent: each silence costs the whole patience of a call
 * @param pause the first pause
 * @param longest the longest pause that is waited for
 */
record Patience(int tries, int silences, Duration pause, Duration longest) {

    /**
     * Asks until there is an answer.
     *
     * @throws ServiceUnusable the last failure, where asking again is of no use
     */
    <T> T ask(Supplier<T> question) {
        int silent = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (ServiceUnusable unusable) {
                silent += unusable.kind() == ServiceUnusable.Kind.AWAY ? 1 : 0;
                var asked = unusable.retryAfter().orElse(pause.multipliedBy(1L << (attempt - 1)));
                if (attempt == tries
                        || silent == silences
                        || !mayPass(unusable)
                        || asked.compareTo(longest) > 0
                        || !waited(asked)) {
                    throw unusable;
                }
            }
        }
    }

    private static boolean mayPass(ServiceUnusable unusable) {
        return switch (unusable.kind()) {
            case BUSY, AWAY, NOT_UNDERSTOOD -> true;
            case SIGN_IN, REFUSED -> false;
        };
    }

    /** Waits, and tells whether nobody has called it off meanwhile. */
    private static boolean waited(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - until < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        return !Thread.currentThread().isInterrupted();
    }
}
