package app.counterfoil.hub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatNumberTest {

    @ParameterizedTest
    @CsvSource({
        "GB831495816, GB831495816",
        "gb 782 2375 17, GB782237517",
        "100000034, GB100000034",
        "GB 100.000.034 001, GB100000034001",
        "XI100000034, XI100000034",
        "GBGD001, GBGD001",
        "GBHA599, GBHA599"
    })
    void aNumberIsReadHoweverItIsSpaced(String written, String normalised) {
        assertThat(VatNumber.read(written)).hasValue(new VatNumber(normalised));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GB",
                "GB100000035",
                "GB813495816",
                "GB10000003",
                "GB1000000340",
                "DE100000034",
                "GBGD500",
                "GBHA499",
                "１００００００３４"
            })
    void aNumberWithWrongDigitsOrOfAWrongFormIsNone(String written) {
        assertThat(VatNumber.read(written)).isEmpty();
    }
}
