package app.counterfoil.hub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585627",
                "BE0428759497",
                "BG175074752",
                "BG7501020018",
                "CY10259033P",
                "CZ25123891",
                "CZ640903926",
                "DE136695976",
                "DK13585628",
                "EE100931558",
                "EL094259216",
                "ES54362315K",
                "ESX2482300W",
                "ESB58378431",
                "ESA28015865",
                "FI20774740",
                "FR40303265045",
                "FR83404833048",
                "FRK7399859412",
                "HR33392005961",
                "HU12892312",
                "IE6433435F",
                "IE8D79739I",
                "IE3628739UA",
                "IT00743110157",
                "LT119511515",
                "LT100001919017",
                "LU15027442",
                "LV40003521600",
                "MT11679112",
                "NL004495445B01",
                "NL123456789B13",
                "PL8567346215",
                "PT501964843",
                "RO18547290",
                "SE123456789701",
                "SI50223054",
                "SK2022749619",
                "XI100000034",
                "GB782237517"
            })
    void aNumberOfAnyStateIsReadAndASlipOfOneDigitIsSeen(String written) {
        assertThat(VatNumber.readOfAnyState(written)).hasValue(new VatNumber(written));
        int at = written.startsWith("SE") ? 11 : lastDigitBefore(written);
        var slip = written.substring(0, at)
                + (char) ('0' + (written.charAt(at) - '0' + 1) % 10)
                + written.substring(at + 1);
        assertThat(VatNumber.readOfAnyState(slip)).as(slip).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "DE", "US123456789", "GR094259216", "136695976", "DE036695976", "ESI1234567A"})
    void whatIsNoNumberOfThemIsNone(String written) {
        assertThat(VatNumber.readOfAnyState(written)).isEmpty();
    }

    @Test
    void theStateOfANumberIsTheCountryAndNotThePrefix() {
        assertThat(new VatNumber("EL094259216").state()).isEqualTo(new Territory("GR"));
        assertThat(new VatNumber("XI100000034").state()).isEqualTo(Territory.NORTHERN_IRELAND);
    }

    private static int lastDigitBefore(String written) {
        int at = written.length() - 1;
        while (!Character.isDigit(written.charAt(at)) || (written.startsWith("NL") && at > 10)) {
            at--;
        }
        return at;
    }
}
