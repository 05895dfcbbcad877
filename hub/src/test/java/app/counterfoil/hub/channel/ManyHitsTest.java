package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.storage.HubDatabase;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** A search that finds more orders than fit on a page shows all of them, the latest first, page by page. */
@TestPropertySource(properties = {"counterfoil.training=true", "bench.own=many-hits"})
@ContextConfiguration(initializers = HubDatabase.Own.class)
class ManyHitsTest extends ChannelBench {

    private static final Pattern SHOWN = Pattern.compile("<td><a class=\"cf-strong\"[^>]*>([^<]*)</a>");
    private static final String SKU = "SAME-SKU-1";

    @Autowired
    private TrainingClock trainingClock;

    @Test
    void sixtyOrdersWithOneSkuAreAllReachedAndManyThatHaveEndedAreToldInOneSentence() throws Exception {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        downloadSixtyOfOneSku();
        var latestFirst = all().stream()
                .filter(order ->
                        order.lines().stream().anyMatch(line -> line.sku().equals(SKU)))
                .map(OrderFacts::channelOrderId)
                .toList();
        assertThat(latestFirst).hasSize(60);
        var first = searched("1");
        assertThat(numbers(first)).isEqualTo(latestFirst.subList(0, 50));
        assertThat(first)
                .contains("60 orders; the latest 50 are shown")
                .contains("/orders/search?page=2", "Show more")
                .contains("People are found in open orders")
                .doesNotContain("?q=", "&amp;q=");
        var second = searched("2");
        assertThat(numbers(second)).isEqualTo(latestFirst.subList(50, 60));
        assertThat(second).contains("60 orders; 51 to 60 are shown").doesNotContain("Show more");
        for (var beyond : List.of("2147483647", "0", "-7")) {
            assertThat(numbers(searched(beyond))).isEqualTo(numbers(beyond.startsWith("2") ? second : first));
        }
        trainingClock.forward(95, turned -> {});
        assertThat(searched("1"))
                .containsPattern("Whom \\d+ of these orders were for has ended")
                .doesNotContain("was for ended on");
    }

    private void downloadSixtyOfOneSku() {
        var account = download("ebay");
        for (var order : all().subList(0, 60)) {
            var changed = truth("ebay-1", order);
            ((ObjectNode) changed.at("/lineItems/0")).put("sku", SKU);
            change("ebay-1", changed);
        }
        assertThat(downloadOrders.from(account)).isTrue();
    }

    private String searched(String page) throws Exception {
        var session = new MockHttpSession();
        pages.asked(owner(), post("/orders/search").param("q", SKU).session(session));
        var answer =
                pages.asked(owner(), get("/orders/search").param("page", page).session(session));
        assertThat(answer.getStatus()).as("page " + page).isEqualTo(200);
        return answer.getContentAsString();
    }

    private static List<String> numbers(String page) {
        return SHOWN.matcher(page).results().map(each -> each.group(1)).toList();
    }
}
