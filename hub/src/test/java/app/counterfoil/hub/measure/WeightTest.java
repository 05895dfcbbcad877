package app.counterfoil.hub.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A weight is shown in grams up to a kilogram, and is never nothing. */
class WeightTest {

    @ParameterizedTest(name = "{0} grams are shown as {1}")
    @CsvSource({"1, 1 g", "999, 999 g", "1000, 1.00 kg", "1254, 1.25 kg", "1000000, 1000.00 kg"})
    void eachIsShownInItsUnit(int grams, String shown) {
        assertThat(new Weight(grams).shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void whatWeighsNothingOrMoreThanATonneIsRefused(int grams) {
        assertThatThrownBy(() -> new Weight(grams)).isInstanceOf(NotAWeight.class);
    }
}
