package app.counterfoil.hub.bookkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.bookkeeper.VatOfPeriod;
import app.counterfoil.hub.bookkeeper.web.VatBars.Bar;
import app.counterfoil.hub.vatreturn.NineBoxes;
import app.counterfoil.hub.vatreturn.VatPeriod;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bars stand on one scale, so that periods can be compared by eye. */
class VatBarsTest {

    @Test
    void theLargestFillsTheWidthAndTheOthersTheirPartOfIt() {
        var rows = VatBars.of(List.of(of(200_00, 50_00), of(100_00, 0))).rows();
        assertThat(rows.get(0).owed()).isEqualTo(new Bar(0, 100));
        assertThat(rows.get(0).reclaimed()).isEqualTo(new Bar(0, 25));
        assertThat(rows.get(1).owed()).isEqualTo(new Bar(0, 50));
        assertThat(rows.get(1).reclaimed()).isEqualTo(new Bar(0, 0));
    }

    @Test
    void whatIsBelowNoughtStandsToTheLeftOfIt() {
        var rows = VatBars.of(List.of(of(-50_00, 150_00))).rows();
        assertThat(rows.get(0).owed()).isEqualTo(new Bar(0, 25));
        assertThat(rows.get(0).reclaimed()).isEqualTo(new Bar(25, 75));
    }

    @Test
    void aPennyBesideAMillionIsStillSeenAndNothingIsDrawnOfNothing() {
        var rows = VatBars.of(List.of(of(1_000_000_00, 1), of(0, 0))).rows();
        assertThat(rows.get(0).reclaimed().width()).isEqualTo(1);
        assertThat(rows.get(1).owed().width()).isZero();
        assertThat(VatBars.of(List.of()).rows()).isEmpty();
    }

    private static VatOfPeriod of(long owed, long reclaimed) {
        var start = LocalDate.of(2026, 1, 1);
        var boxes = new NineBoxes(List.of(owed, 0L, owed, reclaimed, Math.abs(owed - reclaimed), 0L, 0L, 0L, 0L));
        return new VatOfPeriod(new VatPeriod(start, start.plusMonths(3).minusDays(1)), boxes, true);
    }
}
