package app.counterfoil.hub.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One seller's long works never keep those of another from beginning. */
class FairQueueTest {

    private final FairQueue queue = new FairQueue();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void stop() {
        letGo.countDown();
        queue.stop();
    }

    @Test
    void whileOneSellersWorksTakeLongAnothersAreDone() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            queue.add("slow", this::slow);
        }
        var other = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            queue.add("other", other::countDown);
        }
        assertThat(other.await(5, TimeUnit.MINUTES)).isTrue();
        assertThat(done).hasValue(0);
    }

    @Test
    void whatWaitedIsDoneInItsTurnHoweverTheOneBeforeEnded() throws InterruptedException {
        var all = new CountDownLatch(6);
        for (int i = 0; i < 6; i++) {
            queue.add("seller", () -> {
                all.countDown();
                throw new IllegalStateException("failed on purpose");
            });
        }
        assertThat(all.await(5, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void oneSellerIsRefusedBeforeTheRoomOfAllIsTaken() {
        for (int i = 0; i < 27; i++) {
            queue.add("eager", this::slow);
        }
        assertThatThrownBy(() -> queue.add("eager", this::slow)).isInstanceOf(RejectedExecutionException.class);
        queue.add("other", this::slow);
    }

    private void slow() {
        try {
            letGo.await();
            done.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
