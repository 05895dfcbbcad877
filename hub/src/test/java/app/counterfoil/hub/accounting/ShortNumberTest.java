package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A number in less room stays the same for the same, and another for another. */
class ShortNumberTest {

    @Test
    void whatFitsStays() {
        assertThat(ShortNumber.of("INV-2026-000123", 21)).isEqualTo("INV-2026-000123");
        assertThat(ShortNumber.of("CF-2026-11-28-GBP-abcd-C", 25)).isEqualTo("CF-2026-11-28-GBP-abcd-C");
    }

    @Test
    void aSummaryIsToldWithoutItsStrokes() {
        assertThat(ShortNumber.of("CF-2026-11-28-GBP-abcd-C", 21)).isEqualTo("CF261128GBPabcd-C");
        assertThat(ShortNumber.of("CF-2026-11-28-GBP-abcd", 21)).isEqualTo("CF261128GBPabcd");
        assertThat(ShortNumber.of("CF-2026-11-28-EUR-abcd-C-12", 21)).isEqualTo("CF261128EURabcd-C-12");
    }

    @Test
    void aLongNumberIsToldByItsMark() {
        var one = ShortNumber.of("A-VERY-LONG-PREFIX-2026-000001", 21);
        assertThat(one).hasSize(21).startsWith("CF").isEqualTo(ShortNumber.of("A-VERY-LONG-PREFIX-2026-000001", 21));
        assertThat(ShortNumber.of("A-VERY-LONG-PREFIX-2026-000002", 21)).isNotEqualTo(one);
    }

    @Test
    void noTwoSummariesAreToldAlike() {
        var told = new HashSet<String>();
        var all = IntStream.rangeClosed(1, 28)
                .boxed()
                .flatMap(day -> List.of("GBP", "EUR").stream()
                        .flatMap(currency -> List.of("", "-C", "-2", "-C-2", "-22").stream()
                                .map(end -> "CF-2026-11-%02d-%s-abcd%s".formatted(day, currency, end))))
                .toList();
        all.forEach(number -> told.add(ShortNumber.of(number, 21)));
        assertThat(told).hasSameSizeAs(all).allMatch(number -> number.length() <= 21);
    }
}
