package app.counterfoil.hub.tax;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.tax.WorkedCase.Expected;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case of {@code vat-cases.csv} is decided as the table says, with words and a source. */
class DecideVatTest {

    static List<WorkedCase> cases() {
        return WorkedCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void eachWorkedCaseIsDecidedAsTheTableSays(WorkedCase worked) {
        var decision = new DecideVat().forSupply(worked.supply());

        assertThat(worked.source()).as("every case names its rule").isNotBlank();
        assertThat(decision.reason()).endsWith(".").isNotBlank();
        assertThat(decision.source()).isNotBlank();
        assertThat(Expected.of(decision)).as(decision.reason()).isEqualTo(worked.expected());
    }

    @Test
    void noTwoCasesTellTheSameStory() {
        assertThat(cases())
                .hasSizeGreaterThanOrEqualTo(120)
                .extracting(WorkedCase::story)
                .doesNotHaveDuplicates();
    }

    @Test
    void theTableHasACaseOfEachTreatmentAndOfEachQuestion() {
        assertThat(cases())
                .extracting(worked -> worked.expected().treatment())
                .contains(Arrays.stream(VatTreatment.values()).map(Enum::name).toArray(String[]::new))
                .contains(Arrays.stream(VatDecision.Asks.values())
                        .map(asks -> "ASK " + asks.name())
                        .toArray(String[]::new));
    }
}
