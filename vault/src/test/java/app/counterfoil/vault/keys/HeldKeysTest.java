package app.counterfoil.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.seal.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys in memory, from a keeper who takes long and then cannot give them. */
class HeldKeysTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicReference<Optional<HeldKeys.Keys>> has = new AtomicReference<>(Optional.empty());
    private final HeldKeys held = new HeldKeys(() -> Optional.of("file"), this::ask, Duration.ofMinutes(1));

    @Test
    @Timeout(60)
    void whoeverWaitsWhileAnotherAsksInVainIsToldTheSameAndAsksNoMore() throws InterruptedException {
        var refused = new AtomicInteger();
        var first = new Thread(() -> count(refused));
        first.start();
        while (asked.get() == 0) {
            Thread.onSpinWait();
        }
        assertThat(held.inMemory()).as("waits for nobody").isEmpty();
        var second = new Thread(() -> count(refused));
        second.start();
        while (second.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        answers.countDown();
        first.join();
        second.join();
        assertThat(refused).hasValue(2);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoComesAfterwardsAsksAnew() {
        answers.countDown();
        assertThatThrownBy(held::get).isInstanceOf(KeysUnavailable.class);
        has.set(Optional.of(new HeldKeys.Keys(Map.of("1", Secret.random()), 1)));
        assertThat(held.get().current()).isOne();
        assertThat(held.get().current()).isOne();
        assertThat(asked).hasValue(2);
    }

    private void count(AtomicInteger refused) {
        try {
            held.get();
        } catch (KeysUnavailable expected) {
            refused.incrementAndGet();
        }
    }

    private HeldKeys.Keys ask() {
        asked.incrementAndGet();
        try {
            answers.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return has.get().orElseThrow(() -> new KeysUnavailable("The keeper does not answer.", "Ask again."));
    }
}
