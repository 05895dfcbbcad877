package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads that follow each other by themselves stay within what their channel publishes, however long it goes on. */
class PublishedRateTest extends ChannelBench {

    @AfterEach
    void theLimitsDoNotStandInTheWay() throws Exception {
        limitsTimes(10_000);
        SANDBOX.world().clock().setAhead(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay"})
    void hoursOfDownloadsAreNeverToldToSlowDown(String channel) throws Exception {
        limitsTimes(1);
        SANDBOX.exchanges().clear();
        var account = connect(channel, "Test");
        var passed = Duration.ZERO;
        for (int run = 0; run < 100; run++) {
            assertThat(downloadOrders.from(account)).as("download %s", run).isTrue();
            var state = states.of(shop).get(0);
            passed = passed.plus(Duration.between(state.lastEndedAt().orElseThrow(), state.nextRunAt()));
            SANDBOX.world().clock().setAhead(passed);
        }
        assertThat(SANDBOX.exchanges().all())
                .hasSizeGreaterThan(100)
                .extracting(exchange -> exchange.reply().status())
                .doesNotContain(429);
    }

    private static void limitsTimes(int scale) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(SANDBOX.address().resolve("/sandbox/limits"))
                                .POST(BodyPublishers.ofString("{\"scale\":" + scale + "}"))
                                .build(),
                        BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(204);
    }
}
