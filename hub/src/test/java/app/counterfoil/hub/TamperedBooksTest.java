package app.counterfoil.hub;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.ParcelWishes;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.letter.Letter;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.retention.CaseReference;
import app.counterfoil.hub.retention.LegalHoldReason;
import app.counterfoil.hub.retention.LegalHolds;
import app.counterfoil.hub.retention.ReviewPeriod;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;

/**
 * A shop that has done all its work, orders, parcels, invoices, and is found well. Then somebody changes its books past
 * the program, one thing after the other; each is named by the check whose books they are.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TamperedBooksTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(43));
    private static final String OWNER = "owner@shop.example";
    private static final ParcelWish WISH = new ParcelWish("TPN24", "smallParcel", new Weight(450));

    private static ConfigurableApplicationContext hub;
    private static SellerId shop;

    @BeforeAll
    static void aShopThatHasDoneItsWork() {
        SANDBOX.generate("amazon-1", 40);
        hub = new SpringApplicationBuilder(Counterfoil.class).run(settings());
        var shops = new MadeUpShops(hub);
        shop = shops.openWithVat();
        shops.person(shop, Role.OWNER, OWNER);
        shops.connect(shop, OutsideService.ROYAL_MAIL);
        var amazon = shops.download(shop, OutsideService.AMAZON);
        var ready = shops.ready(shop).map(OrderFacts::id).limit(6).toList();
        assertThat(ready).hasSize(6);
        assertThat(part(BookShipments.class).book(owner(), ready, ParcelWishes.all(WISH), done -> {}))
                .allSatisfy(each -> assertThat(each.isBooked()).isTrue());
        handOverAndInvoice(ready.subList(0, 4));
        somethingElseIsKept(amazon, ready.get(4));
        part(TurnOfDay.class).turn();
    }

    @AfterAll
    static void close() {
        hub.close();
        SANDBOX.close();
    }

    @Test
    @Order(1)
    void aShopThatHasDoneItsWorkIsWell() {
        var out = new ByteArrayOutputStream();
        var code = CommandLine.run(
                Stream.concat(Stream.of("verify"), command()).toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        var report = out.toString(StandardCharsets.UTF_8);
        assertThat(report)
                .contains(
                        "access journal",
                        "keys                 epoch 1 in use, 0 before it kept for backups; well",
                        "sealed records",
                        "people               1 people with a way in; well",
                        "connected accounts   2 accounts with their credentials; well",
                        "40 orders with",
                        "6 shipments, 6 with a label that still prints; well",
                        "4 invoices in 1 series; well",
                        "legal holds          1 that stand; well",
                        "disclosures          6 written; well",
                        "letters              1 written; well",
                        "All is well in 1 shops.");
        assertThat(code).isZero();
        assertThat(flaws()).isEmpty();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @Order(2)
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM order_line WHERE order_id = (SELECT min(order_id::text)::uuid FROM order_line)"
                        + " | orders | has no line",
                "INSERT INTO order_event SELECT seller_id, gen_random_uuid(), event_id, at, what, detail, person_id"
                        + " FROM order_event LIMIT 1 | orders | Event",
                "UPDATE order_order SET order_id = gen_random_uuid() WHERE order_id ="
                        + " (SELECT max(order_id::text)::uuid FROM order_order WHERE state = 'READY')"
                        + " | orders | is of an order that is not there",
                "DELETE FROM disclosure_entry WHERE act = 'BOOK_PARCEL' AND at = (SELECT max(at) FROM disclosure_entry"
                        + " WHERE act = 'BOOK_PARCEL') | parcels and labels | went there is not written",
                "UPDATE disclosure_entry SET categories = '{SHOE_SIZE}' WHERE at = (SELECT max(at) FROM disclosure_entry)"
                        + " | disclosures | names what nobody knows",
                "UPDATE disclosure_agreement SET safeguard = 'A_PROMISE' WHERE recipient = 'EBAY'"
                        + " | disclosures | says what nobody knows",
                "UPDATE dispatch_shipment SET courier_order_id = '' WHERE shipment_id ="
                        + " (SELECT min(shipment_id::text)::uuid FROM dispatch_shipment WHERE state = 'BOOKED')"
                        + " | parcels and labels | is BOOKED without the courier's number",
                "UPDATE dispatch_shipment SET courier_order_id = (SELECT max(courier_order_id) FROM dispatch_shipment)"
                        + " WHERE state = 'DISPATCHED' | parcels and labels | The courier's number",
                "UPDATE dispatch_shipment SET dispatched_at = NULL WHERE shipment_id ="
                        + " (SELECT min(shipment_id::text)::uuid FROM dispatch_shipment WHERE state = 'DISPATCHED')"
                        + " | parcels and labels | is DISPATCHED without the day it left",
                "UPDATE dispatch_shipment SET state = 'BOOKING', claimed_until = now() - interval '2 hours'"
                        + " WHERE shipment_id = (SELECT min(shipment_id::text)::uuid FROM dispatch_shipment"
                        + " WHERE state = 'BOOKED') | parcels and labels | nobody has asked the courier",
                "UPDATE dispatch_shipment SET order_id = (SELECT order_id FROM dispatch_shipment WHERE state = 'BOOKED'),"
                        + " label_no = 9, state = 'PRINT_AT_COURIER', booked_at = now(), courier_order_id = '77'"
                        + " WHERE state = 'BOOKING' | parcels and labels | labels that are bought and not void",
                "DELETE FROM vault_record WHERE kind = 'dispatch.label' AND record_id ="
                        + " (SELECT max(shipment_id::text)::uuid FROM dispatch_shipment)"
                        + " | parcels and labels | is not there, and ends on",
                "DELETE FROM dispatch_shipment WHERE shipment_id ="
                        + " (SELECT min(shipment_id::text)::uuid FROM dispatch_shipment WHERE state = 'DISPATCHED')"
                        + " | parcels and labels | A label is sealed for shipment",
                "UPDATE invoice_invoice SET vat_minor = vat_minor + 1 WHERE number = 1 | invoices | minor units",
                "DELETE FROM invoice_line WHERE invoice_id = (SELECT invoice_id FROM invoice_invoice WHERE number = 2)"
                        + " | invoices | 0 lines",
                "UPDATE invoice_invoice SET replaces = gen_random_uuid() WHERE number = 3"
                        + " | invoices | takes the place of",
                "UPDATE letter_letter SET state = 'EATEN' | letters | stands where no letter can stand",
                "DELETE FROM vault_record WHERE kind = 'letter.letter' | letters | The sealed text of letter",
                "DELETE FROM vault_record WHERE kind = 'invoice.party' | invoices | The sealed customer of invoice",
                "DELETE FROM vault_record WHERE kind = 'invoice.paper' | invoices | The sealed paper of invoice",
                "DELETE FROM invoice_invoice WHERE number = 2 | invoices | was given and its invoice is not there",
                "UPDATE invoice_series SET last_number = 2 | invoices | goes from 1 to 4",
                "UPDATE connection_account SET removed_at = now() WHERE service = 'AMAZON'"
                        + " | connected accounts | which is no connected account",
                "DELETE FROM vault_kept_secret | connected accounts | are missing",
                "DELETE FROM vault_record WHERE kind = 'seller.person' | people | no readable record",
                "UPDATE seller_sign_in_route SET person_id = gen_random_uuid()"
                        + " | people | who is not known in this shop",
                "UPDATE vault_record SET sealed = overlay(sealed placing '\\x00ff' from 80) WHERE kind = 'order.buyer'"
                        + " | sealed records | it does not open",
                "DELETE FROM vault_record WHERE kind = 'order.buyer' | orders | The sealed buyer of order",
                "DELETE FROM vault_record WHERE kind = 'order.recipient' | orders | The sealed recipient of order",
                "DELETE FROM vault_record WHERE kind = 'order.unread' | orders | The sealed unread order of entry",
                "DELETE FROM vault_record WHERE kind = 'custody.claim' | legal holds | its copy is not there",
                "DELETE FROM vault_subject_secret WHERE wrapped IS NULL | erasure ledger | a new one could be made",
                "UPDATE vault_subject_secret SET wrapped = NULL, destroyed_on = current_date, rule = 'FORGED'"
                        + " WHERE purpose = 'SERVICE' AND subject_id = (SELECT min(subject_id::text)::uuid"
                        + " FROM vault_subject_secret WHERE purpose = 'SERVICE' AND wrapped IS NOT NULL)"
                        + " | erasure ledger | does not know of it",
                "DELETE FROM vault_journal | access journal | The journal holds 0 entries"
            })
    void whatIsChangedPastTheProgramIsNamed(String change, String check, String named) throws SQLException {
        var before = flaws();
        try (var superuser = DATABASE.superuser();
                var statement = superuser.createStatement()) {
            superuser.setSchema("counterfoil");
            assertThat(statement.executeUpdate(change))
                    .as("rows changed by %s", change)
                    .isPositive();
        }
        var fresh = new HashSet<>(flaws().getOrDefault(check, Set.of()));
        fresh.removeAll(before.getOrDefault(check, Set.of()));
        assertThat(fresh).anySatisfy(wrong -> assertThat(wrong).contains(named));
    }

    @Test
    @Order(3)
    void theCommandEndsWithOneAndNamesAllOfItWithoutShowingAnybody() {
        var out = new ByteArrayOutputStream();
        var code = CommandLine.run(
                Stream.concat(Stream.of("verify", "--seller", shop.toString()), command())
                        .toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("WRONG", "things are wrong; each is named above with what to do.")
                .doesNotContain("Demo Owner", OWNER);
        assertThat(code).isEqualTo(1);
    }

    private static void handOverAndInvoice(List<OrderId> orders) {
        var parcels = orders.stream()
                .map(order -> part(Shipments.class).ofOrder(shop, order).get(0))
                .map(Shipment::id)
                .toList();
        assertThat(part(MarkDispatched.class).handedOver(owner(), parcels).left())
                .isEqualTo(orders.size());
        for (var order : orders) {
            var unused = part(IssueInvoices.class).forOrder(shop, order, true, Optional.empty());
        }
    }

    /** An order that could not be taken in, a copy for a claim, and an order whose people nobody misses: they were forgotten. */
    private static void somethingElseIsKept(Account amazon, OrderId held) {
        part(OrdersPutAside.class).keep(amazon, "demo-unread-1", "No item.", "Look at it.", new byte[] {1});
        part(LegalHolds.class)
                .hold(
                        shop,
                        held.value(),
                        LegalHoldReason.CLAIM_ON_COURIER,
                        new CaseReference("QB-2026-000123"),
                        owner(),
                        new ReviewPeriod(30));
        part(SendLetters.class)
                .send(
                        shop,
                        new Letter(
                                UUID.randomUUID(),
                                new SubjectId(UUID.randomUUID()),
                                "ANSWER",
                                "buyer@buyer.example",
                                "Your request",
                                "made up",
                                part(BusinessClock.class).today().plusYears(3)));
        var subject = part(Orders.class).page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 50).stream()
                .filter(order -> part(Shipments.class).ofOrder(shop, order.id()).isEmpty())
                .min(Comparator.comparing(order -> order.id().value().toString()))
                .map(OrderFacts::subject)
                .orElseThrow();
        part(Custody.class)
                .in(
                        shop,
                        vault -> vault.forget(
                                List.of(subject), Set.of(Purpose.DELIVERY, Purpose.SERVICE), "ERASURE_REQUEST"));
    }

    /** What each check finds wrong, by its name. */
    private static Map<String, Set<String>> flaws() {
        var found = new LinkedHashMap<String, Set<String>>();
        hub.getBeanProvider(BookCheck.class).orderedStream().forEach(check -> {
            var wrong = check.of(shop).flaws().stream().map(Flaw::wrong).collect(Collectors.toSet());
            if (!wrong.isEmpty()) {
                found.put(check.name(), wrong);
            }
        });
        return found;
    }

    private static String[] settings() {
        return Stream.concat(
                        DATABASE.settings().entrySet().stream(),
                        Map.of(
                                "counterfoil.amazon.api", SANDBOX.address().toString(),
                                "counterfoil.amazon.sign-in", SANDBOX.address().toString(),
                                "counterfoil.royal-mail.api", SANDBOX.address().toString(),
                                "server.port", "0",
                                "db-scheduler.enabled", "false")
                                .entrySet()
                                .stream())
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
    }

    /** A command is told where the installation is; everything else after its name is its own. */
    private static Stream<String> command() {
        return Stream.of(settings()).filter(each -> each.startsWith("--counterfoil."));
    }

    private static SignedIn owner() {
        return (SignedIn) part(UserDetailsService.class).loadUserByUsername(OWNER);
    }

    private static <T> T part(Class<T> type) {
        return hub.getBean(type);
    }
}
