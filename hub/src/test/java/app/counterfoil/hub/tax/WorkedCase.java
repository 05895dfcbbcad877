package app.counterfoil.hub.tax;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line of {@code vat-cases.csv}: a story, the facts, and what the law makes of them.
 *
 * @param story what happens, in a few words
 * @param supply the facts
 * @param expected what is decided
 * @param source where the rule is written
 */
record WorkedCase(String story, Supply supply, Expected expected, String source) {

    /**
     * What is decided.
     *
     * @param treatment the treatment, or {@code ASK} with what is asked
     * @param basisPoints the rate
     * @param evidenceDue the last day of the evidence, or empty
     */
    record Expected(String treatment, int basisPoints, String evidenceDue) {

        static Expected of(VatDecision decision) {
            if (decision instanceof VatDecision.Settled settled) {
                return new Expected(
                        settled.treatment().name(),
                        settled.rate().basisPoints(),
                        settled.evidenceDue().map(LocalDate::toString).orElse(""));
            }
            return new Expected("ASK " + ((VatDecision.AskPerson) decision).asks(), 0, "");
        }
    }

    static List<WorkedCase> all() {
        try {
            return Files.readAllLines(
                            Path.of("src/test/resources/app/counterfoil/hub/tax/vat-cases.csv"), StandardCharsets.UTF_8)
                    .stream()
                    .skip(1)
                    .map(line -> of(cells(line)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static WorkedCase of(List<String> cells) {
        var supply = new Supply(
                standing(cells.get(1)),
                place(cells.get(2)),
                place(cells.get(3) + " " + cells.get(4)),
                customer(cells.get(5)),
                goods(cells.get(6), money(cells.get(8), "GBP")),
                new Consignment(money(cells.get(8), "GBP"), money(cells.get(9), "EUR")),
                LocalDate.parse(cells.get(7)),
                Optional.of(cells.get(10)).filter(name -> !name.isEmpty()),
                !cells.get(11).isEmpty());
        var expected = new Expected(cells.get(12), Integer.parseInt(cells.get(13)), cells.get(14));
        return new WorkedCase(cells.get(0), supply, expected, cells.get(15));
    }

    /** {@code REGISTERED} or {@code NOT_REGISTERED}, then what else is so, and the states of registration. */
    private static VatStanding standing(String told) {
        var words = Arrays.asList(told.split(" ", -1));
        return new VatStanding(
                words.contains("REGISTERED"),
                !words.contains("ABROAD"),
                words.contains("FLAT_RATE")
                        ? VatScheme.FLAT_RATE
                        : words.contains("CASH") ? VatScheme.CASH : VatScheme.STANDARD,
                words.contains("OSS")
                        ? DistanceSales.ONE_STOP_SHOP
                        : words.contains("THERE") ? DistanceSales.REGISTERED_THERE : DistanceSales.BELOW_LIMIT,
                words.contains("IOSS"),
                words.stream()
                        .filter(word -> word.length() == 2)
                        .map(Country::new)
                        .collect(Collectors.toSet()));
    }

    private static TaxPlace place(String told) {
        var parts = told.split(" ", 2);
        return switch (parts[0]) {
            case "XI" -> TaxPlace.of(Territory.NORTHERN_IRELAND);
            case "GB" ->
                parts.length == 1 ? TaxPlace.GREAT_BRITAIN : TaxPlace.of(Territory.of(Country.of("GB"), parts[1]));
            default -> TaxPlace.of(Territory.of(Country.of(parts[0]), parts.length == 1 ? "" : parts[1]));
        };
    }

    private static Customer customer(String told) {
        return switch (told) {
            case "CONSUMER" -> Customer.CONSUMER;
            case "BUSINESS" -> Customer.BUSINESS;
            default -> {
                var parts = told.split(":", 2);
                yield Customer.business(new Territory(parts[0]), Customer.Check.valueOf(parts[1]));
            }
        };
    }

    private static Goods goods(String told, Optional<Money> pounds) {
        var words = Arrays.asList(told.split(" ", -1));
        return new Goods(
                VatClass.valueOf(words.get(0)),
                Arrays.stream(GoodsMark.values())
                        .filter(mark -> words.contains(mark.name()))
                        .findFirst(),
                pounds,
                words.stream()
                        .filter(word -> word.startsWith("@"))
                        .map(word -> new VatRate(Integer.parseInt(word.substring(1))))
                        .findFirst());
    }

    private static Optional<Money> money(String amount, String currency) {
        return amount.isEmpty() ? Optional.empty() : Optional.of(Money.of(amount, currency));
    }

    /** Cells may stand in quotation marks, for a comma in them. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int at = 0; at < line.length(); at++) {
            var character = line.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Override
    public String toString() {
        return story;
    }
}
