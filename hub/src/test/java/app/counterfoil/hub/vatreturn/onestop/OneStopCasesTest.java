package app.counterfoil.hub.vatreturn.onestop;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.OneStopShopSupplies.Share;
import app.counterfoil.hub.invoice.OneStopShopSupplies.Supplied;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.tax.VatRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked cases of {@code one-stop-cases.csv}: periods, due days, days of rates, conversion and corrections. */
class OneStopCasesTest {

    private static final Path CASES =
            Path.of("src/test/resources/app/counterfoil/hub/vatreturn/onestop/one-stop-cases.csv");

    /** One line of the table. */
    record WorkedCase(String story, String kind, OneStopShop shop, String input, String expected, String source) {
        @Override
        public String toString() {
            return story;
        }
    }

    static Stream<WorkedCase> cases() throws IOException {
        return Files.readAllLines(CASES, StandardCharsets.UTF_8).stream()
                .skip(1)
                .map(line -> {
                    var cells = line.split(",", 6);
                    return new WorkedCase(
                            cells[0], cells[1], OneStopShop.valueOf(cells[2]), cells[3], cells[4], cells[5]);
                });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLawMakesThisOfIt(WorkedCase worked) {
        assertThat(found(worked))
                .as(worked.story() + " (" + worked.source() + ")")
                .isEqualTo(worked.expected());
    }

    @Test
    void everyCaseNamesItsSource() throws IOException {
        assertThat(cases())
                .hasSizeGreaterThan(15)
                .allMatch(each -> each.source().length() > 8);
    }

    private static String found(WorkedCase worked) {
        return switch (worked.kind()) {
            case "PERIOD" -> {
                var period = period(worked);
                yield period.shown() + " from " + period.start() + " to " + period.end();
            }
            case "DUE" -> period(worked).due().toString();
            case "CORRECTABLE" -> period(worked).correctableUntil().toString();
            case "KEPT" -> period(worked).keptUntil().toString();
            case "PUBLISHED" ->
                EcbPublication.forPeriodEnd(LocalDate.parse(worked.input())).toString();
            case "CONVERT" -> converted(worked.input());
            case "CORRECTION" -> counted(worked);
            default -> throw new IllegalArgumentException(worked.kind());
        };
    }

    private static TaxPeriod period(WorkedCase worked) {
        return worked.shop().periodOf(LocalDate.parse(worked.input()));
    }

    private static String converted(String input) {
        var words = input.split(" ", -1);
        var amount = Money.of(words[0], words[1]);
        return new EuroRate(Currency.getInstance(words[1]), LocalDate.of(2026, 3, 31), new BigDecimal(words[3]))
                .inEuros(amount)
                .decimal();
    }

    /** A credit note of €10 with German VAT, and where it counts. */
    private static String counted(WorkedCase worked) {
        var words = Arrays.asList(worked.input().split(" ", -1));
        var note = new Supplied(
                new UUID(0, 1),
                "CV2026-1",
                true,
                day(words, "sold").orElseThrow(),
                day(words, "back").orElseThrow(),
                new Territory("DE"),
                List.of(new Share(new VatRate(1900), Money.of("-10.00", "EUR"), Money.of("-1.90", "EUR"))));
        var declared = day(words, "declared").map(start -> new TaxPeriod(worked.shop(), start));
        var counted = new OneStopCounting(rate -> Optional.empty(), day -> "XI")
                .of(
                        new TaxPeriod(worked.shop(), day(words, "in").orElseThrow()),
                        List.of(note),
                        declared.map(Set::of).orElse(Set.of()),
                        Set.of(),
                        day(words, "on").orElseThrow());
        if (!counted.tooLate().isEmpty()) {
            return "TOO LATE";
        }
        return counted.entries().stream()
                .map(entry ->
                        (entry.correction() ? "CORRECTION OF " + entry.period().start() : "SUPPLY") + " "
                                + entry.euroVat().decimal())
                .findFirst()
                .orElse("NOTHING");
    }

    private static Optional<LocalDate> day(List<String> words, String before) {
        var at = words.indexOf(before);
        return at < 0 ? Optional.empty() : Optional.of(LocalDate.parse(words.get(at + 1)));
    }
}
