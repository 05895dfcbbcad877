package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Where more stands in a list than a page shows, the most urgent is shown, and the page says how much more there is. */
@TestPropertySource(properties = "counterfoil.dispatch.rows=3")
class LongListsTest extends PackingBench {

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private ToTellChannels toTellChannels;

    @Test
    void ordersBehindThoseBookedAreStillThereTheMostUrgentFirst() throws Exception {
        connect(OutsideService.AMAZON);
        connectToo(OutsideService.EBAY);
        var packer = packer();
        var urgent = byUrgency();
        assertThat(urgent).hasSizeGreaterThan(8);
        assertThat(pages.page(packer, "/dispatch"))
                .contains(numbers(urgent.subList(0, 3)))
                .doesNotContain(numbers(urgent.subList(3, urgent.size())))
                .contains("and " + (urgent.size() - 3) + " more");

        var booked = urgent.stream()
                .filter(order -> order.territory().equals(Territory.GREAT_BRITAIN))
                .limit(4)
                .toList();
        bookShipments.book(packer, ids(booked), ParcelWishes.all(WISH), done -> {});
        var left = urgent.stream().filter(order -> !booked.contains(order)).toList();
        assertThat(toBook(pages.page(packer, "/dispatch")))
                .contains(numbers(left.subList(0, 3)))
                .contains("and " + (left.size() - 3) + " more");
    }

    @Test
    void everyPageOfWhatIsToBookCanBeReachedAndOneTooFarIsTheLast() throws Exception {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var urgent = byUrgency();
        assertThat(pages.page(packer, "/dispatch?page=2"))
                .contains(numbers(urgent.subList(3, 6)))
                .doesNotContain(numbers(urgent.subList(0, 3)))
                .contains("page=1", "page=3");
        var last = urgent.get(urgent.size() - 1);
        for (var beyond : List.of("2147483647", "0", "-7")) {
            assertThat(pages.page(packer, "/dispatch?page=" + beyond))
                    .contains(numbers(List.of(beyond.startsWith("2") ? last : urgent.get(0))));
        }
    }

    @Test
    void theOtherListsSayHowManyMoreThereAre() throws Exception {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var five = ready(5);
        bookShipments.book(packer, ids(five), ParcelWishes.all(WISH), done -> {});
        assertThat(pages.page(packer, "/dispatch")).contains("and 2 more, booked later");

        var parcels = five.stream().map(this::parcel).map(Shipment::id).toList();
        markDispatched.handedOver(packer, parcels);
        assertThat(pages.page(packer, "/dispatch"))
                .contains("5 parcels of which the channel", "and 2 more whose channel does not know yet");
    }

    @Test
    void aParcelWhoseChannelCouldNotBeToldStandsAboveNewerOnesThatAreTold() throws Exception {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var five = ready(5);
        for (var order : five) {
            bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
            markDispatched.handedOver(packer, List.of(parcel(order).id()));
        }
        var oldest = parcel(five.get(0));
        toTellChannels.notTold(shop, oldest, new CannotBook("Demo wrong.", "Demo mend."), false, Optional.empty());
        five.stream().skip(1).forEach(order -> toTellChannels.told(shop, parcel(order)));
        assertThat(pages.page(packer, "/dispatch"))
                .contains(five.get(0).channelOrderId(), "Demo wrong.", "Tell it again");
    }

    private List<OrderFacts> byUrgency() {
        return orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 500).stream()
                .sorted(Comparator.comparing(LongListsTest::leavesBy)
                        .thenComparing(OrderFacts::placedAt)
                        .thenComparing(order -> order.id().value().toString()))
                .toList();
    }

    private static Instant leavesBy(OrderFacts order) {
        return order.shipBy().orElse(order.placedAt().plus(Duration.ofDays(1)));
    }

    private static String[] numbers(List<OrderFacts> of) {
        return of.stream().map(OrderFacts::channelOrderId).toArray(String[]::new);
    }

    private static String toBook(String page) {
        return page.substring(page.indexOf("To book"));
    }
}
