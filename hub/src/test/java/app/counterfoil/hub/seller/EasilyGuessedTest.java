package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password of twelve characters is no good if it is the first that is tried. */
class EasilyGuessedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "abababababab",
                "123456789012",
                "1234567890123456",
                "qwertyuiop123456",
                "Password1234",
                "passwordpassword",
                "Counterfoil 123!",
                "olivia@shop.example",
                "Olivia.Owner-12",
                "zyxwvutsrqponm",
                "            "
            })
    void whatIsTriedFirstIsNoPassword(String password) {
        assertThat(AccountRules.ofPassword(password, "olivia@shop.example", "Olivia Owner"))
                .hasValueSatisfying(fault -> assertThat(fault.wrong()).contains("easily guessed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a parcel for everyone",
                "a sentence for the test",
                "correct horse battery",
                "Kx7!pQ2#vT9z",
                "830217465920",
                "Пароль для магазина",
                "olivia likes old maps"
            })
    void anyOtherOneIs(String password) {
        assertThat(AccountRules.ofPassword(password, "olivia@shop.example", "Olivia Owner"))
                .isEmpty();
    }
}
