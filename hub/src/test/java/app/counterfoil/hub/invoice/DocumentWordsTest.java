package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.Extra;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every language says all that documents say. */
class DocumentWordsTest {

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryWordOfEnglish(DocumentLanguage language) {
        var missing =
                new TreeSet<>(DocumentWords.in(DocumentLanguage.ENGLISH).words().keySet());
        missing.removeAll(DocumentWords.in(language).words().keySet());
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherLanguageSaysWhyALineBearsNoVatHere(DocumentLanguage language) {
        var words = DocumentWords.in(language);
        assertThat(VatTreatment.values())
                .filteredOn(treatment -> treatment != VatTreatment.CHARGED)
                .allSatisfy(treatment ->
                        assertThat(words.told("note." + treatment.name())).isPresent());
        assertThat(Stream.of(DraftInvoices.DELIVERY, Extra.ADJUSTMENT, Extra.ROUNDING))
                .allSatisfy(extra -> assertThat(words.told("extra." + extra)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonOfACreditIsTold(DocumentLanguage language) {
        assertThat(CreditReason.values())
                .allSatisfy(reason -> assertThat(DocumentWords.in(language).told("reason." + reason.name()))
                        .isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void noPlaceIsLeftOpenAndNoneIsMissing(DocumentLanguage language) {
        var english = DocumentWords.in(DocumentLanguage.ENGLISH).words();
        DocumentWords.in(language).words().forEach((key, word) -> {
            if (english.containsKey(key)) {
                assertThat(places(word)).as(key).isEqualTo(places(english.getOrDefault(key, "")));
            }
        });
    }

    private static Set<String> places(String word) {
        return new TreeSet<>(Arrays.asList(
                word.replaceAll("[^{}0-9]|(?<![{])[0-9](?![}])", "").split("(?<=})")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | £1,234.50 | 1234.50  | 5.5%  | 28 November 2026",
                "GERMAN  | 1.234,50 £ | 1.234,50 | 5,5 % | 28.11.2026",
                "FRENCH  | 1 234,50 £ | 1 234,50 | 5,5 % | 28/11/2026",
                "SPANISH | 1.234,50 £ | 1.234,50 | 5,5 % | 28/11/2026",
                "ITALIAN | 1.234,50 £ | 1.234,50 | 5,5% | 28/11/2026"
            })
    void amountsRatesAndDaysAreWrittenAsTheyAreThere(
            DocumentLanguage language, String money, String amount, String rate, String day) {
        var words = DocumentWords.in(language);
        assertThat(words.money(Money.pence(1_234_50))).isEqualTo(money);
        assertThat(words.amount(Money.pence(1_234_50))).isEqualTo(amount);
        assertThat(words.rate(new VatRate(5_50))).isEqualTo(rate);
        assertThat(words.day(LocalDate.of(2026, 11, 28))).isEqualTo(day);
    }

    @Test
    void theLanguageOfACountryIsTakenWhereItIsOneOfThese() {
        assertThat(Stream.of("DE", "AT", "FR", "ES", "IC", "IT", "GB", "XI", "NL", "BE", "CH", "")
                        .map(DocumentLanguage::of))
                .extracting(DocumentLanguage::code)
                .containsExactly("de", "de", "fr", "es", "es", "it", "en", "en", "en", "en", "en", "en");
    }
}
