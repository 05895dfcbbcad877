package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.seller.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.node.ObjectNode;

/** However many orders need somebody, each can be tried again, and the page says how many it does not show. */
class LongAttentionListTest extends ChannelBench {

    private static final String NUMBER = "97-22222-00001";

    @Autowired
    private OrdersPutAside putAside;

    @AfterEach
    void theChannelIsWhole() {
        put(whole());
    }

    @Test
    void thePageTellsOfTheOldestOf201AndItCanBeTriedAgain() throws Exception {
        put(whole().put("creationDate", "-200000-01-01T00:00:00.000Z"));
        var account = download("ebay");
        var oldest = putAside.of(shop).get(0).id();
        for (int i = 1; i <= 200; i++) {
            putAside.keep(account, "X-" + i, "Demo wrong.", "Demo mend.", "{}".getBytes(StandardCharsets.UTF_8));
        }
        var me = owner();
        assertThat(putAside.of(shop)).hasSize(200).noneMatch(entry -> entry.id().equals(oldest));
        assertThat(page(me))
                .contains("201 orders")
                .contains("and 1 more, older; they show as these are dealt with")
                .contains(">X-200<", ">X-1<")
                .doesNotContain(NUMBER);

        var session = new MockHttpSession();
        answer(post("/orders/search").param("q", NUMBER).session(session).with(csrf()), me);
        assertThat(answer(get("/orders/search").session(session), me).getContentAsString())
                .contains("Nothing found", "201 more orders came in and could not be read", "not searched");

        put(whole());
        assertThat(tried(me, oldest).getRedirectedUrl()).isEqualTo("/attention");
        assertThat(all()).extracting(OrderFacts::channelOrderId).contains(NUMBER);
        assertThat(page(me)).contains("200 orders").doesNotContain("more, older");
        assertThat(tried(me, oldest).getStatus()).as("it waits no more").isEqualTo(404);
    }

    private MockHttpServletResponse tried(SignedIn me, UUID entry) throws Exception {
        return answer(post("/attention/" + entry + "/try"), me);
    }

    private String page(SignedIn me) throws Exception {
        return answer(get("/attention"), me).getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder asked, SignedIn me) throws Exception {
        return pages.asked(me, asked);
    }

    private static ObjectNode whole() {
        var order =
                SANDBOX.world().account("ebay-1").orElseThrow().orders().get(0).deepCopy();
        return order.put("orderId", NUMBER);
    }

    private static void put(ObjectNode order) {
        SANDBOX.world().account("ebay-1").orElseThrow().put(NUMBER, order);
    }
}
