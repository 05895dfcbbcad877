package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.sandbox.change.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders that change during a download: Amazon's cursor misses no other order for it, eBay's offset does. */
class PagesWhileOrdersChangeTest {

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void aSandboxWithThreePages() {
        sandbox = Sandbox.start(SandboxSettings.forTests(7));
        sandbox.generate("amazon-1", 150);
        sandbox.generate("ebay-1", 150);
        caller = new Caller(sandbox.address());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void amazonGivesEveryOrderThoughThoseOfTheFirstPageLeaveTheWindow() {
        var window = "?lastUpdatedAfter=2026-01-01T00:00:00Z&lastUpdatedBefore="
                + Instant.now().minusSeconds(150).truncatedTo(ChronoUnit.SECONDS)
                + "&maxResultsPerPage=50";
        var first = caller.amazon("amazon-1", window);
        var given = new ArrayList<>(ids(first));
        touch("amazon-1", given);
        for (var page = first; page.has("pagination"); ) {
            page = caller.amazon(
                    "amazon-1",
                    window + "&paginationToken="
                            + Caller.encoded(
                                    page.get("pagination").get("nextToken").asString()));
            given.addAll(ids(page));
        }
        assertThat(given).hasSize(150).containsExactlyInAnyOrderElementsOf(all("amazon-1"));
    }

    @Test
    void amazonGivesAnOrderThatEntersTheWindowBehindTheCursorOnce() {
        var window = "?createdAfter=2026-01-01T00:00:00Z&maxResultsPerPage=50";
        var first = caller.amazon("amazon-1", window);
        var given = new ArrayList<>(ids(first));
        sandbox.generate("amazon-1", 20);
        for (var page = first; page.has("pagination"); ) {
            page = caller.amazon(
                    "amazon-1",
                    window + "&paginationToken="
                            + Caller.encoded(
                                    page.get("pagination").get("nextToken").asString()));
            given.addAll(ids(page));
        }
        assertThat(given).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(150);
    }

    @Test
    void ebaysOffsetMissesOrdersAndItsTotalTellsSo() {
        var window = "?limit=50&filter="
                + Caller.encoded("lastmodifieddate:[2026-01-01T00:00:00.000Z.."
                        + Instant.now().minusSeconds(60) + "]");
        var first = caller.ebay("ebay-1", window + "&offset=0");
        touch("ebay-1", ids(first));
        var second = caller.ebay("ebay-1", window + "&offset=50");
        assertThat(first.get("total").asInt()).isEqualTo(150);
        assertThat(second.get("total").asInt()).isEqualTo(100);
        var seen = new ArrayList<>(ids(first));
        seen.addAll(ids(second));
        assertThat(seen).hasSize(100);
    }

    @Test
    void aTokenDiesAfterADayAndWithOtherParameters() {
        var window = "?lastUpdatedAfter=2026-01-01T00:00:00Z&maxResultsPerPage=50";
        var token = Caller.encoded(caller.amazon("amazon-1", window)
                .get("pagination")
                .get("nextToken")
                .asString());
        var other = caller.amazon("amazon-1", window + "&fulfilledBy=MERCHANT&paginationToken=" + token);
        assertThat(other.path("errors").path(0).path("message").asString("")).contains("other parameters");
        assertThat(caller.amazon("amazon-1", window + "&paginationToken=" + token)
                        .get("orders"))
                .hasSize(50);
        caller.admin("clock", "{\"aheadSeconds\":" + Duration.ofHours(25).toSeconds() + "}");
        var late = caller.amazon("amazon-1", window + "&paginationToken=" + token);
        assertThat(late.path("errors").path(0).path("message").asString("")).contains("not valid");
    }

    private void touch(String account, List<String> orders) {
        for (var id : orders) {
            assertThat(caller.admin(
                                    "evolve",
                                    "{\"account\":\"%s\",\"changes\":[\"%s\"],\"orders\":[\"%s\"]}"
                                            .formatted(account, Change.TOUCHED, id))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private List<String> all(String account) {
        return sandbox.world().account(account).orElseThrow().orders().stream()
                .map(order -> order.get("orderId").asString())
                .toList();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("orders")
                .valueStream()
                .map(order -> order.get("orderId").asString())
                .toList();
    }
}
