package app.counterfoil.hub.order;

import static app.counterfoil.hub.order.HoldReason.ADDRESS_NEEDED;
import static app.counterfoil.hub.order.HoldReason.AWAITING_PAYMENT;
import static app.counterfoil.hub.order.HoldReason.CANCEL_REQUESTED;
import static app.counterfoil.hub.order.HoldReason.HELD_BY_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.order.HoldReason.Lifter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where an order stands, and where it may go: the two tables of the house. */
class OrderStateTest {

    static List<Arguments> standing() {
        return List.of(
                Arguments.of(Set.of(), false, OrderState.READY),
                Arguments.of(Set.of(), true, OrderState.OPEN),
                Arguments.of(Set.of(ADDRESS_NEEDED), false, OrderState.OPEN),
                Arguments.of(Set.of(AWAITING_PAYMENT), false, OrderState.AWAITING_PAYMENT),
                Arguments.of(Set.of(AWAITING_PAYMENT), true, OrderState.AWAITING_PAYMENT),
                Arguments.of(Set.of(CANCEL_REQUESTED), false, OrderState.ON_HOLD),
                Arguments.of(Set.of(HELD_BY_PERSON), false, OrderState.ON_HOLD),
                Arguments.of(Set.of(AWAITING_PAYMENT, HELD_BY_PERSON), false, OrderState.ON_HOLD),
                Arguments.of(Set.of(ADDRESS_NEEDED, AWAITING_PAYMENT), false, OrderState.AWAITING_PAYMENT));
    }

    @ParameterizedTest(name = "{0}, sent by the channel: {1} -> {2}")
    @MethodSource("standing")
    void whatIsInItsWayDecidesWhereAnOpenOrderStands(Set<HoldReason> holds, boolean byChannel, OrderState state) {
        assertThat(OrderState.of(holds, byChannel)).isEqualTo(state);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "AWAITING_PAYMENT, OPEN READY CANCELLED ON_HOLD DISPATCHED",
        "OPEN,             AWAITING_PAYMENT READY CANCELLED ON_HOLD DISPATCHED",
        "READY,            AWAITING_PAYMENT OPEN CANCELLED ON_HOLD DISPATCHED",
        "ON_HOLD,          AWAITING_PAYMENT OPEN READY CANCELLED DISPATCHED",
        "DISPATCHED,       RETURNED",
        "CANCELLED,        ''",
        "RETURNED,         ''"
    })
    void anOrderGoesWhereItsStateLetsItAndNowhereElse(OrderState state, String next) {
        var allowed = EnumSet.noneOf(OrderState.class);
        for (var name : next.isEmpty() ? new String[0] : next.split(" ")) {
            allowed.add(OrderState.valueOf(name));
        }
        assertThat(state.next()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(HoldReason.class)
    void everyHoldHasExactlyOneWhoLiftsIt(HoldReason reason) {
        var lifters = Map.of(
                AWAITING_PAYMENT, Lifter.CHANNEL,
                ADDRESS_NEEDED, Lifter.CHANNEL,
                CANCEL_REQUESTED, Lifter.PERSON,
                HELD_BY_PERSON, Lifter.PERSON);
        assertThat(reason.lifter()).isEqualTo(lifters.get(reason));
    }

    @Test
    void aHoldOfAPersonIsSeenBeforeOneOfTheChannel() {
        assertThat(OrderState.of(EnumSet.allOf(HoldReason.class), false)).isEqualTo(OrderState.ON_HOLD);
    }
}
