package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.counterfoil.hub.channel.TellChannels;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.Given;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.vault.Purpose;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What leaves for a courier or a channel stands in the ledger of disclosures, and nothing else does. */
@TestPropertySource(properties = "counterfoil.royal-mail.api=${bench.sandbox}")
class DisclosedParcelsTest extends PackingBench {

    private static final String KEY = "demo-royalmail-1";
    private static final ParcelWish UNTRACKED = new ParcelWish("STL1", "smallParcel", new Weight(450));
    private static final ParcelWish TOO_HEAVY = new ParcelWish("TPN24", "smallParcel", new Weight(30_001));

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private AskCourier askCourier;

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private TellChannels tellChannels;

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private BusinessClock clock;

    @Test
    void whatTheCourierAndTheChannelReceivedStandsThereOrderByOrder() {
        connect(OutsideService.EBAY, KEY);
        var packer = packer();
        var ready = ready(2);
        bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {});
        for (var order : ready) {
            assertThat(given(order)).singleElement().satisfies(booked -> {
                assertThat(booked.act()).isEqualTo(DisclosingAct.BOOK_PARCEL);
                assertThat(booked.record()).isEqualTo(parcel(order).id());
                assertThat(booked.recipient()).isEqualTo("ROYAL_MAIL");
                assertThat(booked.account()).isEqualTo(parcel(order).account());
                assertThat(booked.purpose()).isEqualTo(Purpose.DELIVERY);
                assertThat(booked.subject()).isEqualTo(order.subject());
                assertThat(booked.person()).contains(packer.id());
                assertThat(booked.categories())
                        .contains(DataCategory.NAME, DataCategory.ADDRESS, DataCategory.GOODS)
                        .doesNotContain(DataCategory.ORDER_NUMBER, DataCategory.TRACKING_NUMBER);
            });
        }
        leave(ready);
        for (var order : ready) {
            assertThat(given(order)).hasSize(2).first().satisfies(told -> {
                assertThat(told.act()).isEqualTo(DisclosingAct.CONFIRM_DISPATCH);
                assertThat(told.recipient()).isEqualTo("EBAY");
                assertThat(told.person()).isEmpty();
                assertThat(told.categories())
                        .containsExactlyInAnyOrder(DataCategory.ORDER_NUMBER, DataCategory.TRACKING_NUMBER);
            });
        }
    }

    @Test
    void phoneAndEmailGoOnlyWhereTheServiceWritesToTheRecipient() {
        connect(OutsideService.EBAY, KEY);
        var ready = ready(2);
        bookShipments.book(packer(), ids(ready.subList(0, 1)), ParcelWishes.all(WISH), done -> {});
        bookShipments.book(packer(), ids(ready.subList(1, 2)), ParcelWishes.all(UNTRACKED), done -> {});
        assertThat(given(ready.get(0)).get(0).categories()).contains(DataCategory.PHONE);
        assertThat(given(ready.get(1)).get(0).categories()).doesNotContain(DataCategory.PHONE, DataCategory.EMAIL);
    }

    @Test
    void whatIsRefusedBeforeItLeavesIsNotWritten() {
        connect(OutsideService.AMAZON, KEY);
        var ready = ready(1);
        var results = bookShipments.book(packer(), ids(ready), ParcelWishes.all(TOO_HEAVY), done -> {});
        assertThat(results).noneMatch(BookShipments.Result::isBooked);
        assertThat(given(ready.get(0))).isEmpty();
    }

    @Test
    void whatACourierMayHaveReceivedIsWrittenAndOnceOnly() {
        connect(OutsideService.AMAZON, KEY);
        var ready = ready(1);
        SANDBOX.faults().switchOn(new Faults.Switched("royalmail", Fault.DONE_UNANSWERED, 1, 1));
        bookShipments.book(packer(), ids(ready), ParcelWishes.all(WISH), done -> {});
        assertThat(given(ready.get(0))).hasSize(1);
        SANDBOX.faults().clear();
        askCourier.aboutAll(shop);
        assertThat(parcel(ready.get(0)).state()).isEqualTo(ShipmentState.BOOKED);
        assertThat(given(ready.get(0))).hasSize(1);
    }

    @Test
    void aNewLabelIsADisclosureOfItsOwn() {
        connect(OutsideService.AMAZON, KEY);
        var order = ready(1).get(0);
        bookShipments.book(packer(), ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        bookShipments.anew(packer(), order.id(), WISH, NewLabelReason.DAMAGED);
        assertThat(given(order)).hasSize(2).allMatch(given -> given.act() == DisclosingAct.BOOK_PARCEL);
    }

    @Test
    void aMonthTellsHowOftenWhoReceivedSomethingOfHowManyPeople() {
        connect(OutsideService.EBAY, KEY);
        var ready = ready(3);
        bookShipments.book(packer(), ids(ready), ParcelWishes.all(WISH), done -> {});
        bookShipments.anew(packer(), ready.get(0).id(), WISH, NewLabelReason.DAMAGED);
        var month = YearMonth.from(clock.today());
        assertThat(disclosures.countedIn(shop, month))
                .containsExactly(new Given("ROYAL_MAIL", DisclosingAct.BOOK_PARCEL, 4, 3));
        assertThat(disclosures.in(shop, month, Optional.of("ROYAL_MAIL"), 10)).hasSize(4);
        assertThat(disclosures.in(shop, month, Optional.of("EBAY"), 10)).isEmpty();
        assertThat(disclosures.in(shop, month, Optional.empty(), 2)).hasSize(2);
        assertThat(disclosures.countedIn(shop, month.minusMonths(1))).isEmpty();
        assertThat(disclosures.countedIn(shop, month.plusMonths(1))).isEmpty();
        var other = shops.open();
        assertThat(disclosures.in(other, month, Optional.empty(), 10)).isEmpty();
        assertThat(disclosures.since(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE disclosure_entry SET recipient = 'NOBODY'",
                "DELETE FROM disclosure_entry",
                "TRUNCATE disclosure_entry"
            })
    void theApplicationTakesNothingBack(String sql) {
        connect(OutsideService.EBAY, KEY);
        bookShipments.book(packer(), ids(ready(1)), ParcelWishes.all(WISH), done -> {});
        assertThatThrownBy(() -> transactions.run(shop, () -> db.sql(sql).update()))
                .hasStackTraceContaining("42501");
    }

    @Test
    void thoseWhoAnswerForTheDataSeeItAndOthersDoNot() throws Exception {
        connect(OutsideService.EBAY, KEY);
        assertThat(pages.page(owner(), "/disclosures")).contains("Nothing was handed over");
        var order = ready(1).get(0);
        bookShipments.book(packer(), ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        assertThat(pages.page(owner(), "/disclosures"))
                .contains("Royal Mail", "Parcel booked", order.channelOrderId(), "/orders/" + order.id());
        assertThat(pages.page(owner(), "/disclosures?recipient=EBAY&month=" + YearMonth.from(clock.today())))
                .contains("Nothing was handed over");
        assertThat(pages.asked(packer(), get("/disclosures")).getStatus()).isEqualTo(403);
        assertThat(pages.page(owner(), "/orders/" + order.id())).contains("Handed over", "parcel booked");
        assertThat(pages.page(packer(), "/orders/" + order.id())).doesNotContain("Handed over");
    }

    private void leave(List<OrderFacts> of) {
        markDispatched.handedOver(
                packer(), parcels(of).stream().map(Shipment::id).toList());
        tellChannels.of(shop);
    }

    private List<Disclosure> given(OrderFacts order) {
        return disclosures.ofOrder(shop, order.id().value()).stream()
                .map(Disclosure.Entry::what)
                .toList();
    }
}
