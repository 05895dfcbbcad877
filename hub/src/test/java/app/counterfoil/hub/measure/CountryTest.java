package app.counterfoil.hub.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Countries are read as people and channels write them; twenty-seven of them are in the European Union. */
class CountryTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"uk, GB", "' gb ', GB", "de, DE", "JE, JE"})
    void eachIsReadAsItIsWritten(String written, String code) {
        assertThat(Country.of(written)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "", "England", "G"})
    void whatIsNoCountryIsRefusedByName(String written) {
        assertThatThrownBy(() -> Country.of(written)).isInstanceOf(NotACountry.class);
    }

    @Test
    void theUnionHasTwentySevenMembersAndNeitherTheKingdomNorNorway() {
        assertThat(Arrays.stream(Locale.getISOCountries())
                        .filter(code -> new Country(code).isInEuropeanUnion())
                        .toList())
                .hasSize(27)
                .contains("IE", "GR", "CY")
                .doesNotContain("GB", "NO", "CH");
    }

    @Test
    void theNameIsEnglish() {
        assertThat(new Country("DE").englishName()).isEqualTo("Germany");
    }
}
