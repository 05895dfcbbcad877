package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"4111 1111 1111 1111", "4111111111111111", "5500-0000-0000-0004", "340000000000009"})
    void aCardNumberInFreeTextIsMasked(String number) {
        assertThat(read("note", "please charge " + number + " again").text())
                .isEqualTo("please charge [card number removed] again");
    }

    @Test
    void aNumberThatIsNoCardStays() {
        assertThat(read("note", "model 4111 1111 1111 1112").text()).contains("1112");
    }

    @Test
    void anOrderNumberIsNeverTakenForACard() {
        assertThat(read("orderId", "201-1000049-2000091").requiredCode()).isEqualTo("201-1000049-2000091");
    }

    private static OrderJson read(String field, String value) {
        return OrderJson.of(("{\"" + field + "\": \"" + value + "\"}").getBytes(StandardCharsets.UTF_8))
                .at(field);
    }
}
