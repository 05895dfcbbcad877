package app.counterfoil.hub.tax;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Territory;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DecideVatTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "vat-cases.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void eachWorkedCaseIsDecidedAsTheTableSays(
            String story,
            Supply.Registration seller,
            String country,
            String postcode,
            Supply.Buyer buyer,
            VatClass vatClass,
            LocalDate day,
            String collectedBy,
            String expected,
            int basisPoints,
            LocalDate evidenceDue,
            String source) {
        var to = Country.of(country);
        var supply = new Supply(
                seller,
                TaxTerritory.GREAT_BRITAIN,
                TaxTerritory.of(Territory.of(to, Optional.ofNullable(postcode).orElse(""))),
                buyer,
                vatClass,
                day,
                Optional.ofNullable(collectedBy));

        var decision = new DecideVat().forSupply(supply);

        assertThat(source).as("every case names its rule").isNotBlank();
        assertThat(decision.reason()).isNotBlank();
        assertThat(decision.source()).isNotBlank();
        if (decision instanceof VatDecision.Settled settled) {
            assertThat(settled.treatment()).hasToString(expected);
            assertThat(settled.rate()).isEqualTo(new VatRate(basisPoints));
            assertThat(settled.exportEvidenceDue()).isEqualTo(Optional.ofNullable(evidenceDue));
        } else {
            assertThat(expected).isEqualTo("ASK");
        }
    }
}
