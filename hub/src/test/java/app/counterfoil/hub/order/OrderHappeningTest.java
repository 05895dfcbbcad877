package app.counterfoil.hub.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the timelines of shops that exist is told in words for ever. */
class OrderHappeningTest {

    @Test
    void theCodesThatAreStoredStayAsTheyAre() {
        assertThat(Stream.of(OrderHappening.values()).map(Enum::name))
                .containsExactlyInAnyOrder(
                        "PLACED",
                        "EDITED_AT_CHANNEL",
                        "MOVED_AT_CHANNEL",
                        "MOVED",
                        "HELD",
                        "HOLD_LIFTED",
                        "CANCELLED_AFTER_DISPATCH",
                        "ADDRESS_TYPED_IN",
                        "ADDRESS_FETCHED",
                        "ADDRESS_TOLD",
                        "CORRECTED_ON_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PLACED                   | READY             | Taken in from the channel: ready
                    PLACED                   | A_STATE_OF_BEFORE | Taken in from the channel: A_STATE_OF_BEFORE
                    EDITED_AT_CHANNEL        | where it goes     | The channel has changed where it goes
                    MOVED_AT_CHANNEL         | CANCELLED         | The channel says: cancelled
                    MOVED                    | ON_HOLD           | Now on hold
                    HELD                     | HELD_BY_PERSON    | Put on hold
                    HOLD_LIFTED              | HELD_BY_PERSON    | The hold was lifted
                    CANCELLED_AFTER_DISPATCH | stop the parcel   | Cancelled after dispatch: stop the parcel
                    ADDRESS_TYPED_IN         | ADDRESS_CORRECTED | Address typed in: The buyer has corrected the address
                    ADDRESS_TYPED_IN         | A_REASON_OF_OLD   | Address typed in
                    ADDRESS_TOLD             | ''                | The channel has told the address
                    CORRECTED_ON_REQUEST     | the phone         | Put right on the person's request: the phone
                    """)
    void eachIsToldInWords(OrderHappening what, String detail, String words) {
        assertThat(what.words(detail)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PARCEL_WEIGHED |                | Parcel weighed
                    PARCEL_WEIGHED | 450 g          | Parcel weighed: 450 g
                    PARCEL_WEIGHED | BY_THE_COURIER | Parcel weighed: by the courier
                    """)
    void whatNothingWritesAnyMoreIsToldInTheWordsOfItsCode(String code, String detail, String words) {
        assertThat(new NoLongerHappens(code).words(detail == null ? "" : detail))
                .isEqualTo(words);
    }
}
