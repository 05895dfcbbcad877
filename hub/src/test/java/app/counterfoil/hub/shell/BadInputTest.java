package app.counterfoil.hub.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.breach.Cause;
import app.counterfoil.hub.breach.Harm;
import app.counterfoil.hub.breach.Incident;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.ParcelWishes;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestParam;

/** Whatever a person or a forged request types: an answer that names the field and the mend, and never "on our side". */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {

    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(9));
    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final String OWNER = "owner@shop.example";

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private HubPages pages;

    @Autowired
    private Breaches breaches;

    @Autowired
    private BookShipments bookShipments;

    @Autowired
    private IssueInvoices issueInvoices;

    private static Optional<SellerId> opened = Optional.empty();
    private static UUID account = new UUID(0, 0);
    private static UUID books = new UUID(0, 0);
    private static UUID order = new UUID(0, 0);
    private static UUID invoice = new UUID(0, 0);
    private static UUID person = new UUID(0, 0);
    private static String code = "";
    private static String passwordCode = "";
    private static UUID parcel = new UUID(0, 0);

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.new-password", () -> "true");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void aShop(CapturedOutput console) {
        code = printed(console, "/set-up").orElse(code);
        passwordCode = printed(console, "/new-password").orElse(passwordCode);
        if (opened.isEmpty()) {
            SANDBOX.generate("ebay-1", 12);
            var shop = shops.open();
            opened = Optional.of(shop);
            person = shops.person(shop, Role.PACKER, "packer@shop.example").id();
            account = shops.download(shop, OutsideService.EBAY).id();
            var ready = shops.ready(shop).map(OrderFacts::id).toList();
            order = ready.get(0).value();
            invoice = issueInvoices
                    .forOrder(shop, ready.get(2), false, Optional.empty())
                    .id();
            shops.connect(shop, OutsideService.ROYAL_MAIL);
            books = shops.connect(shop, OutsideService.XERO).id();
            parcel = anUntrackedParcel(ready.get(1));
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

    private SignedIn owner() {
        return shops.person(opened.orElseThrow(), Role.OWNER, OWNER);
    }

    private UUID anUntrackedParcel(OrderId of) {
        var wish = new ParcelWish("STL1", "smallParcel", new Weight(450));
        return bookShipments
                .book(owner(), List.of(of), ParcelWishes.all(wish), done -> {})
                .get(0)
                .shipment()
                .orElseThrow()
                .id();
    }

    @ParameterizedTest
    @FieldSource({
        "app.counterfoil.hub.shell.FormFields#ALL",
        "app.counterfoil.hub.shell.InvoiceFields#ALL",
        "app.counterfoil.hub.shell.ReturnFields#ALL",
        "app.counterfoil.hub.shell.PayoutFields#ALL"
    })
    void aFieldThatCannotBeUsedIsNamed(FormFields.Row row) throws Exception {
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
        var tried = Stream.of(FormFields.ALL, InvoiceFields.ALL, ReturnFields.ALL, PayoutFields.ALL)
                .flatMap(List::stream)
                .map(row -> row.at() + " " + row.field())
                .collect(Collectors.toSet());
        var fields = new TreeSet<String>();
        pages.routes().forEach((route, handler) -> {
            if (route.startsWith("POST ")) {
                for (var parameter : handler.getMethodParameters()) {
                    if (parameter.hasParameterAnnotation(RequestParam.class)
                            && !Map.class.isAssignableFrom(parameter.getParameterType())) {
                        fields.add(route + " " + parameter.getParameter().getName());
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
        for (var each : pages.routes().keySet()) {
            if (each.contains("{") && !each.contains(" /api/")) {
                var route = each.replaceAll("\\{[^}]*}", "xyz");
                var right = each.endsWith("new-label") ? FormFields.LABEL : Map.<String, String>of();
                assertThat(send(route, right).getStatus()).as(route).isEqualTo(404);
            }
        }
        assertThat(send("GET /orders/xyz", Map.of()).getContentAsString()).contains("The id in the address");
    }

    @Test
    void strangeTextsAtTheSignInAreRefusedAsWrongOnes() throws Exception {
        for (var bad : List.of(FormFields.NUL, "é".repeat(70), "", "x".repeat(5_000))) {
            for (var field : List.of("email", "password")) {
                var right = Map.of("email", OWNER, "password", MadeUpShops.PASSWORD);
                var asked = post("/sign-in");
                right.forEach((name, value) -> asked.param(name, name.equals(field) ? bad : value));
                assertThat(pages.asked(asked).getRedirectedUrl())
                        .as(field + " " + shown(bad))
                        .isEqualTo("/sign-in?refused");
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

    private MockHttpServletResponse send(FormFields.Row row, String bad) throws Exception {
        var params = new LinkedHashMap<>(row.right());
        params.remove(row.field());
        if (!bad.equals(FormFields.ABSENT)) {
            params.put(row.field(), bad);
        }
        return send(row.at(), params);
    }

    private MockHttpServletResponse send(String at, Map<String, String> params) throws Exception {
        var parts = at.split(" ", 2);
        var id = parts[1].startsWith("/connections/")
                ? account
                : parts[1].contains("/people/")
                        ? person
                        : parts[1].startsWith("/breaches/")
                                ? incident()
                                : parts[1].startsWith("/invoices/") ? invoice : order;
        var asked = request(
                HttpMethod.valueOf(parts[0]),
                parts[1].replace("{id}", String.valueOf(id))
                        .replace("{order}", String.valueOf(order))
                        .replace("{account}", String.valueOf(books))
                        .replace("{shipment}", String.valueOf(parcel))
                        .replace(
                                "{shop}",
                                params.getOrDefault("shop", owner().seller().toString()))
                        .replace("{knock}", String.valueOf(order))
                        .replace("{code}", "abcd")
                        .replace("{start}", "2026-04-01")
                        .replace("{scheme}", "union")
                        .replace("{service}", params.getOrDefault("service", "ROYAL_MAIL"))
                        .replace("{kind}/{thing}", "POLICY/RETENTION")
                        .replace("{part}", params.getOrDefault("part", "CONTACT"))
                        .replace("/notes/{purpose}", "/notes/" + params.getOrDefault("purpose", "SERVICE")));
        params.forEach((name, value) -> asked.param(name, codeOr(value)));
        return pages.asked(owner(), asked);
    }

    private UUID incident() {
        var told = new Incident.Told(
                false, Set.of(Harm.CONFIDENTIALITY), Cause.OTHER, Optional.empty(), Instant.EPOCH, Instant.EPOCH);
        var all = breaches.all(owner().seller());
        return all.isEmpty() ? breaches.open(owner(), told) : all.get(0).id();
    }

    private static String codeOr(String value) {
        return switch (value) {
            case "(code)" -> code;
            case "(code for a password)" -> passwordCode;
            default -> value;
        };
    }

    private static String shown(String bad) {
        return bad.replace('\0', '0').substring(0, Math.min(bad.length(), 30));
    }
}
