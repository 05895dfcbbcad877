package app.counterfoil.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of a case stands in the clear, so it names nobody. */
class CaseReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "SMITH-2026-1", "Pat Example", "07700900123", "4929123412341234", "QB", "a@b.example", "AB1"
            })
    void aReferenceThatCouldNameSomebodyIsRefused(String typed) {
        assertThatThrownBy(() -> new CaseReference(typed)).isInstanceOf(CaseReference.NotACaseReference.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QB-2026-000123", "h12yj345", "CLM/2026/17", "5123-4567"})
    void numbersOfCasesAreTaken(String typed) {
        assertThat(new CaseReference(typed).value()).isUpperCase();
    }
}
