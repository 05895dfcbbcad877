package app.counterfoil.hub.tax;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Worked sales of a table that a bookkeeper can read and correct: what is sold where, and the gross and VAT of each rate.
 * In the column of extras, "of line 1" ties one to the first line; others are shared by value.
 */
class WorkedSalesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "worked-sales.csv", numLinesToSkip = 1, maxCharsPerColumn = 400)
    void eachSaleComesToTheFiguresOfTheTable(ArgumentsAccessor row) {
        var currency = text(row, 5);
        var lines = goods(row, currency);
        var sale = new Sale(lines, extras(text(row, 7), currency), money(text(row, 8), currency));

        var reckoned = sale.reckon();

        assertThat(text(row, 19)).as("every case names its rule").isNotBlank();
        var standard = new DecideVat().forSupply(supply(row, VatClass.STANDARD)) instanceof VatDecision.Settled settled
                ? settled.rate()
                : VatRate.NOUGHT;
        assertThat(gross(reckoned, rate -> charged(rate) && rate.rate().equals(standard) && isMore(standard)))
                .isEqualTo(text(row, 9));
        assertThat(vat(reckoned, rate -> charged(rate) && rate.rate().equals(standard) && isMore(standard)))
                .isEqualTo(text(row, 10));
        assertThat(gross(reckoned, rate -> charged(rate) && rate.rate().basisPoints() == 500))
                .isEqualTo(text(row, 11));
        assertThat(vat(reckoned, rate -> charged(rate) && rate.rate().basisPoints() == 500))
                .isEqualTo(text(row, 12));
        assertThat(gross(reckoned, rate -> charged(rate) && rate.rate().basisPoints() == 0))
                .isEqualTo(text(row, 13));
        assertThat(gross(reckoned, rate -> rate.treatment() == VatTreatment.EXEMPT))
                .isEqualTo(text(row, 14));
        assertThat(gross(reckoned, rate -> rate.treatment() == VatTreatment.EXPORTED))
                .isEqualTo(text(row, 15));
        assertThat(gross(
                        reckoned,
                        rate -> rate.treatment() == VatTreatment.MARKETPLACE_ACCOUNTS
                                || rate.treatment() == VatTreatment.NOT_REGISTERED))
                .isEqualTo(text(row, 16));
        assertThat(reckoned.total().net().decimal()).isEqualTo(text(row, 17));
        assertThat(reckoned.total().vat().decimal()).isEqualTo(text(row, 18));
        assertThat(reckoned.total().gross().decimal()).isEqualTo(text(row, 8));
        assertThat(reckoned.rows().stream().map(Reckoning.Row::figures).reduce(Reckoning.Figures::plus))
                .contains(reckoned.total());
    }

    private static List<SaleLine> goods(ArgumentsAccessor row, String currency) {
        var lines = new ArrayList<SaleLine>();
        for (var told : text(row, 6).split(" \\+ ", -1)) {
            var words = told.split("[ x]", -1);
            var decision = new DecideVat().forSupply(supply(row, VatClass.valueOf(words[0])));
            var settled = (VatDecision.Settled) decision;
            var price = money(words[2], currency);
            lines.add(new SaleLine(
                    Integer.parseInt(words[1]),
                    price,
                    Money.zero(price.currency()),
                    settled.treatment(),
                    settled.rate()));
        }
        return lines;
    }

    private static List<Extra> extras(String told, String currency) {
        return Stream.of(told.split(" \\+ ", -1))
                .filter(extra -> !extra.isBlank())
                .map(extra -> {
                    var amount = money(extra.substring(extra.lastIndexOf(' ') + 1), currency);
                    var what = extra.substring(0, extra.lastIndexOf(' '));
                    return what.endsWith(" of line 1")
                            ? Extra.of(what.replace(" of line 1", ""), 0, amount)
                            : Extra.ofAll(what, amount);
                })
                .toList();
    }

    private static Supply supply(ArgumentsAccessor row, VatClass vatClass) {
        var country = new Country(text(row, 2).substring(0, 2));
        return new Supply(
                VatStanding.ofUnitedKingdom(text(row, 1).equals("REGISTERED")),
                TaxPlace.GREAT_BRITAIN,
                TaxPlace.of(Territory.of(country, text(row, 2).substring(3))),
                Customer.CONSUMER,
                Goods.of(vatClass),
                new Consignment(Optional.empty(), Optional.empty()),
                LocalDate.parse(text(row, 3)),
                Optional.of(text(row, 4)).filter(by -> !by.isEmpty()),
                !text(row, 4).isEmpty());
    }

    private static boolean charged(Reckoning.RateTotal rate) {
        return rate.treatment() == VatTreatment.CHARGED;
    }

    private static boolean isMore(VatRate rate) {
        return rate.basisPoints() > 0;
    }

    private static String gross(Reckoning reckoned, Predicate<Reckoning.RateTotal> which) {
        return reckoned.rates().stream()
                .filter(which)
                .map(rate -> rate.figures().gross().decimal())
                .findFirst()
                .orElse("");
    }

    private static String vat(Reckoning reckoned, Predicate<Reckoning.RateTotal> which) {
        return reckoned.rates().stream()
                .filter(which)
                .map(rate -> rate.figures().vat().decimal())
                .findFirst()
                .orElse("");
    }

    private static Money money(String decimal, String currency) {
        return Money.of(decimal, currency);
    }

    private static String text(ArgumentsAccessor row, int column) {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
