package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.OwnCourier.Answer;
import app.counterfoil.hub.dispatch.OwnCourier.Call;
import app.counterfoil.hub.order.OrderFacts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever goes wrong after the courier has named a booking, its parcel is bought once; and one parcel never stops the others. */
class BoughtOnceTest extends PackingBench {

    @Autowired
    private AskCourier askCourier;

    static Stream<Answer> wrongLabels() {
        return Stream.of(
                new Answer(429, "{}"),
                new Answer(401, ""),
                new Answer(400, "[]"),
                new Answer(404, ""),
                new Answer(409, ""),
                new Answer(500, "{}"),
                new Answer(503, "{}"),
                new Answer(200, "<html>We will be right back</html>"),
                new Answer(200, "%PD"),
                new Answer(0, "broken off"));
    }

    @ParameterizedTest
    @MethodSource("wrongLabels")
    void aLabelThatCannotBeHadIsAskedForAgainAndNotBoughtAgain(Answer wrong) {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var order = ready(1).get(0);
        int before = COURIER.everBooked().size();
        COURIER.answer(Call.LABEL, 2, wrong);
        bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        COURIER.behave();
        bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        askCourier.aboutAll(shop);
        assertThat(COURIER.everBooked()).hasSize(before + 1);
        assertThat(parcel(order).state().name()).isEqualTo("BOOKED");
        assertThat(parcel(order).labelEndsOn()).isPresent();
    }

    @Test
    void aRefusedParcelDoesNotEndTheBatch() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var ready = ready(3);
        COURIER.answer(Call.CREATE, 1, new Answer(422, "{}"));
        var results = bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {});
        assertThat(results).filteredOn(BookShipments.Result::isBooked).hasSize(2);
        assertThat(results)
                .filteredOn(result -> !result.isBooked())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.wrong()).contains("422");
                    assertThat(result.mend()).isNotBlank();
                });
    }

    @Test
    void oneSilenceDoesNotEndTheBatchButTwoInARowDo() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var ready = ready(5);
        int before = COURIER.everBooked().size();
        COURIER.answer(Call.CREATE, 1, new Answer(503, "{}"));
        assertThat(bookShipments.book(packer, ids(ready.subList(0, 2)), ParcelWishes.all(WISH), done -> {}))
                .filteredOn(BookShipments.Result::isBooked)
                .hasSize(1);
        COURIER.answer(Call.CREATE, 3, new Answer(503, "{}"));
        var results = bookShipments.book(packer, ids(ready.subList(2, 5)), ParcelWishes.all(WISH), done -> {});
        assertThat(results).noneMatch(BookShipments.Result::isBooked);
        assertThat(results.get(2).wrong()).startsWith("It was not tried");
        assertThat(COURIER.everBooked()).hasSize(before + 1);
    }

    @Test
    void anOutcomeThatWasLostOnTheWayIsFoundByItsReference() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        OrderFacts order = ready(1).get(0);
        int before = COURIER.everBooked().size();
        COURIER.answer(Call.CREATE, 1, new Answer(0, "broken off"));
        bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        assertThat(parcel(order).state().name()).isEqualTo("BOOKING");
        bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        assertThat(COURIER.everBooked()).hasSize(before + 1);
        assertThat(parcel(order).state().name()).isEqualTo("BOOKED");
    }
}
