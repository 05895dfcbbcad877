package app.counterfoil.hub.tax;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fixed duty on small parcels into the European Union (RULES 1.8). */
class EuDutyTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "two shirts and a pair of shoes, 2026-07-01, 80.00, 610910 61091000 640399, 6.00",
        "one heading, 2026-11-28, 12.00, 6912002310, 3.00",
        "the same heading in two countries' tariffs, 2026-11-28, 12.00, 69120023 6912009900, 3.00",
        "at the limit, 2026-11-28, 150.00, 691200, 3.00",
        "above the limit the tariff itself applies, 2026-11-28, 150.01, 691200, ''",
        "the day before it began, 2026-06-30, 12.00, 691200, ''",
        "the last day, 2028-06-30, 12.00, 691200, 3.00",
        "the day after, 2028-07-01, 12.00, 691200, ''"
    })
    void itIsOwedForEachHeading(String story, LocalDate day, String euros, String codes, String owed) {
        var duty = new EuDuty().on(day, Money.of(euros, "EUR"), List.of(codes.split(" ", -1)));
        assertThat(duty.map(sum -> sum.sum().decimal()).orElse("")).as(story).isEqualTo(owed);
        duty.ifPresent(sum -> assertThat(sum.source()).contains("2026/382"));
    }
}
