package app.counterfoil.hub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A postcode is compared as machines write it, whatever the buyer wrote; a habit it does not keep is no error. */
class PostcodeTest {

    @ParameterizedTest(name = "{0} of {1} is compared as {2}")
    @CsvSource({
        "ls14ap, GB, LS1 4AP",
        "'  LS1   4AP ', GB, LS1 4AP",
        "LS1-4AP, GB, LS1 4AP",
        "gy11aa, GG, GY1 1AA",
        "BFPO 57, GB, BFPO 57",
        "W1, GB, W1",
        "1012 ab, NL, 1012 AB",
        "d02 x285, IE, D02 X285",
    })
    void eachIsComparedInOneForm(String written, String country, String compared) {
        assertThat(Postcode.of(written, new Country(country)).normalised()).isEqualTo(compared);
    }

    @ParameterizedTest(name = "{0}: British {1}, outward {2}, area {3}")
    @CsvSource({
        "LS1 4AP, true, LS1, LS",
        "EC1A 1BB, true, EC1A, EC",
        "GIR 0AA, true, GIR, GIR",
        "JE2 3AB, true, JE2, JE",
        "LS1 4AC, false, LS1 4AC, LS",
        "123, false, 123, ''",
    })
    void itsPartsAreFound(String written, boolean british, String outward, String area) {
        var postcode = Postcode.of(written, Country.UNITED_KINGDOM);
        assertThat(postcode.looksBritish()).isEqualTo(british);
        assertThat(postcode.outward()).isEqualTo(outward);
        assertThat(postcode.area()).isEqualTo(area);
        assertThat(postcode).hasToString("Postcode[hidden]");
    }
}
