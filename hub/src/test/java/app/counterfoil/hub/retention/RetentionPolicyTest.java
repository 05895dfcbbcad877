package app.counterfoil.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tax records outlive the six years of every accounting period that a seller can have. */
class RetentionPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "2026-02-14, 2033-03-01",
        "2026-01-01, 2033-02-01",
        "2026-12-31, 2034-01-01",
        "2024-02-29, 2031-03-01",
    })
    void withoutAWordOfTheSellerTheLongestPeriodCounts(LocalDate supplied, LocalDate end) {
        assertThat(RetentionPolicy.taxRecord(supplied)).isEqualTo(end);
    }

    /** Quarters of the three stagger groups, months, and years that end with any month. */
    static Stream<LocalDate> days() {
        return Stream.iterate(LocalDate.parse("2026-01-01"), day -> day.plusDays(1))
                .limit(366);
    }

    @ParameterizedTest
    @MethodSource("days")
    void noPeriodOfAnyStaggerOrYearEndsLater(LocalDate supplied) {
        for (int months = 1; months <= 12; months++) {
            for (int firstMonth = 0; firstMonth < months; firstMonth++) {
                var lastDay = supplied.withDayOfMonth(1)
                        .minusMonths(firstMonth)
                        .plusMonths(months)
                        .minusDays(1);
                assertThat(RetentionPolicy.taxRecord(supplied))
                        .isAfterOrEqualTo(RetentionPolicy.taxRecordOfPeriod(lastDay));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 2037-01-01", "2026-12-31, 2037-01-01"})
    void oneStopShopRecordsStayTenYearsAfterTheYear(LocalDate supplied, LocalDate end) {
        assertThat(RetentionPolicy.oneStopShopRecord(supplied)).isEqualTo(end);
    }
}
