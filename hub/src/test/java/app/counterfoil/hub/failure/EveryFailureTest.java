package app.counterfoil.hub.failure;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.channel.TellChannels;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.dispatch.AnnounceDispatched;
import app.counterfoil.hub.dispatch.AskCourier;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.ParcelWishes;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.failure.FailNth.Failure;
import app.counterfoil.hub.failure.FailureBench.Flow;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.InvoicePdfs;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.IssueDueInvoices;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every statement and every call outside of what a shop does all day fails once, before it is done and after it; and
 * nothing is done twice, lost, or brought back.
 */
class EveryFailureTest {

    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(47));
    private static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);
    private static final ParcelWish WISH = new ParcelWish("TPN24", "smallParcel", new Weight(450));
    private static final Set<Purpose> OF_A_BUYER = Set.of(Purpose.DELIVERY, Purpose.SERVICE, Purpose.LABEL);
    /** Few in one shop, for all its books are checked after each failure. */
    private static final int ORDERS = 25;

    private static FailureBench bench;

    @BeforeAll
    static void aHub() {
        bench = new FailureBench(SANDBOX);
        IntStream.range(0, 5).forEach(each -> MARKET.ebay(order -> {}));
    }

    @AfterAll
    static void close() {
        bench.close();
        SANDBOX.close();
    }

    @Test
    void ordersAreTakenInOnce() {
        assertThat(eachFailure(Importing::new))
                .allSatisfy((failure, met) -> assertThat(met).isPositive());
    }

    @Test
    void aLabelIsBoughtOnce() {
        assertThat(eachFailure(Booking::new))
                .allSatisfy((failure, met) -> assertThat(met).isPositive());
    }

    @Test
    void aParcelThatLeftIsAnnouncedAndInvoicedOnce() {
        var met = eachFailure(HandingOver::new);
        assertThat(met.get(Failure.STATEMENT_REFUSED)).isPositive();
        assertThat(met.get(Failure.STATEMENT_UNANSWERED)).isPositive();
    }

    @Test
    void aChannelIsToldOnce() {
        assertThat(eachFailure(Telling::new))
                .allSatisfy((failure, met) -> assertThat(met).isPositive());
    }

    @Test
    void anInvoiceIsIssuedOnceAndItsSeriesHasNoGap() {
        var met = eachFailure(Invoicing::new);
        assertThat(met.get(Failure.STATEMENT_REFUSED)).isPositive();
        assertThat(met.get(Failure.STATEMENT_UNANSWERED)).isPositive();
    }

    @Test
    void whoWasForgottenStaysForgottenAndNobodyElseIs() {
        var met = eachFailure(Forgetting::new);
        assertThat(met.get(Failure.STATEMENT_REFUSED)).isPositive();
        assertThat(met.get(Failure.STATEMENT_UNANSWERED)).isPositive();
    }

    private interface Made {
        Flow in(SellerId shop);
    }

    /** How many failures of each kind the flow met, each kind in a shop of its own. */
    private static Map<Failure, Integer> eachFailure(Made made) {
        var met = new EnumMap<Failure, Integer>(Failure.class);
        for (var failure : Failure.values()) {
            met.put(failure, bench.eachOf(failure, made.in(bench.shop())));
        }
        System.out.println("failures met " + met);
        return met;
    }

    /** A shop that has its orders from Amazon, and a courier. */
    private abstract static class OnOrders extends OneOrderEach {

        OnOrders(SellerId shop) {
            super(bench, shop, amazon(shop));
        }

        private static Account amazon(SellerId shop) {
            freshOrders();
            part(VatClasses.class).sayMost(shop, VatClass.STANDARD, Optional.empty());
            bench.connect(shop, OutsideService.ROYAL_MAIL, "demo-royalmail-1");
            return bench.connect(
                    shop, OutsideService.AMAZON, "demo-amazon-client", "demo-amazon-secret", "demo-refresh-amazon-1");
        }

        /** What another shop has worked on is of long ago, and is not downloaded any more. */
        private static void freshOrders() {
            var amazon = SANDBOX.world().account("amazon-1").orElseThrow();
            var longAgo = Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS);
            for (var order : amazon.orders()) {
                amazon.put(
                        order.get("orderId").asString(), order.deepCopy().put("lastUpdatedTime", longAgo.toString()));
            }
            IntStream.range(0, ORDERS).forEach(each -> MARKET.amazon(1_200, order -> {}));
        }

        @Override
        public void prepare() {
            // One is left for those who look at somebody else's.
            if (left.size() < 2) {
                var next = bench.shop();
                goOnIn(next, amazon(next));
            }
            super.prepare();
        }

        final List<Shipment> parcels() {
            return part(Shipments.class).ofOrder(shop, order.id());
        }

        final void book() {
            var unused = part(BookShipments.class)
                    .book(bench.owner(shop), List.of(order.id()), ParcelWishes.all(WISH), done -> {});
        }

        final void handOver() {
            var unused = part(MarkDispatched.class)
                    .handedOver(
                            bench.owner(shop),
                            parcels().stream().map(Shipment::id).toList());
        }

        final Outcome<?> recipient(OrderFacts of) {
            return part(OpenPeople.class)
                    .recipients(bench.owner(shop), "TEST", List.of(of))
                    .get(of.id());
        }

        final OrderFacts next() {
            return left.element();
        }
    }

    private static final class Importing implements Flow {

        private SellerId shop;
        private Account account;

        Importing(SellerId shop) {
            this.shop = shop;
            this.account = ebay();
        }

        private Account ebay() {
            return bench.connect(
                    shop, OutsideService.EBAY, "demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1");
        }

        @Override
        public SellerId shop() {
            return shop;
        }

        @Override
        public void prepare() {
            shop = bench.shopOfNobody();
            account = ebay();
        }

        @Override
        public void run() {
            var unused = part(DownloadOrders.class).from(account);
        }

        @Override
        public void check() {
            var all = part(Orders.class).page(shop, OrderFilter.all(), Optional.empty(), 50);
            assertThat(all.stream().map(OrderFacts::channelOrderId)).hasSize(5).doesNotHaveDuplicates();
            var recipients = part(Custody.class)
                    .in(
                            shop,
                            vault -> vault.open(
                                    new Opening(HubJob.INTAKE, Purpose.DELIVERY, "TEST"),
                                    Recipient.KIND,
                                    all.stream()
                                            .map(order ->
                                                    new RecordRef(order.id().value(), order.subject()))
                                            .toList()));
            assertThat(recipients.values()).hasSize(5).allMatch(each -> each.opened()
                    .isPresent());
        }
    }

    private static final class Booking extends OnOrders {

        Booking(SellerId shop) {
            super(shop);
        }

        @Override
        public void run() {
            book();
        }

        @Override
        public void again() {
            part(AskCourier.class).aboutAll(shop);
            book();
        }

        @Override
        public void check() {
            assertThat(parcels())
                    .filteredOn(parcel -> parcel.state().isBought())
                    .hasSize(1);
            assertThat(parcels().stream()
                            .mapToLong(parcel -> SANDBOX.royalMail().bookingsOf(parcel.reference()))
                            .sum())
                    .as("bought at the courier")
                    .isEqualTo(1);
        }
    }

    private static final class HandingOver extends OnOrders {

        HandingOver(SellerId shop) {
            super(shop);
        }

        @Override
        public void prepare() {
            super.prepare();
            book();
        }

        @Override
        public void run() {
            handOver();
            part(AnnounceDispatched.class).of(shop);
        }

        @Override
        public void again() {
            try {
                handOver();
            } catch (MarkDispatched.NothingToHandOver leftBefore) {
                assertThat(leftBefore).isInstanceOf(Refusal.class);
            }
            part(AnnounceDispatched.class).of(shop);
            part(IssueDueInvoices.class).issue(shop);
        }

        @Override
        public void check() {
            assertThat(part(Orders.class).one(shop, order.id()).orElseThrow().state())
                    .isEqualTo(OrderState.DISPATCHED);
            assertThat(part(Invoices.class).ofOrders(shop, List.of(order.id()))).hasSize(1);
        }
    }

    private static final class Telling extends OnOrders {

        Telling(SellerId shop) {
            super(shop);
        }

        @Override
        public void prepare() {
            super.prepare();
            book();
            handOver();
        }

        @Override
        public void run() {
            part(TellChannels.class).of(shop);
        }

        @Override
        public void check() {
            assertThat(parcels()).singleElement().satisfies(parcel -> assertThat(parcel.channelState())
                    .isEqualTo(Shipment.ChannelState.TOLD));
            assertThat(SANDBOX.world().account("amazon-1").orElseThrow().confirmations(order.channelOrderId()))
                    .as("told to the channel")
                    .hasSize(1);
        }
    }

    private static final class Invoicing extends OnOrders {

        private final Map<SellerId, Integer> issued = new HashMap<>();

        Invoicing(SellerId shop) {
            super(shop);
        }

        @Override
        public void run() {
            var invoice = part(IssueInvoices.class).forOrder(shop, order.id(), true, Optional.empty());
            assertThat(part(InvoicePdfs.class).of(bench.owner(shop), invoice.id()))
                    .isPresent();
        }

        @Override
        public void check() {
            int many = issued.merge(shop, 1, Integer::sum);
            assertThat(part(Invoices.class).latest(shop, 200).stream()
                            .map(Invoice::number)
                            .map(number -> Integer.valueOf(number.substring(number.length() - 6)))
                            .sorted())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, many).boxed().toList());
        }
    }

    private static final class Forgetting extends OnOrders {

        Forgetting(SellerId shop) {
            super(shop);
        }

        @Override
        public void run() {
            part(Custody.class).in(shop, vault -> vault.forget(List.of(order.subject()), OF_A_BUYER, "TEST"));
        }

        @Override
        public void check() {
            assertThat(recipient(order)).isInstanceOf(Outcome.Forgotten.class);
            assertThat(recipient(next())).isInstanceOf(Outcome.Opened.class);
        }
    }

    private static <T> T part(Class<T> type) {
        return bench.part(type);
    }
}
