package app.counterfoil.hub.vatreturn;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.vatreturn.VatPeriods.Said;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which periods there are. */
class VatPeriodsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void periodsFollowOneAnotherUntilToday() {
        var periods = VatPeriods.begun(List.of(new Said(LocalDate.of(2026, 2, 1), Rhythm.QUARTERLY)), TODAY);
        assertThat(periods)
                .extracting(VatPeriod::start)
                .containsExactly(
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 8, 1),
                        LocalDate.of(2026, 11, 1));
        assertThat(periods.get(0).end()).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(periods.get(0).due()).isEqualTo(LocalDate.of(2026, 6, 7));
        assertThat(new VatPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)).due())
                .isEqualTo(LocalDate.of(2026, 5, 7));
    }

    @Test
    void aChangeEndsThePeriodUnderWayTheDayBefore() {
        var periods = VatPeriods.begun(
                List.of(
                        new Said(LocalDate.of(2025, 10, 1), Rhythm.YEARLY),
                        new Said(LocalDate.of(2026, 9, 1), Rhythm.MONTHLY)),
                TODAY);
        assertThat(periods)
                .extracting(VatPeriod::shown)
                .containsExactly(
                        "1 Oct 2025 to 31 Aug 2026",
                        "1 Sep 2026 to 30 Sep 2026",
                        "1 Oct 2026 to 31 Oct 2026",
                        "1 Nov 2026 to 30 Nov 2026");
    }

    @Test
    void whoHasSaidNothingHasNone() {
        assertThat(VatPeriods.begun(List.of(), TODAY)).isEmpty();
        assertThat(VatPeriods.begun(List.of(new Said(LocalDate.of(2027, 1, 1), Rhythm.MONTHLY)), TODAY))
                .isEmpty();
    }
}
