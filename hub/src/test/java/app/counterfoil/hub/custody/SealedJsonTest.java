package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.ContentUnreadable;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedJsonTest {

    private record Parcel(String name, int weight) {}

    private static final SealedJson<Parcel> KIND =
            new SealedJson<>("test.parcel", Purpose.DELIVERY, Parcel.class, Holds.of(DataSubjects.BUYERS, "A note"));

    @Test
    void whatWasWrittenIsReadAndFieldsOfLaterVersionsAreLeftOut() {
        var parcel = new Parcel("Demo Person", 250);
        assertThat(KIND.read(KIND.write(parcel))).isEqualTo(parcel);
        assertThat(KIND.read(bytes("{\"name\":\"Demo Person\",\"weight\":250,\"colour\":\"red\"}")))
                .isEqualTo(parcel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"weight\":\"Demo Person\"}", "{\"name\":\"Demo Person\"", "Demo Person", "null", ""})
    void whatCannotBeReadIsToldWithoutTheValueAndWithoutACause(String broken) {
        assertThatThrownBy(() -> KIND.read(bytes(broken)))
                .isInstanceOf(ContentUnreadable.class)
                .hasNoCause()
                .hasMessage("A record cannot be read as test.parcel.");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
