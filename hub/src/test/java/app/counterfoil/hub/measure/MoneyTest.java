package app.counterfoil.hub.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are exact, of one currency, and nothing else is taken for one. */
class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "12.99, GBP, 1299",
        "12, GBP, 1200",
        "12.9900, EUR, 1299",
        "-0.01, GBP, -1",
        "1000, JPY, 1000",
        "1000.00, JPY, 1000",
        "1.234, KWD, 1234",
        "0, GBP, 0"
    })
    void aDecimalIsReadInTheMinorUnitsOfItsCurrency(String decimal, String currency, long minor) {
        assertThat(Money.of(decimal, currency)).isEqualTo(new Money(minor, Currency.getInstance(currency)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E400000000",
                "1e-400000000",
                "1E3",
                "0x10",
                "12.995",
                "12.",
                ".5",
                "+1",
                "1,000.00",
                "",
                " ",
                "NaN",
                "12345678901234567",
                "1.000000001",
                "9999999999999999"
            })
    void whatIsNoDecimalOfItsCurrencyIsRefusedAndAnExponentCostsNothing(String decimal) {
        assertThatThrownBy(() -> Money.of(decimal, "GBP"))
                .isInstanceOfSatisfying(
                        NotAnAmount.class, refusal -> assertThat(refusal.mend()).startsWith("Give "));
    }

    /** ISO 4217 has codes for "no currency" (XXX) and for gold (XAU), in which nobody pays. */
    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU", "gbp", "POUNDS", ""})
    void whatIsNoCurrencyOfMoneyIsRefused(String currency) {
        assertThatThrownBy(() -> Money.of("1.00", currency)).isInstanceOf(NotAnAmount.class);
    }

    @Test
    void amountsOfTwoCurrenciesAreNotAdded() {
        var euros = Money.of("1.00", "EUR");
        assertThatThrownBy(() -> Money.pence(100).plus(euros)).isInstanceOf(CurrenciesDiffer.class);
    }

    @Test
    void aSumBeyondAllMoneyIsRefusedAndNotTurnedNegative() {
        var most = new Money(Long.MAX_VALUE, Currency.getInstance("GBP"));
        assertThatThrownBy(() -> most.plus(Money.pence(1))).isInstanceOf(NotAnAmount.class);
    }
}
