package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.sandbox.http.Exchange;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** A shop where an order changes after every page that is read gets all of its orders all the same. */
class RestlessShopTest extends ChannelBench {

    private static final String RESTLESS = "ebay-2";
    private static final int ORDERS = 250;

    @Autowired
    private List<Channel> channels;

    @Autowired
    private AskForPages askForPages;

    @Autowired
    private StorePages storePages;

    @Autowired
    private AskForAddresses askForAddresses;

    private final List<String> touched = new ArrayList<>();

    @BeforeAll
    static void threePagesOfOrders() {
        SANDBOX.generate(RESTLESS, ORDERS);
    }

    @Test
    void whatDoesNotStandStillIsReadInShorterWindowsUpToNowInOneDownload() {
        var account = connectRestless();
        var until = clock.now().minus(Duration.ofMinutes(10));
        SANDBOX.exchanges().clear();
        assertThat(whileOrdersChange().from(account)).isTrue();
        assertThat(touched).isNotEmpty();
        assertThat(windows()).hasSizeBetween(3, 60);
        assertThat(states.of(shop).get(0).watermark())
                .hasValueSatisfying(mark -> assertThat(mark).isAfter(until));
        assertThat(held())
                .containsAll(truth().stream()
                        .filter(number -> !touched.contains(number))
                        .toList());

        // Those that changed meanwhile lie behind the end, and come with the next download.
        touched.forEach(number -> change(RESTLESS, truth(RESTLESS, number)));
        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(held()).containsExactlyInAnyOrderElementsOf(truth());
    }

    @Test
    void aShopThatStandsStillIsReadInOneWindow() {
        var account = connectRestless();
        SANDBOX.exchanges().clear();
        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(windows()).hasSize(1);
        assertThat(held()).containsExactlyInAnyOrderElementsOf(truth());
    }

    /** The download, with an eBay where the first order of a page is changed as soon as the page has been given. */
    private DownloadOrders whileOrdersChange() {
        var ebay = channels.stream()
                .filter(each -> each.service() == OutsideService.EBAY)
                .findFirst()
                .orElseThrow();
        var restless = (Channel) Proxy.newProxyInstance(
                Channel.class.getClassLoader(), new Class<?>[] {Channel.class}, (self, method, arguments) -> {
                    try {
                        var answer = method.invoke(ebay, arguments);
                        if (method.getName().equals("page") && answer instanceof Channel.Page page) {
                            page.numbers().stream().findFirst().ifPresent(this::touch);
                        }
                        return answer;
                    } catch (InvocationTargetException failed) {
                        throw Objects.requireNonNull(failed.getCause());
                    }
                });
        return new DownloadOrders(List.of(restless), states, clock, askForPages, storePages, askForAddresses);
    }

    private void touch(String number) {
        touched.add(number);
        ObjectNode order = truth(RESTLESS, number);
        order.put(
                "lastModifiedDate", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        SANDBOX.world().account(RESTLESS).orElseThrow().put(number, order);
    }

    private static List<String> windows() {
        return SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals("ebay-orders"))
                .map(Exchange::request)
                .flatMap(request -> request.query("filter").stream())
                .distinct()
                .toList();
    }

    private List<String> held() {
        return all().stream().map(OrderFacts::channelOrderId).toList();
    }

    private static List<String> truth() {
        return SANDBOX.world().account(RESTLESS).orElseThrow().orders().stream()
                .map(order -> order.get("orderId").asString())
                .toList();
    }

    private Account connectRestless() {
        return shops.connect(shop, OutsideService.EBAY, 2);
    }
}
