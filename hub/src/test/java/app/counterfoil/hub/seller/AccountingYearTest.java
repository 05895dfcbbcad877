package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day belongs to the accounting year that ends on it or next after it. */
class AccountingYearTest {

    @ParameterizedTest
    @CsvSource({
        "--03-31, 2026-03-31, 2026-03-31",
        "--03-31, 2026-04-01, 2027-03-31",
        "--12-31, 2026-01-01, 2026-12-31",
        "--02-29, 2026-02-28, 2026-02-28",
        "--02-29, 2027-03-01, 2028-02-29",
        "--04-05, 2026-04-05, 2026-04-05",
        "--04-05, 2026-04-06, 2027-04-05",
    })
    void theYearThatADayIsInEndsOnItOrNextAfterIt(String year, LocalDate day, LocalDate end) {
        assertThat(AccountingYear.of(year).orElseThrow().endOf(day)).isEqualTo(end);
    }

    @Test
    void everyMonthsEndAndTheTaxYearsAreOfferedAndReadBack() {
        assertThat(AccountingYear.offered()).hasSize(13).allSatisfy(year -> assertThat(AccountingYear.of(year.code()))
                .contains(year));
        assertThat(AccountingYear.of("--03-30")).isEmpty();
        assertThat(AccountingYear.of("31 March")).isEmpty();
    }
}
