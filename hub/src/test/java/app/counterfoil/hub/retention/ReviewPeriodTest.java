package app.counterfoil.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is kept for a claim that nobody thinks of for longer than 90 days. */
class ReviewPeriodTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 90})
    void aDayToNinetyDaysAreTaken(int days) {
        assertThat(new ReviewPeriod(days).days()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 91, Integer.MAX_VALUE})
    void otherDaysAreRefused(int days) {
        assertThatThrownBy(() -> new ReviewPeriod(days))
                .isInstanceOfSatisfying(ReviewPeriod.NotAReviewPeriod.class, refused -> assertThat(refused.mend())
                        .isEqualTo("Give 1 to 90 days."));
    }
}
