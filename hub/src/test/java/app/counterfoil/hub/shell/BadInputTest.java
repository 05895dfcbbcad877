package app.counterfoil.hub.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever a person or a forged request types: an answer that names the field and the mend, and never "on our side". */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {

    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(9));
    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final String NUL = "a\0b";
    private static final String ABSENT = "(absent)";
    private static final Map<String, String> CONNECTION = Map.of("service", "EBAY", "name", "eBay", "credential", "x");
    private static final Map<String, String> PERSON =
            Map.of("role", "PACKER", "name", "Pat", "email", "pat@shop.example", "password", "a sentence for the test");
    private static final Map<String, String> BOOKING =
            Map.of("order", UUID.randomUUID().toString(), "service", "TPN24", "format", "smallParcel", "grams", "450");
    private static final Map<String, String> LABEL =
            Map.of("reason", "DAMAGED", "service", "TPN24", "format", "smallParcel", "grams", "450");

    private static final Map<String, String> ADDRESS = Map.of(
            "reason",
            "ADDRESS_ENDED",
            "name",
            "Pat",
            "line1",
            "1 Example Row",
            "town",
            "Leeds",
            "postcode",
            "LS1 9ZZ",
            "country",
            "GB");
    /** The code stands in for the one in the console. */
    private static final Map<String, String> SHOP = Map.of(
            "code",
            "(code)",
            "tradingName",
            "Shop",
            "address",
            "1 Example Row",
            "postcode",
            "LS1 9ZZ",
            "vatNumber",
            "",
            "name",
            "Pat",
            "email",
            "pat@new.example",
            "password",
            "a sentence for the test");

    private static final Map<String, String> LOST =
            Map.of("code", "(code for a password)", "email", "owner@shop.example", "password", "another sentence");
    private static final Map<String, String> PASSWORDS =
            Map.of("old", "a sentence for the test", "password", "another sentence for the test");
    private static final Map<String, String> HOLD =
            Map.of("reason", "CLAIM_BY_BUYER", "caseReference", "QB-2026-000123", "reviewInDays", "90");
    private static final Map<String, String> DELIVERY = Map.of("purpose", "DELIVERY");
    private static final Map<String, String> PRODUCT = Map.of("sku", "X", "title", "", "vatClass", "ZERO");
    private static final Map<String, String> RATE = Map.of("currency", "EUR", "month", "2026-11", "units", "1.15");

    /** A field of a form, what is right beside it, how the page calls it, and what somebody might send. */
    private record Row(String at, Map<String, String> right, String field, String called, List<String> bad) {
        @Override
        public String toString() {
            return at + " " + field;
        }
    }

    @SuppressWarnings("unused")
    private static final List<Row> FORMS = List.of(
            row("GET /orders", Map.of(), "state", "State", "FOO", NUL),
            row("GET /orders", Map.of(), "channel", "Channel", "FOO", NUL),
            row("GET /orders", Map.of(), "to", "Going to", NUL),
            row(
                    "GET /orders",
                    Map.of(),
                    "from",
                    "Placed from",
                    "x",
                    "2026-13-01",
                    "+999999999-12-31",
                    "0001-01-01",
                    NUL),
            row("GET /orders", Map.of(), "until", "Placed until", "x", "+999999999-12-31", NUL),
            row(
                    "GET /orders",
                    Map.of(),
                    "behindTime",
                    "The place in the list",
                    "x",
                    "+1000000000-12-31T23:59:59Z",
                    NUL),
            row("GET /orders", Map.of(), "behindId", "The place in the list", "x", NUL),
            row("POST /orders/search", Map.of(), "q", "What to search for", ABSENT, "", "  ", "x".repeat(201), NUL),
            row("GET /orders/search", Map.of(), "page", "The page of the list", "x", "1.5", NUL),
            row("GET /connections/new", Map.of(), "service", "Service", ABSENT, "FOO", "", NUL),
            row("POST /connections", CONNECTION, "service", "Service", ABSENT, "FOO", NUL),
            row("POST /connections", CONNECTION, "name", "ame", "x".repeat(81), NUL),
            row("POST /connections", CONNECTION, "credential", "redential", NUL, "x".repeat(2_001)),
            row("POST /connections", CONNECTION, "credential", "Client secret, Refresh token", ABSENT, "", "x"),
            row("POST /connections/{id}/credentials", Map.of(), "credential", "redential", ABSENT, "", "x", NUL),
            row("POST /set-up", SHOP, "code", "Code", ABSENT, "", "AAAAA-AAAAA", NUL),
            row("POST /set-up", SHOP, "tradingName", "Business name", ABSENT, " ", "x".repeat(101), NUL),
            row("POST /set-up", SHOP, "address", "ddress", ABSENT, " \n ", "x".repeat(101), "a\n".repeat(6), NUL),
            row("POST /set-up", SHOP, "postcode", "ostcode", ABSENT, "", "LS1", "x".repeat(500), NUL),
            row("POST /set-up", SHOP, "vatNumber", "VAT number", "GB100000035", "x", "1".repeat(500), NUL),
            row("POST /set-up", SHOP, "name", "ame", ABSENT, "", "x".repeat(101), NUL),
            row("POST /set-up", SHOP, "email", "-mail", ABSENT, "", "x", NUL),
            row("POST /set-up", SHOP, "password", "assword", ABSENT, "short", "é".repeat(70), NUL),
            row("POST /new-password", LOST, "code", "Code", ABSENT, "", "AAAAA-AAAAA", NUL),
            row("POST /new-password", LOST, "email", "-mail", ABSENT, "", "x", "packer@shop.example", NUL),
            row("POST /new-password", LOST, "shop", "Shop", NUL),
            row("POST /new-password", LOST, "password", "assword", ABSENT, "short", "é".repeat(70), NUL),
            row("POST /business", SHOP, "tradingName", "Business name", ABSENT, " ", "x".repeat(101), NUL),
            row("POST /business", SHOP, "address", "ddress", ABSENT, " \n ", "x".repeat(101), "a\n".repeat(6), NUL),
            row("POST /business", SHOP, "postcode", "ostcode", ABSENT, "", "LS1", "x".repeat(500), NUL),
            row("POST /business", SHOP, "vatNumber", "VAT number", "GB100000035", "x", "1".repeat(500), NUL),
            row("POST /business/accounting-year", Map.of(), "yearEnds", "accounting year", ABSENT, "--03-30", "x", NUL),
            row("POST /people/{id}/role", Map.of(), "role", "Role", ABSENT, "FOO", NUL),
            row("POST /people/{id}/password", Map.of(), "password", "assword", ABSENT, "short", "é".repeat(70), NUL),
            row("POST /people/{id}/end", Map.of(), "sure", "sure", ABSENT, "", "false", "perhaps", NUL),
            row("POST /password", PASSWORDS, "old", "resent password", ABSENT, "not this one", NUL),
            row("POST /password", PASSWORDS, "password", "assword", ABSENT, "short", "é".repeat(70), NUL),
            row("POST /people", PERSON, "role", "Role", ABSENT, "FOO", NUL),
            row("POST /people", PERSON, "name", "ame", ABSENT, "", " ", "x".repeat(101), NUL),
            row("POST /people", PERSON, "email", "-mail", ABSENT, "", "x", "x".repeat(250) + "@a.example", NUL),
            row("POST /people", PERSON, "password", "assword", ABSENT, "short", "é".repeat(70), "x".repeat(73), NUL),
            row("GET /dispatch", Map.of(), "page", "The page of the list", "x", "1.5", "99999999999", NUL),
            row("POST /dispatch/book", BOOKING, "order", "rder", ABSENT, "x", NUL),
            row("POST /dispatch/book", BOOKING, "service", "Service", ABSENT, "FOO", NUL),
            row("POST /dispatch/book", BOOKING, "serviceAbroad", "Service", "FOO", NUL),
            row("POST /dispatch/book", BOOKING, "account", "Courier", "x", NUL),
            row("POST /dispatch/book", BOOKING, "evenIfNotAsked", "Book even if", "perhaps", NUL),
            row("POST /dispatch/book", BOOKING, "format", "Package", ABSENT, "FOO", NUL),
            row("POST /dispatch/book", BOOKING, "grams", "eight", ABSENT, "", "x", "-1", "0", "1.5", "99999999", NUL),
            row("POST /dispatch/book", BOOKING, "page", "The page of the list", "x", NUL),
            row("POST /dispatch/labels", Map.of(), "shipment", "arcel", ABSENT, "x", NUL),
            row("POST /dispatch/handed-over", Map.of(), "shipment", "arcel", ABSENT, "x", NUL),
            row(
                    "POST /dispatch/{shipment}/tracking",
                    Map.of(),
                    "trackingNumber",
                    "Tracking number",
                    ABSENT,
                    "",
                    "x",
                    "ABCDEFGHIJ",
                    "1".repeat(41),
                    NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "reason", "Reason", ABSENT, "FOO", NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "service", "Service", ABSENT, "FOO", NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "format", "Package", ABSENT, "FOO", NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "grams", "eight", ABSENT, "", "x", "1.5", NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "account", "Courier", "x", NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "evenIfNotAsked", "Book even if", "perhaps", NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "reason", "Reason", ABSENT, "FOO", NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "name", "ame", ABSENT, " ", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "company", "Company", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "line1", "street", ABSENT, " ", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "line2", "Address line 2", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "line3", "Address line 3", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "town", "own", ABSENT, " ", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "county", "County", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "postcode", "ostcode", ABSENT, " ", "LS1", NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "country", "ountry", ABSENT, "England", "XX", NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "phone", "Phone", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "email", "E-mail", "x".repeat(101), NUL),
            row("POST /invoices/products", PRODUCT, "sku", "SKU", ABSENT, "NOT-MINE", NUL),
            row("POST /invoices/products", PRODUCT, "title", "SKU", ABSENT, NUL),
            row("POST /invoices/products", PRODUCT, "vatClass", "VAT", ABSENT, "FOO", NUL),
            row("POST /invoices/products/most", Map.of(), "most", "VAT of most products", ABSENT, "", "FOO", NUL),
            row("POST /orders/{id}/invoice", Map.of(), "full", "Full invoice", "perhaps", NUL),
            row(
                    "POST /orders/{id}/invoice/place",
                    Map.of(),
                    "inside",
                    "the United Kingdom or not",
                    ABSENT,
                    "perhaps",
                    NUL),
            row("POST /invoices/rates", RATE, "currency", "urrency", ABSENT, "", "EURO", "XTS", NUL),
            row("POST /invoices/rates", RATE, "month", "onth", ABSENT, "", "x", "2026-13", NUL),
            row("POST /invoices/rates", RATE, "units", "Units to one pound", ABSENT, "", "x", "-1", "0", NUL),
            row("POST /ends/clock", Map.of(), "days", "Days", ABSENT, "abc", "0", "-1", "99999", NUL),
            row("GET /ends/policy", Map.of("days", "30"), "purpose", "Purpose", ABSENT, "FOO", "TAX_RECORD", NUL),
            row("GET /ends/policy", DELIVERY, "days", "Days", ABSENT, "x", "6", "91", "-1", "99999999999", NUL),
            row("POST /ends/policy", Map.of("days", "30"), "purpose", "Purpose", ABSENT, "FOO", "TAX_RECORD", NUL),
            row("POST /ends/policy", DELIVERY, "days", "Days", ABSENT, "x", "6", "91", NUL),
            row("POST /orders/{id}/legal-hold", HOLD, "reason", "Reason", ABSENT, "FOO", NUL),
            row(
                    "POST /orders/{id}/legal-hold",
                    HOLD,
                    "caseReference",
                    "Case reference",
                    ABSENT,
                    "",
                    "Pat Example",
                    "SMITH-2026-1",
                    "07700900123",
                    "x".repeat(31),
                    NUL),
            row("POST /orders/{id}/legal-hold", HOLD, "reviewInDays", "Days until", ABSENT, "x", "0", "91", NUL),
            row("POST /holds/{id}/review", Map.of(), "reviewInDays", "Days until", ABSENT, "x", "0", "91", NUL),
            row("POST /look", Map.of(), "look", "Look", ABSENT, NUL),
            row("POST /look", Map.of("look", "dark"), "back", "Back", NUL));

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
    private Orders orders;

    @Autowired
    private BookShipments bookShipments;

    @LocalServerPort
    private int port;

    private MockMvc web;
    private static UUID account = new UUID(0, 0);
    private static UUID order = new UUID(0, 0);
    private static UUID person = new UUID(0, 0);
    private static String code = "";
    private static String passwordCode = "";
    private static UUID parcel = new UUID(0, 0);

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.ebay.api", SANDBOX::address);
        registry.add("counterfoil.royal-mail.api", SANDBOX::address);
        registry.add("counterfoil.hosts", () -> "shop.example, other.example");
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.new-password", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void aShop(CapturedOutput console) {
        code = printed(console, "/set-up").orElse(code);
        passwordCode = printed(console, "/new-password").orElse(passwordCode);
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        try {
            signIn.loadUserByUsername("owner@shop.example");
        } catch (RuntimeException nobodyYet) {
            var shop = openShop.open(new Business("Shop", List.of("1 Example Row"), "LS1 9ZZ", ""));
            addPerson.add(shop, Role.OWNER, "Owner", "owner@shop.example", "a sentence for the test");
            addPerson.add(shop, Role.PACKER, "Packer", "packer@shop.example", "a sentence for the test");
            person = ((SignedIn) signIn.loadUserByUsername("packer@shop.example")).id();
            SANDBOX.generate("ebay-1", 5);
            var connected = connectChannel.connect(
                    shop,
                    OutsideService.EBAY,
                    "eBay",
                    List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1"));
            downloadOrders.from(connected);
            account = connected.id();
            var ready = orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 5);
            order = ready.get(0).id().value();
            parcel = anUntrackedParcel(ready.stream()
                    .skip(1)
                    .filter(each -> each.territory().equals(Territory.GREAT_BRITAIN))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** The console's code for that page; it was printed when the installation started. */
    private static Optional<String> printed(CapturedOutput console, String page) {
        return Pattern.compile(page + "\\s+It asks for this code: +([A-Z0-9-]+)")
                .matcher(console)
                .results()
                .map(each -> each.group(1))
                .findFirst();
    }

    private UUID anUntrackedParcel(OrderFacts of) {
        var owner = (SignedIn) signIn.loadUserByUsername("owner@shop.example");
        connectChannel.connect(owner.seller(), OutsideService.ROYAL_MAIL, "Royal Mail", List.of("demo-royalmail-1"));
        var wish = new ParcelWish("STL1", "smallParcel", new Weight(450));
        return bookShipments
                .book(owner, List.of(of.id()), wish, done -> {})
                .get(0)
                .shipment()
                .orElseThrow()
                .id();
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void aFieldThatCannotBeUsedIsNamed(Row row) throws Exception {
        for (var bad : row.bad()) {
            var answer = send(row, bad);
            var asked = row + " = " + shown(bad);
            assertThat(answer.getStatus()).as(asked).isLessThan(500);
            assertThat(answer.getContentAsString())
                    .as(asked)
                    .contains(row.called())
                    .containsAnyOf("cannot be used", "role=\"alert\"", "cf-empty");
            assertThat(answer.getContentAsString()).as(asked).doesNotContain("on our side");
        }
    }

    /** A form that gets a new field fails here until somebody has thought of what may be typed into it. */
    @Test
    void everyFieldOfEveryFormIsTried() {
        var tried = FORMS.stream().map(row -> row.at() + " " + row.field()).collect(Collectors.toSet());
        var fields = new TreeSet<String>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                        for (var parameter : handler.getMethodParameters()) {
                            if (parameter.hasParameterAnnotation(RequestParam.class)
                                    && !Map.class.isAssignableFrom(parameter.getParameterType())) {
                                mapping.getPatternValues()
                                        .forEach(path -> fields.add("POST " + path + " "
                                                + parameter.getParameter().getName()));
                            }
                        }
                    }
                });
        assertThat(fields).contains("POST /people email").allMatch(tried::contains);
    }

    @Test
    void severalFieldsAreToldAtOnce() throws Exception {
        var filters = send("GET /orders", Map.of("state", "FOO", "channel", "BAR", "from", "x", "behindId", "y"));
        assertThat(filters.getStatus()).isEqualTo(400);
        assertThat(filters.getContentAsString())
                .contains("4 fields cannot be used", "State", "Channel", "Placed from", "The place in the list")
                .contains("Awaiting payment, Open, Ready", "Write the day like 2026-12-01.");
        var person = send(
                "POST /people", Map.of("role", "PACKER", "name", " ", "email", "not an address", "password", "short"));
        assertThat(person.getContentAsString())
                .contains(
                        "The name is missing.",
                        "The e-mail address is not a whole one.",
                        "The password has 5 characters.");
    }

    @Test
    void whatWasTypedIsNotSaidAgainOnAnErrorPage() throws Exception {
        var answer = send("GET /orders", Map.of("state", "Ada Lovelace"));
        assertThat(answer.getContentAsString()).contains("State").doesNotContain("Lovelace");
    }

    @Test
    void anAddressWithAnIdThatIsNoneLeadsNowhere() throws Exception {
        for (var mapping : context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            for (var path : mapping.getPatternValues()) {
                for (var method : mapping.getMethodsCondition().getMethods()) {
                    if (path.contains("{")) {
                        var route = method + " " + path.replaceAll("\\{[^}]*}", "xyz");
                        var right = path.endsWith("new-label") ? LABEL : Map.<String, String>of();
                        assertThat(send(route, right).getStatus()).as(route).isEqualTo(404);
                    }
                }
            }
        }
        assertThat(send("GET /orders/xyz", Map.of()).getContentAsString()).contains("The id in the address");
    }

    @Test
    void strangeTextsAtTheSignInAreRefusedAsWrongOnes() throws Exception {
        for (var bad : List.of(NUL, "é".repeat(70), "", "x".repeat(5_000))) {
            for (var field : List.of("email", "password")) {
                var right = Map.of("email", "owner@shop.example", "password", "a sentence for the test");
                var asked = post("/sign-in").with(csrf());
                right.forEach((name, value) -> asked.param(name, name.equals(field) ? bad : value));
                assertThat(web.perform(asked).andReturn().getResponse().getRedirectedUrl())
                        .as(field + " " + shown(bad))
                        .isEqualTo("/sign-in?refused");
            }
        }
    }

    /** What no browser sends, over the wire: the server in front of our pages has to take it, too. */
    @Test
    void whatIsNotEvenARequestIsNotOurFault() throws IOException {
        for (var line : List.of(
                "GET /sign-in?left=%zz HTTP/1.1",
                "GET /orders?to=%00 HTTP/1.1",
                "GET /orders/%00 HTTP/1.1",
                "GET /%ff%fe HTTP/1.1",
                "GET /orders?from=%E2%28%A1 HTTP/1.1",
                "POST /sign-in?email=%zz HTTP/1.1",
                "BREW /orders HTTP/1.1")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertThat(status).as(line).matches("HTTP/1.1 [234]\\d\\d");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 302",
        "localhost:8080, 302",
        "[::1]:8080, 302",
        "SHOP.example, 302",
        "shop.example.evil.example, 421",
        "evil.example:8080, 421",
        "10.0.0.1, 421"
    })
    void aNameThatIsNotOursIsNotAnsweredTo(String host, int status) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET /orders HTTP/1.1\r\nHost: " + host
                                    + "\r\nX-Forwarded-Host: shop.example\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status);
            if (status == 302) {
                assertThat(answer).containsIgnoringCase("Location: /sign-in");
            } else {
                assertThat(answer).contains("COUNTERFOIL_HOSTS").doesNotContain("evil", "10.0");
            }
        }
    }

    @Test
    void aRefusalOfTheVaultIsToldAsOne() {
        var told = WhatWentWrong.from(new PurposeNotCarried(Purpose.DELIVERY));
        assertThat(told.status().value()).isEqualTo(403);
        assertThat(told.wrong()).startsWith("Your role does not open data held");
        assertThat(told.mend()).startsWith("Ask the owner");
    }

    private MockHttpServletResponse send(Row row, String bad) throws Exception {
        var params = new LinkedHashMap<>(row.right());
        params.remove(row.field());
        if (!bad.equals(ABSENT)) {
            params.put(row.field(), bad);
        }
        return send(row.at(), params);
    }

    private MockHttpServletResponse send(String at, Map<String, String> params) throws Exception {
        var parts = at.split(" ", 2);
        var id = parts[1].startsWith("/connections/") ? account : parts[1].startsWith("/people/") ? person : order;
        var asked = request(
                        HttpMethod.valueOf(parts[0]),
                        parts[1].replace("{id}", String.valueOf(id)).replace("{shipment}", String.valueOf(parcel)))
                .with(user(signIn.loadUserByUsername("owner@shop.example")))
                .with(csrf());
        params.forEach((name, value) -> asked.param(name, codeOr(value)));
        return web.perform(asked).andReturn().getResponse();
    }

    private static String codeOr(String value) {
        return switch (value) {
            case "(code)" -> code;
            case "(code for a password)" -> passwordCode;
            default -> value;
        };
    }

    private static Row row(String at, Map<String, String> right, String field, String called, String... bad) {
        return new Row(at, right, field, called, Stream.of(bad).toList());
    }

    private static String shown(String bad) {
        return bad.replace('\0', '0').substring(0, Math.min(bad.length(), 30));
    }
}
