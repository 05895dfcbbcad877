package app.counterfoil.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.rights.Door;
import app.counterfoil.hub.rights.Law;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.Requester;
import app.counterfoil.hub.rights.TakeInRequests;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever somebody asks for by its number, name or id is answered with the rule and the day; the clock moves last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
class WhyStillHereTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(73));

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private HubPages pages;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private TakeInRequests takeIn;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private BusinessClock clock;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeEach
    void aShop() {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        SANDBOX.generate("ebay-1", 12);
        shop = shops.open();
        shops.person(shop, Role.OWNER);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void anOrderIsAskedForByItsNumberOrIdWhileItIsHereAndAfterItHasEnded() throws Exception {
        var order = dispatched();
        var end = Written.day(clock.today().plusDays(90));
        for (var asked : List.of(order.channelOrderId(), order.id().toString(), " " + order.channelOrderId() + " ")) {
            assertThat(asked(asked))
                    .as(asked)
                    .contains(
                            "Recipient and address of order " + order.channelOrderId(),
                            "It is here until " + end + ". Held to get the parcel to its door; 90 days after dispatch");
        }
        trainingClock.forward(91, unused -> {});
        assertThat(asked(order.channelOrderId()))
                .contains("It ended on " + end + ". Rule for delivery: 90 days after dispatch")
                .doesNotContain("It is here until");
    }

    @Test
    void anInvoiceIsAskedForByItsNumber() throws Exception {
        shop = shops.openWithVat();
        shops.download(shop, OutsideService.EBAY);
        var ready = shops.ready(shop).map(OrderFacts::id).toList();
        var full = issueInvoices.forOrder(shop, ready.get(0), true, Optional.empty());
        var end = Written.day(full.partyEndsOn().orElseThrow());
        assertThat(asked(full.number()))
                .contains(
                        "Customer named on invoice " + full.number(),
                        "It is here until " + end + ", held to prove the VAT accounted for: 6 years");
        var simplified = ready.stream()
                .skip(1)
                .map(order -> issueInvoices.forOrder(shop, order, false, Optional.empty()))
                .filter(invoice -> invoice.partyEndsOn().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(asked(simplified.number())).contains("It names no customer");
    }

    @Test
    void aRequestIsAskedForByItsName() throws Exception {
        takeIn.takeIn(
                shop,
                new TakeInRequests.Incoming(
                        RequestKind.ACCESS,
                        Door.STAFF,
                        Law.UK,
                        clock.today(),
                        new Requester("Testa Demoson", "testa@why.example", "", "", "", List.of(), "")),
                Optional.empty());
        assertThat(asked("r-1"))
                .contains("Who asked in request R-1", "later while the request is open", "3 years after")
                .doesNotContain("Testa Demoson");
    }

    @Test
    void somebodyOfTheShopAndAnyRecordIsAskedForByItsId() throws Exception {
        var packer = shops.person(shop, Role.PACKER);
        assertThat(asked(packer.id().toString()))
                .contains("Hash of the password (seller.person)", "It is here until", "while they work there");
    }

    @Test
    void whatIsAnotherShopsOrNobodysIsNotKnown() throws Exception {
        var order = dispatched();
        shop = shops.open();
        for (var asked : List.of(order.channelOrderId(), order.id().toString(), "R-1", "nothing")) {
            assertThat(asked(asked)).as(asked).contains("Nothing personal goes by that here.");
        }
    }

    private OrderFacts dispatched() {
        shops.download(shop, OutsideService.EBAY);
        var order = shops.ready(shop).findFirst().orElseThrow();
        moveOrders.to(OrderState.DISPATCHED, shop, List.of(order.id()), Optional.empty());
        return order;
    }

    private SignedIn reader() {
        return shops.person(shop, Role.DATA_PROTECTION);
    }

    private String asked(String number) throws Exception {
        return pages.asked(reader(), post("/ends/why").param("number", number)).getContentAsString();
    }
}
