package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in the timelines of shops that exist is told in words for ever. */
class ParcelHappeningTest {

    @Test
    void theCodesThatAreStoredStayAsTheyAre() {
        assertThat(Stream.of(ParcelHappening.values()).map(Enum::name))
                .containsExactlyInAnyOrder(
                        "LABEL_MADE",
                        "NEW_LABEL_MADE",
                        "LABEL_VOID",
                        "VOID_LABEL_SEEN_TO",
                        "BOOKING_CALLED_OFF",
                        "CALL_OFF_BY_HAND",
                        "BOOKED_WITHOUT_ASKING_CHANNEL",
                        "TRACKING_NUMBER_CAME",
                        "TRACKING_NUMBER_TYPED",
                        "CHANNEL_TOLD");
    }

    @Test
    void aNewLabelIsToldWithItsReason() {
        assertThat(ParcelHappening.LABEL_MADE.words("")).isEqualTo("Label made");
        assertThat(ParcelHappening.NEW_LABEL_MADE.words("LABEL_ENDED"))
                .isEqualTo("New label made: The label has ended");
        assertThat(ParcelHappening.NEW_LABEL_MADE.words("OF_OLD")).isEqualTo("New label made: Of old");
        assertThat(ParcelHappening.LABEL_VOID.words("destroy its paper")).isEqualTo("Label void: destroy its paper");
    }
}
