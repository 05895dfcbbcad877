package app.counterfoil.hub.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.shell.Shown;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The list's filters and its search, held against what the channels hold; and what is said where nothing is found. */
@SpringBootTest(classes = Counterfoil.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FindOrdersTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(23));
    private static final String OWNER = "owner@shop.example";
    private static final Pattern SHOWN = Pattern.compile("<td><a class=\"cf-strong\"[^>]*>([^<]*)</a>");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private BusinessClock clock;

    private MockMvc web;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        for (var api : List.of("amazon.api", "amazon.sign-in", "ebay.api")) {
            registry.add("counterfoil." + api, SANDBOX::address);
        }
        registry.add("counterfoil.training", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void aShopWithOrdersOfTwoChannels() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        try {
            signIn.loadUserByUsername(OWNER);
        } catch (RuntimeException nobodyYet) {
            SANDBOX.generate("ebay-1", 30);
            SANDBOX.generate("amazon-1", 18);
            goesTo("DE", "10115", "030 23125 110");
            goesTo("IE", "D02 ZZ99", "020 910 0109");
            var shop = openShop.open(new Business("Shop", List.of("1 Example Row"), "LS1 9ZZ", ""));
            addPerson.add(shop, Role.OWNER, "Owner", OWNER, "a sentence for the test");
            addPerson.add(shop, Role.BOOKKEEPER, "Books", "books@shop.example", "a sentence for the test");
            downloadOrders.from(connectChannel.connect(
                    shop,
                    OutsideService.EBAY,
                    "eBay",
                    List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1")));
            downloadOrders.from(connectChannel.connect(
                    shop,
                    OutsideService.AMAZON,
                    "Amazon",
                    List.of("demo-amazon-client", "demo-amazon-secret", "demo-refresh-amazon-1")));
        }
    }

    @Test
    @Order(1)
    void theChannelFilterShowsThatChannelsOrders() throws Exception {
        assertThat(listed("")).isEqualTo(union(numbers(ebay()), numbers(amazon())));
        assertThat(listed("?channel=EBAY")).isEqualTo(numbers(ebay()));
        assertThat(listed("?channel=AMAZON")).isEqualTo(numbers(amazon()));
    }

    @Test
    @Order(1)
    void theStateFilterShowsOrdersThatStandThere() throws Exception {
        Predicate<JsonNode> cancelled =
                order -> order.at("/cancelStatus/cancelState").asString().equals("CANCELED");
        Predicate<JsonNode> paid =
                order -> order.at("/orderPaymentStatus").asString().equals("PAID");
        Predicate<JsonNode> sent =
                order -> order.at("/orderFulfillmentStatus").asString().equals("FULFILLED");
        assertThat(listed("?channel=EBAY&state=READY"))
                .isNotEmpty()
                .isEqualTo(numbers(ebay().filter(paid.and(sent.negate()).and(cancelled.negate()))));
        assertThat(listed("?channel=EBAY&state=CANCELLED")).isEqualTo(numbers(ebay().filter(cancelled)));
        assertThat(listed("?channel=EBAY&state=DISPATCHED"))
                .isEqualTo(numbers(ebay().filter(sent.and(cancelled.negate()))));
        assertThat(listed("?channel=EBAY&state=AWAITING_PAYMENT"))
                .isEqualTo(numbers(ebay().filter(paid.negate().and(cancelled.negate()))));
    }

    @Test
    @Order(1)
    void theCountryFilterShowsOrdersThatGoThereAndTellsNorthernIrelandApart() throws Exception {
        Function<JsonNode, String> place = order -> {
            var address = order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/contactAddress");
            return address.path("postalCode").asString().startsWith("BT")
                    ? "XI"
                    : address.path("countryCode").asString();
        };
        for (var to : List.of("GB", "XI", "DE", "IE", "JE", "GG", "IM")) {
            assertThat(listed("?channel=EBAY&to=" + to))
                    .as(to)
                    .isEqualTo(numbers(ebay().filter(order -> place.apply(order).equals(to))));
        }
        assertThat(page("")).contains(">United Kingdom<");
    }

    @Test
    @Order(1)
    void theDayFiltersCountDaysInLondonAndIncludeBothEnds() throws Exception {
        Function<JsonNode, LocalDate> day =
                order -> Instant.parse(order.at("/creationDate").asString())
                        .atZone(BusinessClock.ZONE)
                        .toLocalDate();
        var days = ebay().map(day).sorted().distinct().toList();
        var from = days.get(1);
        var until = days.get(days.size() - 2);
        assertThat(listed("?channel=EBAY&from=" + from + "&until=" + until))
                .isNotEmpty()
                .isEqualTo(numbers(ebay().filter(order ->
                        !day.apply(order).isBefore(from) && !day.apply(order).isAfter(until))));
    }

    @Test
    @Order(1)
    void anOrderIsFoundByWhateverIsKnownOfIt() throws Exception {
        var order = british();
        var number = number(order);
        var to = order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo");
        var postcode = to.at("/contactAddress/postalCode").asString();
        var phone = to.at("/primaryPhone/phoneNumber").asString();
        var name = to.path("fullName").asString();
        for (var typed : List.of(
                number,
                "  " + number + " ",
                name,
                name.toUpperCase(Locale.ROOT),
                name.substring(name.indexOf(' ') + 1) + " " + name.substring(0, name.indexOf(' ')),
                to.path("email").asString(),
                to.path("email").asString().toUpperCase(Locale.ROOT),
                phone,
                phone.replace(" ", ""),
                "+44 " + phone.substring(1),
                postcode,
                postcode.replace(" ", "").toLowerCase(Locale.ROOT),
                postcode.substring(0, postcode.indexOf(' ')),
                order.at("/buyer/username").asString())) {
            assertThat(found(typed, OWNER)).as(typed).contains(number);
        }
        assertThat(found("Nobody Ofthisname", OWNER)).isEmpty();
    }

    /** As the buyer's country writes it, and as it is dialled from here. */
    @ParameterizedTest
    @Order(1)
    @CsvSource({"DE, 030 23125 110, +49 30 23125110", "IE, 020 910 0109, 00353 20 910 0109"})
    void aPhoneNumberFindsItsOrderInTheWayOfEitherCountry(String country, String local, String dialled)
            throws Exception {
        var numbers = numbers(ebay().filter(order ->
                shipTo(order).at("/contactAddress/countryCode").asString().equals(country)));
        assertThat(numbers).isNotEmpty();
        for (var typed : List.of(local, local.replace(" ", ""), dialled, dialled.replace(" ", ""))) {
            assertThat(found(typed, OWNER)).as(typed).containsAll(numbers);
        }
    }

    @Test
    @Order(1)
    void aSkuFindsExactlyTheOrdersThatHoldItInEitherCase() throws Exception {
        var sku = ebay().findFirst().orElseThrow().at("/lineItems/0/sku").asString();
        var holding = ebay().filter(order -> order.path("lineItems")
                        .valueStream()
                        .anyMatch(line -> line.path("sku").asString().equals(sku)))
                .map(FindOrdersTest::number)
                .collect(Collectors.toSet());
        assertThat(found(sku, OWNER)).containsAll(holding);
        assertThat(found(sku.toLowerCase(Locale.ROOT), OWNER)).isEqualTo(found(sku, OWNER));
    }

    @Test
    @Order(1)
    void whatWasSearchedForIsNeverInAnAddress() throws Exception {
        var answer = web.perform(get("/orders/search").with(user(signIn.loadUserByUsername(OWNER))))
                .andReturn()
                .getResponse();
        assertThat(answer.getRedirectedUrl())
                .as("a session that has searched for nothing")
                .isEqualTo("/orders");
    }

    @Test
    @Order(1)
    void anEmptyResultSaysFromWhenOnPeopleCanStillBeFound() throws Exception {
        var page = searched("Nobody Ofthisname", OWNER);
        assertThat(page)
                .contains("Nothing found")
                .contains(shown(clock.today().minusDays(89)))
                .contains(shown(clock.today().minusDays(29)));
    }

    @Test
    @Order(1)
    void aBookkeeperFindsNumbersOnlyAndIsToldSo() throws Exception {
        var order = british();
        var name = order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/fullName")
                .asString();
        assertThat(found(number(order), "books@shop.example")).containsExactly(number(order));
        assertThat(searched(name, "books@shop.example"))
                .contains("Nothing found")
                .contains("Your role opens no buyers")
                .doesNotContain("People are found in open orders");
    }

    /** The last, since the clock cannot be moved back. */
    @Test
    @Order(2)
    void theNumberOfAnOrderWhoseDataHasEndedTellsWhenAndUnderWhichRule() throws Exception {
        var sent = ebay().filter(order -> order.at("/orderFulfillmentStatus")
                                .asString()
                                .equals("FULFILLED")
                        || order.at("/cancelStatus/cancelState").asString().equals("CANCELED"))
                .findFirst()
                .orElseThrow();
        var end = Instant.parse(sent.at("/lastModifiedDate").asString())
                .atZone(BusinessClock.ZONE)
                .toLocalDate()
                .plusDays(90);
        trainingClock.forward(95, turned -> {});
        var page = searched(number(sent), OWNER);
        assertThat(page)
                .contains("Whom order " + number(sent) + " was for ended on " + shown(end))
                .contains("Rule for delivery: 90 days after dispatch");
        var path = Pattern.compile("/orders/[0-9a-f-]{36}").matcher(page);
        assertThat(path.find()).isTrue();
        assertThat(body(get(path.group()), OWNER))
                .contains("Ended on", shown(end), "Rule for delivery", "Rule for customer service")
                .contains("Nobody any more, us included");
    }

    @Test
    @Order(1)
    void anOrdersPageSaysOfEachKindOfDataWhoMaySeeItUntilWhenAndWhy() throws Exception {
        var page = searched(number(british()), OWNER);
        var path = Pattern.compile("/orders/[0-9a-f-]{36}").matcher(page);
        assertThat(path.find()).isTrue();
        assertThat(body(get(path.group()), OWNER))
                .contains("Recipient and address", "Owner, Packer, Customer service", "to get the parcel to its door")
                .contains("Buyer", "Owner, Customer service", "to answer the buyer")
                .contains("later while the order is open");
    }

    private static JsonNode british() {
        return ebay().filter(order -> order.at("/orderFulfillmentStatus")
                                .asString()
                                .equals("NOT_STARTED")
                        && order.at("/orderPaymentStatus").asString().equals("PAID")
                        && order.at("/cancelStatus/cancelState").asString().equals("NONE_REQUESTED"))
                .filter(order -> {
                    var to = order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo");
                    return to.at("/contactAddress/postalCode").asString().startsWith("LS")
                            && to.path("fullName").asString().matches("[A-Z][a-z]+ [A-Z][a-z]+");
                })
                .findFirst()
                .orElseThrow();
    }

    /** Lets one of the orders to Bristol go to another country. */
    private static void goesTo(String country, String postcode, String phone) {
        var account = SANDBOX.world().account("ebay-1").orElseThrow();
        var order = account.orders().stream()
                .filter(each ->
                        shipTo(each).at("/contactAddress/postalCode").asString().startsWith("BS"))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) shipTo(order).path("contactAddress"))
                .put("countryCode", country)
                .put("postalCode", postcode);
        ((ObjectNode) shipTo(order).path("primaryPhone")).put("phoneNumber", phone);
        account.put(number(order), order);
    }

    private static JsonNode shipTo(JsonNode order) {
        return order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo");
    }

    private static Stream<JsonNode> ebay() {
        return SANDBOX.world().account("ebay-1").orElseThrow().orders().stream().map(order -> order);
    }

    private static Stream<JsonNode> amazon() {
        return SANDBOX.world().account("amazon-1").orElseThrow().orders().stream()
                .map(order -> order);
    }

    private static String number(JsonNode order) {
        return order.path("orderId").asString();
    }

    private static Set<String> numbers(Stream<JsonNode> orders) {
        return orders.map(FindOrdersTest::number).collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private static String shown(LocalDate day) {
        return new Shown().day(day);
    }

    private Set<String> listed(String query) throws Exception {
        return shown(page(query));
    }

    private String page(String query) throws Exception {
        return body(get("/orders" + query), OWNER);
    }

    private Set<String> found(String typed, String as) throws Exception {
        return shown(searched(typed, as));
    }

    private String searched(String typed, String as) throws Exception {
        var session = new MockHttpSession();
        var asked = web.perform(post("/orders/search")
                        .param("q", typed)
                        .session(session)
                        .with(csrf())
                        .with(user(signIn.loadUserByUsername(as))))
                .andReturn()
                .getResponse();
        assertThat(asked.getRedirectedUrl()).isEqualTo("/orders/search");
        return body(get("/orders/search").session(session), as);
    }

    private String body(MockHttpServletRequestBuilder request, String as) throws Exception {
        var answer = web.perform(request.with(user(signIn.loadUserByUsername(as))))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private static Set<String> shown(String page) {
        var found = SHOWN.matcher(page);
        var all = new LinkedHashSet<String>();
        while (found.find()) {
            all.add(found.group(1));
        }
        return all;
    }
}
