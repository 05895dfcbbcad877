package app.counterfoil.hub.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.shell.Shown;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The list's filters and its search, held against what the channels hold; and what is said where nothing is found. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FindOrdersTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(23));
    private static final SoldOrders SOLD = new SoldOrders(SANDBOX);
    private static final Pattern SHOWN = Pattern.compile("<td><a class=\"cf-strong\"[^>]*>([^<]*)</a>");

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private HubPages pages;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private BusinessClock clock;

    private static Optional<SellerId> opened = Optional.empty();
    private SignedIn owner;
    private SignedIn bookkeeper;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void aShopWithOrdersOfTwoChannels() {
        if (opened.isEmpty()) {
            SANDBOX.generate("ebay-1", 30);
            SANDBOX.generate("amazon-1", 18);
            SOLD.goesTo("DE", "10115", "030 23125 110");
            SOLD.goesTo("IE", "D02 ZZ99", "020 910 0109");
            var shop = shops.open();
            shops.download(shop, OutsideService.EBAY);
            shops.download(shop, OutsideService.AMAZON);
            opened = Optional.of(shop);
        }
        owner = shops.person(opened.orElseThrow(), Role.OWNER);
        bookkeeper = shops.person(opened.orElseThrow(), Role.BOOKKEEPER);
    }

    @Test
    @Order(1)
    void theChannelFilterShowsThatChannelsOrders() throws Exception {
        assertThat(listed("")).isEqualTo(union(SoldOrders.numbers(SOLD.ebay()), SoldOrders.numbers(SOLD.amazon())));
        assertThat(listed("?channel=EBAY")).isEqualTo(SoldOrders.numbers(SOLD.ebay()));
        assertThat(listed("?channel=AMAZON")).isEqualTo(SoldOrders.numbers(SOLD.amazon()));
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
                .isEqualTo(SoldOrders.numbers(
                        SOLD.ebay().filter(paid.and(sent.negate()).and(cancelled.negate()))));
        assertThat(listed("?channel=EBAY&state=CANCELLED"))
                .isEqualTo(SoldOrders.numbers(SOLD.ebay().filter(cancelled)));
        assertThat(listed("?channel=EBAY&state=DISPATCHED"))
                .isEqualTo(SoldOrders.numbers(SOLD.ebay().filter(sent.and(cancelled.negate()))));
        assertThat(listed("?channel=EBAY&state=AWAITING_PAYMENT"))
                .isEqualTo(SoldOrders.numbers(SOLD.ebay().filter(paid.negate().and(cancelled.negate()))));
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
                    .isEqualTo(SoldOrders.numbers(
                            SOLD.ebay().filter(order -> place.apply(order).equals(to))));
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
        var days = SOLD.ebay().map(day).sorted().distinct().toList();
        var from = days.get(1);
        var until = days.get(days.size() - 2);
        assertThat(listed("?channel=EBAY&from=" + from + "&until=" + until))
                .isNotEmpty()
                .isEqualTo(SoldOrders.numbers(SOLD.ebay()
                        .filter(order -> !day.apply(order).isBefore(from)
                                && !day.apply(order).isAfter(until))));
    }

    @Test
    @Order(1)
    void anOrderIsFoundByWhateverIsKnownOfIt() throws Exception {
        var order = SOLD.british();
        var number = SoldOrders.number(order);
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
            assertThat(found(typed, owner)).as(typed).contains(number);
        }
        assertThat(found("Nobody Ofthisname", owner)).isEmpty();
    }

    /** As the buyer's country writes it, and as it is dialled from here. */
    @ParameterizedTest
    @Order(1)
    @CsvSource({"DE, 030 23125 110, +49 30 23125110", "IE, 020 910 0109, 00353 20 910 0109"})
    void aPhoneNumberFindsItsOrderInTheWayOfEitherCountry(String country, String local, String dialled)
            throws Exception {
        var numbers = SoldOrders.numbers(SOLD.ebay().filter(order -> SoldOrders.shipTo(order)
                .at("/contactAddress/countryCode")
                .asString()
                .equals(country)));
        assertThat(numbers).isNotEmpty();
        for (var typed : List.of(local, local.replace(" ", ""), dialled, dialled.replace(" ", ""))) {
            assertThat(found(typed, owner)).as(typed).containsAll(numbers);
        }
    }

    @Test
    @Order(1)
    void aSkuFindsExactlyTheOrdersThatHoldItInEitherCase() throws Exception {
        var sku = SOLD.ebay().findFirst().orElseThrow().at("/lineItems/0/sku").asString();
        var holding = SOLD.ebay()
                .filter(order -> order.path("lineItems")
                        .valueStream()
                        .anyMatch(line -> line.path("sku").asString().equals(sku)))
                .map(SoldOrders::number)
                .collect(Collectors.toSet());
        assertThat(found(sku, owner)).containsAll(holding);
        assertThat(found(sku.toLowerCase(Locale.ROOT), owner)).isEqualTo(found(sku, owner));
    }

    @Test
    @Order(1)
    void whatWasSearchedForIsNeverInAnAddress() throws Exception {
        var answer = pages.asked(owner, get("/orders/search"));
        assertThat(answer.getRedirectedUrl())
                .as("a session that has searched for nothing")
                .isEqualTo("/orders");
    }

    @Test
    @Order(1)
    void anEmptyResultSaysFromWhenOnPeopleCanStillBeFound() throws Exception {
        var page = searched("Nobody Ofthisname", owner);
        assertThat(page)
                .contains("Nothing found")
                .contains(shown(clock.today().minusDays(89)))
                .contains(shown(clock.today().minusDays(29)));
    }

    @Test
    @Order(1)
    void aBookkeeperFindsNumbersOnlyAndIsToldSo() throws Exception {
        var order = SOLD.british();
        var name = order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/fullName")
                .asString();
        assertThat(found(SoldOrders.number(order), bookkeeper)).containsExactly(SoldOrders.number(order));
        assertThat(searched(name, bookkeeper))
                .contains("Nothing found")
                .contains("Your role opens no buyers")
                .doesNotContain("People are found in open orders");
    }

    /** The last, since the clock cannot be moved back. */
    @Test
    @Order(2)
    void theNumberOfAnOrderWhoseDataHasEndedTellsWhenAndUnderWhichRule() throws Exception {
        var sent = SOLD.ebay()
                .filter(order -> order.at("/orderFulfillmentStatus").asString().equals("FULFILLED")
                        || order.at("/cancelStatus/cancelState").asString().equals("CANCELED"))
                .findFirst()
                .orElseThrow();
        var end = Instant.parse(sent.at("/lastModifiedDate").asString())
                .atZone(BusinessClock.ZONE)
                .toLocalDate()
                .plusDays(90);
        trainingClock.forward(95, turned -> {});
        var page = searched(SoldOrders.number(sent), owner);
        assertThat(page)
                .contains("Whom order " + SoldOrders.number(sent) + " was for ended on " + shown(end))
                .contains("Rule for delivery: 90 days after dispatch");
        var path = Pattern.compile("/orders/[0-9a-f-]{36}").matcher(page);
        assertThat(path.find()).isTrue();
        assertThat(pages.page(owner, path.group()))
                .contains("Ended on", shown(end), "Rule for delivery", "Rule for customer service")
                .contains("Nobody any more, us included");
    }

    @Test
    @Order(1)
    void anOrdersPageSaysOfEachKindOfDataWhoMaySeeItUntilWhenAndWhy() throws Exception {
        var page = searched(SoldOrders.number(SOLD.british()), owner);
        var path = Pattern.compile("/orders/[0-9a-f-]{36}").matcher(page);
        assertThat(path.find()).isTrue();
        assertThat(pages.page(owner, path.group()))
                .contains("Recipient and address", "Owner, Packer, Customer service", "to get the parcel to its door")
                .contains("Buyer", "Owner, Customer service", "to answer the buyer")
                .contains("later while the order is open");
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
        return pages.page(owner, "/orders" + query);
    }

    private Set<String> found(String typed, SignedIn as) throws Exception {
        return shown(searched(typed, as));
    }

    private String searched(String typed, SignedIn as) throws Exception {
        var session = new MockHttpSession();
        var asked = pages.asked(as, post("/orders/search").param("q", typed).session(session));
        assertThat(asked.getRedirectedUrl()).isEqualTo("/orders/search");
        var answer = pages.asked(as, get("/orders/search").session(session));
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
