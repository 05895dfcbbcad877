package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.channel.Channel.Window;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.storage.HubDatabase;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A computer whose clock is ahead asks for days that have not come; it is told so, and loses nothing. */
@TestPropertySource(properties = "counterfoil.training=true")
@ContextConfiguration(initializers = HubDatabase.Own.class)
class ClockAheadTest extends ChannelBench {

    @Autowired
    private TrainingClock trainingClock;

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay"})
    void aClockThatIsAheadIsNamedAndOnceItIsRightTheOrdersCome(String channel) {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        var account = connect(channel, "Test");
        trainingClock.forward(1, turned -> {});
        assertThat(downloadOrders.from(account)).isFalse();
        var told = states.of(shop).get(0);
        assertThat(told.lastWrong()).contains("clock", "ahead");
        assertThat(told.lastMend()).contains("Set that computer's clock");

        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(all()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay"})
    void aDownloadBegunWhileTheClockWasAheadBeginsAnewOnceItIsRight(String channel) {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        var account = connect(channel, "Test");
        var now = clock.now();
        states.open(account, new Window(now.plus(Duration.ofDays(300)), now.plus(Duration.ofDays(330))));
        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(all()).isNotEmpty();
    }
}
