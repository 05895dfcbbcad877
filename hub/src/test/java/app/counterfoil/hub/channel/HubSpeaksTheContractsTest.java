package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.accounting.ConfirmBooks;
import app.counterfoil.hub.accounting.EnterSales;
import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.dispatch.AskCourier;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.FreshAddress;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.NewLabelReason;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.ParcelWishes;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.ShipmentState;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.IssueCreditNotes;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.marketing.AnswerLinks;
import app.counterfoil.hub.marketing.ConsentAct;
import app.counterfoil.hub.marketing.ConsentWay;
import app.counterfoil.hub.marketing.Consents;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.EndConsent;
import app.counterfoil.hub.marketing.PublicAddress;
import app.counterfoil.hub.marketing.SyncAudiences;
import app.counterfoil.hub.marketing.TakeInConsent;
import app.counterfoil.hub.marketing.WordingKind;
import app.counterfoil.hub.marketing.Wordings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.vatreturn.MadeUpReturns;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.http.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever the hub asks of a vendor is asked, and answered, as the vendor's published contract says. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class})
class HubSpeaksTheContractsTest {

    private static final ParcelWish WISH = new ParcelWish("TPN24", "smallParcel", new Weight(450));
    /** No contract of the sign-ins is published in a form that can be checked. */
    private static final Set<String> WITHOUT_CONTRACT = Set.of("amazon-auth", "ebay-auth", "xero-auth", "hmrc-auth");

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(31));

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private FreshAddress freshAddress;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Orders orders;

    @Autowired
    private Shipments shipments;

    @Autowired
    private BookShipments bookShipments;

    @Autowired
    private AskCourier askCourier;

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private TellChannels tellChannels;

    @Autowired
    private Wordings wordings;

    @Autowired
    private TakeInConsent takeIn;

    @Autowired
    private AnswerLinks links;

    @Autowired
    private EndConsent endConsent;

    @Autowired
    private Consents consents;

    @Autowired
    private SyncAudiences sync;

    @Autowired
    private ConfirmBooks confirmBooks;

    @Autowired
    private LedgerAccounts ledgers;

    @Autowired
    private EnterSales enterSales;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private IssueCreditNotes creditNotes;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Custody custody;

    @Autowired
    private BeanFactory hub;

    @Autowired
    private LettersGoOut lettersGoOut;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.outside.patience", () -> "3s");
        registry.add("counterfoil.dispatch.settle", () -> "0s");
    }

    @BeforeAll
    static void theContractsAreHere() {
        var missing = PublishedContract.missing();
        if (!missing.isEmpty()) {
            System.out.println("SKIPPED: published contracts are not here, so nothing was held against them: " + missing
                    + "; set COUNTERFOIL_CONTRACTS to the folder that holds them.");
        }
        assumeTrue(missing.isEmpty(), "published contracts are missing: " + missing);
        SANDBOX.generate("amazon-1", 150);
        SANDBOX.generate("ebay-1", 150);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void everyExchangeOfADayFitsItsContract() {
        SANDBOX.exchanges().clear();
        aDay();
        aNewsletter();
        aDayInTheBooks();
        var exchanges = SANDBOX.exchanges().all();
        assertThat(exchanges)
                .extracting(HubSpeaksTheContractsTest::kind)
                .contains(
                        "amazon-orders GET",
                        "amazon-shipments POST",
                        "ebay-orders GET",
                        "ebay-orders POST",
                        "royalmail POST",
                        "royalmail GET",
                        "royalmail DELETE",
                        "mailchimp PUT",
                        "mailchimp GET",
                        "mailchimp PATCH",
                        "mailchimp POST",
                        "mailchimp DELETE",
                        "hmrc GET",
                        "hmrc POST",
                        "xero GET",
                        "xero PUT",
                        "xero-identity GET");
        assertThat(exchanges)
                .filteredOn(exchange -> PublishedContract.of(exchange.api()).isEmpty())
                .extracting(Exchange::api)
                .isSubsetOf(WITHOUT_CONTRACT);
        assertThat(Departures.of(exchanges)).isEmpty();

        assertThat(Departures.of(Departures.spoiled(
                        exchanges, "amazon-shipments", body -> body.replace("trackingNumber", "tracking"))))
                .as("an exchange made wrong by hand")
                .anyMatch(departure -> departure.contains("trackingNumber"));
        aMemberPutWrongIsFound(exchanges);
        anEntryAndAParcelPutWrongAreFound(exchanges);
    }

    /** Connects everything, downloads twice, books, asks about a booking without an answer, relabels, hands over and asks for addresses anew. */
    private void aDay() {
        var shop = shops.open();
        var amazon = shops.connect(shop, OutsideService.AMAZON);
        var ebay = shops.connect(shop, OutsideService.EBAY);
        shops.connect(shop, OutsideService.ROYAL_MAIL);
        assertThat(downloadOrders.from(amazon)).isTrue();
        assertThat(downloadOrders.from(ebay)).isTrue();
        SANDBOX.evolve("amazon-1", 10, Duration.ofMinutes(4));
        SANDBOX.evolve("ebay-1", 10, Duration.ofMinutes(4));
        assertThat(downloadOrders.from(amazon)).isTrue();
        assertThat(downloadOrders.from(ebay)).isTrue();

        var owner = shops.person(shop, Role.OWNER);
        var ready = Stream.concat(ready(shop, amazon).stream(), ready(shop, ebay).stream())
                .toList();
        SANDBOX.faults().switchOn(new Faults.Switched("royalmail-label", Fault.SERVER_ERROR, 1, 1));
        bookShipments.book(owner, ids(ready.subList(0, 1)), ParcelWishes.all(WISH), done -> {});
        bookShipments.anew(owner, ready.get(0).id(), WISH, NewLabelReason.DAMAGED);
        SANDBOX.faults().switchOn(new Faults.Switched("royalmail-create", Fault.DONE_UNANSWERED, 1, 1));
        bookShipments.book(owner, ids(ready.subList(1, 2)), ParcelWishes.all(WISH), done -> {});
        SANDBOX.faults().clear();
        askCourier.aboutAll(shop);
        bookShipments.book(owner, ids(ready.subList(2, 4)), ParcelWishes.all(WISH), done -> {});
        var parcels = List.copyOf(shipments.latest(shop, ids(ready)).values());
        assertThat(parcels).hasSize(ready.size()).allMatch(parcel -> parcel.state() == ShipmentState.BOOKED);
        markDispatched.handedOver(owner, parcels.stream().map(Shipment::id).toList());
        tellChannels.of(shop);
        assertThat(shipments.latest(shop, ids(ready)).values())
                .allMatch(parcel -> parcel.channelState() == Shipment.ChannelState.TOLD);
        assertThat(ready)
                .allSatisfy(order -> assertThat(freshAddress.fetch(shop, order)).isPresent());
    }

    private static void anEntryAndAParcelPutWrongAreFound(List<Exchange> exchanges) {
        for (var path : List.of("/Invoices", "/CreditNotes")) {
            var entries = exchanges.stream()
                    .filter(exchange -> exchange.request().path().endsWith(path))
                    .toList();
            assertThat(Departures.of(Departures.spoiled(entries, "xero", body -> body.replace("\"ACCREC", "\"SALE"))))
                    .as("an exchange made wrong by hand")
                    .anyMatch(departure -> departure.contains("SALE"));
        }
        assertThat(Departures.of(Departures.spoiled(exchanges, "hmrc", body -> body.replace("netVatDue", "net"))))
                .as("an exchange made wrong by hand")
                .anyMatch(departure -> departure.contains("POST") && departure.contains("schema"));
        assertThat(Departures.of(
                        Departures.spoiled(exchanges, "royalmail", body -> body.replace("\"subtotal\":", "\"sub\":"))))
                .as("an exchange made wrong by hand")
                .anyMatch(departure -> departure.contains("subtotal"));
    }

    private static void aMemberPutWrongIsFound(List<Exchange> exchanges) {
        assertThat(Departures.of(Departures.spoiled(
                        exchanges,
                        "mailchimp",
                        body -> body.replace("\"status_if_new\":\"subscribed\"", "\"a\":\"b\""))))
                .as("an exchange made wrong by hand")
                .anyMatch(departure -> departure.contains("status_if_new"));
    }

    /** Two full invoices and a credit note are entered for themselves; of one the answer does not come, so it is looked for. */
    private void aDayInTheBooks() {
        var shop = shops.openWithVat();
        var books = shops.connect(shop, OutsideService.XERO);
        var bookkeeper = shops.person(shop, Role.OWNER);
        var market = new MadeUpOrders(SANDBOX);
        var one = market.ebay(order -> {});
        var sold = List.of(one, market.ebay(order -> {}));
        shops.download(shop, OutsideService.EBAY);
        var invoices = shops.ready(shop)
                .filter(order -> sold.contains(order.channelOrderId()))
                .map(order -> issueInvoices.forOrder(shop, order.id(), true, Optional.empty()))
                .toList();
        var wish = new CreditWish(new CreditWish.Amount(Money.pence(2_00)), clock.today(), CreditReason.RETURNED);
        creditNotes.of(shop, invoices.get(0).id(), wish, bookkeeper.id());
        DATABASE.change(
                "UPDATE counterfoil.invoice_invoice SET issued_on = issued_on - 1 WHERE seller_id = '" + shop + "'");
        var yesterday = clock.today().minusDays(1);
        confirmBooks.of(
                books,
                new ConfirmBooks.Choice(
                        EntryWay.EACH, yesterday, ledgers.chart(books).proposal()),
                bookkeeper.id());
        SANDBOX.faults().switchOn(new Faults.Switched("xero-put", Fault.DONE_UNANSWERED, 1, 1));
        enterSales.of(shop);
        SANDBOX.faults().clear();
        DATABASE.change("UPDATE counterfoil.accounting_posting SET due_at = made_at WHERE due_at IS NOT NULL");
        DATABASE.change("UPDATE counterfoil.accounting_books SET next_round_at = confirmed_at");
        enterSales.of(shop);
        assertThat(SANDBOX.xero().invoices(1)).hasSize(2);
        assertThat(SANDBOX.xero().creditNotes(1)).hasSize(1);
        new MadeUpReturns(hub, shops.open(), SANDBOX).submitted();
    }

    /** Two sign up; the one withdraws and comes back, has their data restricted and is erased. */
    private void aNewsletter() {
        var shop = shops.open();
        shops.connect(shop, OutsideService.MAILCHIMP);
        var wording =
                wordings.write(shop, WordingKind.CONSENT, "Demo Shop (made up) may write to me.", Optional.empty());
        signUp(shop, wording, "one@contract.example");
        signUp(shop, wording, "two@contract.example");
        sync.of(shop);
        endConsent.ofAddress(
                shop, new Contact("one@contract.example"), ConsentAct.WITHDRAWN, ConsentWay.RIGHTS_REQUEST);
        var office = shops.person(shop, Role.OWNER);
        var two = consents.one(
                shop,
                consents.find(shop, office, new Contact("two@contract.example")).orElseThrow());
        custody.in(shop, vault -> {
            vault.restrictions().restrict(two.subject(), "RESTRICTION");
            return two;
        });
        sync.of(shop);
        endConsent.ofAddress(shop, new Contact("two@contract.example"), ConsentAct.ERASED, ConsentWay.RIGHTS_REQUEST);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf("a1b2c3d401", "two@contract.example"))
                .isEmpty();
    }

    private void signUp(SellerId shop, UUID wording, String email) {
        takeIn.bySignUp(shop, new Contact(email), wording, new PublicAddress("https://hub.example"));
        lettersGoOut.of(shop);
        var mail = SANDBOX.mail().taken().stream()
                .filter(each -> each.to().contains(email))
                .findFirst()
                .orElseThrow()
                .text();
        var secret = mail.substring(mail.indexOf("/confirm/") + 9).substring(0, 24);
        assertThat(links.confirm(shop, secret)).isTrue();
    }

    private List<OrderFacts> ready(SellerId shop, Account account) {
        var found = orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 300).stream()
                .filter(order -> order.territory().equals(Territory.GREAT_BRITAIN))
                .filter(order -> order.account().equals(account.id()))
                .limit(2)
                .toList();
        assertThat(found).hasSize(2);
        return found;
    }

    private static List<OrderId> ids(List<OrderFacts> of) {
        return of.stream().map(OrderFacts::id).toList();
    }

    private static String kind(Exchange exchange) {
        return exchange.api() + " " + exchange.request().method();
    }
}
