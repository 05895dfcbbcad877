package app.counterfoil.hub.shell;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Four works at a time, two of one seller's at most: nobody's works keep those of another from beginning. */
final class FairQueue {

    private static final int AT_A_TIME = 4;
    private static final int AT_A_TIME_EACH = 2;
    private static final int WAITING = 100;
    private static final int WAITING_EACH = 25;

    private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    private final Map<String, Line> lines = new HashMap<>();
    private int unfinished;

    private static final class Line {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int begun;
    }

    /**
     * Does the work when it is its turn.
     *
     * @throws RejectedExecutionException when too much of this seller, or of all, is waiting already
     */
    synchronized void add(String seller, Runnable work) {
        var line = lines.getOrDefault(seller, new Line());
        if (unfinished >= AT_A_TIME + WAITING || line.waiting.size() >= WAITING_EACH) {
            throw new RejectedExecutionException();
        }
        if (line.begun < AT_A_TIME_EACH) {
            begin(seller, work);
            line.begun++;
        } else {
            line.waiting.add(work);
        }
        unfinished++;
        lines.put(seller, line);
    }

    private void begin(String seller, Runnable work) {
        workers.execute(() -> {
            try {
                work.run();
            } finally {
                finished(seller);
            }
        });
    }

    private synchronized void finished(String seller) {
        unfinished--;
        var line = lines.get(seller);
        if (line == null) {
            return;
        }
        var next = line.waiting.poll();
        if (next != null && !workers.isShutdown()) {
            begin(seller, next);
            return;
        }
        line.begun--;
        if (line.begun == 0) {
            lines.remove(seller);
        }
    }

    /** Stops what runs; what waits never begins. */
    void stop() {
        workers.shutdownNow();
    }
}
