package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.seller.Guesses.About;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final Guesses.Key ACCOUNT = new Guesses.Key(About.ACCOUNT, "1");
    private static final Guesses.Key ADDRESS = new Guesses.Key(About.ADDRESS, "192.0.2.1");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T09:00:00Z"));
    private final Guesses guesses = new Guesses(now::get);

    @Test
    void afterFiveWrongTriesTheWaitDoublesUpToAQuarterOfAnHour() {
        assertThat(taken(10)).isEqualTo(5);
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            after(Duration.ofMinutes(minutes).minusSeconds(1));
            assertThat(guesses.take(ACCOUNT)).as("before " + minutes).isFalse();
            after(Duration.ofSeconds(1));
            assertThat(guesses.take(ACCOUNT)).as("after " + minutes).isTrue();
        }
    }

    @Test
    void askingDuringAWaitDoesNotMakeItLonger() {
        taken(5);
        IntStream.range(0, 59).forEach(second -> {
            after(Duration.ofSeconds(1));
            assertThat(guesses.take(ACCOUNT)).isFalse();
        });
        after(Duration.ofSeconds(1));
        assertThat(guesses.take(ACCOUNT)).isTrue();
    }

    @Test
    void aRightTryForgivesTheAccountButNotAllThatCameFromTheAddress() {
        for (int i = 0; i < 24; i++) {
            assertThat(guesses.take(new Guesses.Key(About.ACCOUNT, "of somebody " + i), ADDRESS))
                    .isTrue();
        }
        // With an account of one's own one does not wash away the guesses at others.
        assertThat(guesses.take(ACCOUNT, ADDRESS)).isTrue();
        guesses.wasRight(ACCOUNT, ADDRESS);
        assertThat(guesses.take(new Guesses.Key(About.ACCOUNT, "the 25th"), ADDRESS))
                .isTrue();
        assertThat(guesses.take(new Guesses.Key(About.ACCOUNT, "the 26th"), ADDRESS))
                .isFalse();
        assertThat(guesses.take(ACCOUNT, new Guesses.Key(About.ADDRESS, "192.0.2.2")))
                .isTrue();
    }

    @Test
    void aNetworkOfAddressesIsOne() {
        assertThat(Guesses.Key.ofAddress(About.ADDRESS, "2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Guesses.Key.ofAddress(About.ADDRESS, "2001:db8:1:2:ffff::1"))
                .isNotEqualTo(Guesses.Key.ofAddress(About.ADDRESS, "2001:db8:1:3::1"));
        assertThat(Guesses.Key.ofAddress(About.ADDRESS, "192.0.2.1"))
                .isEqualTo(ADDRESS)
                .isNotEqualTo(Guesses.Key.ofAddress(About.ADDRESS, "192.0.2.2"));
        assertThat(Guesses.Key.ofAddress(About.ADDRESS, "::ffff:192.0.2.1").which())
                .isEqualTo("::ffff:192.0.2.1");
    }

    @Test
    void triesMadeAtTheSameMomentCountAsMany() {
        assertThat(IntStream.range(0, 100)
                        .parallel()
                        .filter(each -> guesses.take(ACCOUNT))
                        .count())
                .isEqualTo(5);
    }

    @Test
    void anHourWithoutATryAndAllIsAsBefore() {
        taken(5);
        after(Duration.ofHours(1));
        assertThat(taken(10)).isEqualTo(5);
    }

    @Test
    void aWaitSaysNothingAboutWhomItIsFor() {
        assertThat(ACCOUNT).hasToString("Key[ACCOUNT]");
    }

    private long taken(int tries) {
        return IntStream.range(0, tries).filter(each -> guesses.take(ACCOUNT)).count();
    }

    private void after(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
