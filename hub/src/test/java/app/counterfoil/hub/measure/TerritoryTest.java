package app.counterfoil.hub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Country and postcode together tell the territory; where they name different places it is unclear. */
class TerritoryTest {

    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource({
        "GB, LS1 4AP, GB",
        "GB, BT1 5GS, XI",
        "GB, bt15gs, XI",
        "GB, JE2 3AB, JE",
        "GB, GY1 1AA, GG",
        "GB, IM1 2EA, IM",
        "JE, JE2 3AB, JE",
        "JE, '', JE",
        "IM, IM2 4RB, IM",
        "IE, D02 X285, IE",
        "DE, 10115, DE",
        "NL, 1012 AB, NL",
        "GI, GX11 1AA, GI",
        "GB, BF1 2AT, BFPO",
        "GB, BFPO 57, BFPO",
        "DE, BFPO 40, BFPO",
        "GB, '', UNCLEAR",
        "GB, 12345, UNCLEAR",
        "GB, JE99, UNCLEAR",
        "GB, ASCN 1ZZ, UNCLEAR",
        "GB, GX11 1AA, UNCLEAR",
        "GB, FIQQ 1ZZ, UNCLEAR",
        "JE, LS1 4AP, UNCLEAR",
        "JE, GY1 1AA, UNCLEAR",
        "IM, BT1 5GS, UNCLEAR",
        "DE, JE2 3AB, UNCLEAR",
        "FR, LS1 4AP, UNCLEAR",
    })
    void eachAddressHasItsTerritory(String country, String postcode, String territory) {
        assertThat(Territory.of(new Country(country), postcode)).hasToString(territory);
    }

    @ParameterizedTest(name = "An address in {0} names {1}")
    @CsvSource({"GB, GB", "XI, GB", "BFPO, GB", "JE, JE", "DE, DE", "IC, ES", "EA, ES", "AX, FI"})
    void mostTerritoriesTellTheirCountry(String territory, String country) {
        assertThat(new Territory(territory).country()).hasValue(new Country(country));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UNCLEAR", "EU-X"})
    void someDoNotTellIt(String territory) {
        assertThat(new Territory(territory).country()).isEmpty();
    }
}
