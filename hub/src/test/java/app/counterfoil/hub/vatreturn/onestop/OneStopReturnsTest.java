package app.counterfoil.hub.vatreturn.onestop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.vatreturn.Missing;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Returns of the One Stop Shops as their documents stand, frozen once they were submitted, and what corrects them. */
class OneStopReturnsTest extends OneStopBench {

    @Test
    void aReturnIsTheVatOfEachStateByRateInEuros() {
        var day = quarter(0).start().plusDays(10);
        var first = sold(day);
        sold(day.plusDays(1));
        sold(day, "75001", "FR", true);
        sold(quarter(1).start(), "10115", "DE", true);
        var draft = returns.draft(shop, quarter(0));
        assertThat(draft.figures().lines())
                .extracting(line -> line.place().dispatchName() + " "
                        + line.place().state() + " "
                        + line.place().rate().shown() + " " + line.place().kind() + " "
                        + line.net().decimal() + " " + line.vat().decimal())
                .containsExactly(
                        "Northern Ireland DE 19% STANDARD 25.22 4.78", "Northern Ireland FR 20% STANDARD 12.50 2.50");
        assertThat(draft.figures().payable().decimal()).isEqualTo("7.28");
        assertThat(draft.figures().of(draft.figures().lines().get(0)))
                .extracting(OneStopEntry::document)
                .contains(first.number());
        assertThat(draft.isReady()).isTrue();
    }

    @Test
    void aDocumentInAnotherCurrencyWaitsForTheRateOfTheLastDayOfThePeriod() {
        sold(quarter(0).start().plusDays(10), "10115", "DE", false);
        var without = returns.draft(shop, quarter(0));
        assertThat(without.figures().isNothing()).isTrue();
        assertThat(without.missing())
                .filteredOn(Missing::blocks)
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.what())
                            .contains("1 document is in GBP", "published on " + Written.day(publishedFor(quarter(0))));
                    assertThat(missing.path()).isEqualTo("/vat/one-stop-shop/rates");
                });
        assertThat(returns.wanted(shop))
                .extracting(WantedRate::periodEnd)
                .containsExactly(quarter(0).end());
        assertThatThrownBy(() -> submitted(quarter(0))).hasMessageContaining("1 document is in GBP");
        rates.enter(shop, "GBP", month(quarter(0)), "0.8", me().id());
        var figures = returns.draft(shop, quarter(0)).figures();
        assertThat(figures.suppliedVat().decimal()).as("£2.39 at 0.8").isEqualTo("2.99");
        submitted(quarter(0));
        assertThatThrownBy(() -> rates.enter(shop, "GBP", month(quarter(0)), "0.9", me().id()))
                .hasMessageContaining("reckoned with another rate of GBP");
        rates.enter(shop, "GBP", month(quarter(0)), "0.8", me().id());
        assertThatThrownBy(() -> rates.enter(shop, "GBP", month(quarter(3)), "0.9", me().id()))
                .hasMessageContaining("is not published yet");
    }

    private static LocalDate publishedFor(TaxPeriod period) {
        return EcbPublication.forPeriodEnd(period.end());
    }

    private static String month(TaxPeriod period) {
        return period.end().toString().substring(0, 7);
    }

    @Test
    void theFileOfTheBankGivesTheRatesOfTheCurrenciesOfDocuments() {
        sold(quarter(0).start().plusDays(10), "10115", "DE", false);
        var file = "Date,USD,GBP\n" + publishedFor(quarter(0)) + ",1.1,0.8654\n" + publishedFor(quarter(1))
                + ",1.1,0.87\n";
        assertThat(returns.currencies(shop)).isEqualTo(Set.of(Currency.getInstance("GBP")));
        assertThat(rates.enterFile(shop, file, returns.currencies(shop), me().id()))
                .isEqualTo(2);
        assertThat(rates.enterFile(shop, file, returns.currencies(shop), me().id()))
                .isZero();
        assertThat(rates.of(shop))
                .extracting(rate -> rate.currency().getCurrencyCode())
                .containsOnly("GBP");
        assertThat(returns.wanted(shop)).isEmpty();
    }

    @Test
    void whatIsGivenBackOfAnOpenPeriodLessensItAndOfASubmittedOneCorrectsItInTheNext() {
        var day = quarter(0).start().plusDays(10);
        var invoice = sold(day);
        givenBack(invoice, "5.00", quarter(1).start().plusDays(3));
        assertThat(returns.draft(shop, quarter(0)).figures().suppliedVat().decimal())
                .as("2.39 less 0.80")
                .isEqualTo("1.59");
        var before = submitted(quarter(0));
        var figures = returns.figures(shop, before);

        var late = sold(day.plusDays(3), "75001", "FR", true);
        changed(late.id(), day.plusDays(3), clock.today());
        var note = givenBack(invoice, "10.00", clock.today());
        sold(quarter(1).start().plusDays(5));
        assertThat(returns.figures(shop, before)).isEqualTo(figures);
        var next = returns.draft(shop, quarter(1)).figures();
        assertThat(next.suppliedVat().decimal())
                .as("no supply of this period is lessened")
                .isEqualTo("2.39");
        assertThat(next.corrections())
                .extracting(each -> each.period().shown() + " " + each.state() + " "
                        + each.vat().decimal())
                .containsExactly(quarter(0).shown() + " DE -1.59", quarter(0).shown() + " FR 2.50");
        assertThat(next.of(next.corrections().get(0)))
                .extracting(OneStopEntry::document)
                .containsExactly(note.number());
        assertThat(next.payable().decimal()).isEqualTo("3.30");
        assertThat(returns.draft(shop, quarter(2)).figures().corrections())
                .as("told once")
                .isEmpty();
        submitted(quarter(1));
        assertThat(returns.draft(shop, quarter(2)).figures().isNothing()).isTrue();
    }

    @Test
    void aCorrectionIsTurnedIntoEurosAtTheRateOfThePeriodThatItCorrects() {
        var invoice = sold(quarter(0).start().plusDays(10), "10115", "DE", false);
        rates.enter(shop, "GBP", month(quarter(0)), "0.8", me().id());
        rates.enter(shop, "GBP", month(quarter(1)), "0.5", me().id());
        submitted(quarter(0));
        givenBack(invoice, "15.00", clock.today());
        assertThat(returns.draft(shop, quarter(1)).figures().corrections())
                .extracting(each -> each.vat().decimal())
                .containsExactly("-2.99");
        assertThat(returns.draft(shop, quarter(1)).figures().balances().get(0).isPaidBack())
                .isTrue();
        assertThat(submitted(quarter(1)).payable().isZero()).isTrue();
    }

    @Test
    void whatWouldCorrectAPeriodOfMoreThanThreeYearsAgoIsNotDeclaredAndSaysWhomToAsk() {
        var old = OneStopShop.UNION.periodOf(quarter(0).start().minusYears(3).minusMonths(6));
        var invoice = sold(old.start().plusDays(10));
        submitted(old);
        for (var period : returns.begun(shop, OneStopShop.UNION)) {
            if (period.compareTo(old) > 0 && period.compareTo(quarter(1)) < 0) {
                submitted(period);
            }
        }
        givenBack(invoice, "15.00", clock.today());
        var draft = returns.draft(shop, quarter(1));
        assertThat(draft.figures().corrections()).isEmpty();
        assertThat(draft.missing())
                .extracting(Missing::what)
                .anyMatch(what -> what.contains("due more than three years ago")
                        && what.contains("ask the tax office of Germany itself"));
        assertThat(draft.isReady()).as("it keeps nobody from declaring").isTrue();
    }

    @Test
    void nothingSoldIsDeclaredAsANilReturn() {
        var nil = submitted(quarter(0));
        assertThat(nil.payable().isZero()).isTrue();
        assertThat(returns.figures(shop, nil).isNothing()).isTrue();
        assertThat(nil.reference()).startsWith("GB/XI100000034/");
    }

    @Test
    void whatCannotBeSubmittedIsRefusedAndSaysWhy() {
        var seen = returns.draft(shop, quarter(0)).figures().seen();
        var receipt = new PortalReceipt(clock.today(), "GB/1");
        assertThatThrownBy(() -> returns.submitted(shop, quarter(1), seen, receipt, me().id()))
                .hasMessageContaining("not the next");
        sold(quarter(0).start().plusDays(11));
        assertThatThrownBy(() -> returns.submitted(shop, quarter(0), seen, receipt, me().id()))
                .hasMessageContaining("changed since you looked");
        submitted(quarter(0));
        assertThatThrownBy(() -> submitted(quarter(0))).hasMessageContaining("not the next");
        submitted(quarter(1));
        submitted(quarter(2));
        assertThatThrownBy(() -> returns.submitted(shop, quarter(3), "0.", receipt, me().id()))
                .as("not over")
                .hasMessageContaining("Submitted on");
    }

    @Test
    void theLatestMarkIsTakenBackAndStaysNoted() {
        var invoice = sold(quarter(0).start().plusDays(10));
        submitted(quarter(0));
        givenBack(invoice, "15.00", clock.today());
        submitted(quarter(1));
        assertThatThrownBy(() -> returns.takeBack(shop, quarter(0), me().id()))
                .hasMessageContaining("not the return that was marked last");
        returns.takeBack(shop, quarter(1), me().id());
        returns.takeBack(shop, quarter(0), me().id());
        assertThat(returns.standing(shop, quarter(0))).isEmpty();
        assertThat(returns.all(shop, OneStopShop.UNION)).hasSize(2).noneMatch(FrozenOneStopReturn::stands);
        assertThat(returns.draft(shop, quarter(0)).figures().suppliedVat().isZero())
                .as("what was given back lessens the period that is open again")
                .isTrue();
        submitted(quarter(0));
    }

    @Test
    void parcelsOfAMonthAreInTheReturnOfTheImportScheme() throws Exception {
        standings.say(shop, OneStopBench.withParcels(LocalDate.of(2022, 1, 1)), me().id());
        var day = quarter(0).start().plusDays(10);
        var period = OneStopShop.IMPORT.periodOf(day);
        sold(day, "75001", "FR", false);
        sold(period.next().start(), "75001", "FR", false);
        rates.enter(shop, "GBP", month(period), "0.8", me().id());
        assertThat(returns.begun(shop, OneStopShop.UNION)).isEmpty();
        assertThat(returns.begun(shop, OneStopShop.IMPORT)).startsWith(period, period.next());
        assertThat(returns.draft(shop, period).figures().lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.place().dispatch()).as("it is not asked").isEmpty();
                    assertThat(line.net().decimal()).isEqualTo("15.63");
                    assertThat(line.vat().decimal()).isEqualTo("3.13");
                });
        assertThat(page("/vat/one-stop-shop/import/" + period.start()))
                .contains("Import One Stop Shop, " + period.shown(), "€3.13")
                .doesNotContain("Dispatched from");
        submitted(period);
        assertThat(returns.draft(shop, period.next()).wanted())
                .extracting(WantedRate::periodEnd)
                .containsExactly(period.next().end());
    }

    @Test
    void whoTakesPartInNothingHasNoReturns() {
        var other = shops.openWithVat();
        assertThat(returns.begun(other, OneStopShop.UNION)).isEmpty();
        assertThat(returns.begun(other, OneStopShop.IMPORT)).isEmpty();
        shop = other;
        assertThat(reminders()).isEmpty();
    }

    @Test
    void aReturnThatIsDueSoonOrLateIsAReminder() {
        assertThat(reminders())
                .anyMatch(text -> text.startsWith("One Stop Shop: ")
                        && text.contains(" returns, the first for " + quarter(0).shown())
                        && text.contains("The first was due by"));
        submitted(quarter(0));
        submitted(quarter(1));
        submitted(quarter(2));
        assertThat(reminders()).isEmpty();
    }

    @Test
    void figuresThatSomebodyChangesAreFound() {
        var invoice = sold(quarter(0).start().plusDays(10));
        var first = submitted(quarter(0)).id();
        givenBack(invoice, "15.00", clock.today());
        var second = submitted(quarter(1)).id();
        for (var id : Set.of(first, second)) {
            tampered(
                    "vatreturn_one_stop_counted SET euro_vat_minor = euro_vat_minor + %d WHERE return_id = '" + id
                            + "'",
                    "does not say what its documents add up to");
            tampered(
                    "vatreturn_one_stop_figure SET vat_minor = vat_minor + %d WHERE return_id = '" + id + "'",
                    "does not say what its documents add up to");
            tampered(
                    "vatreturn_one_stop_return SET payable_minor = payable_minor + %d WHERE return_id = '" + id + "'",
                    "does not pay what it owes to the states");
        }
        tampered(
                "vatreturn_one_stop_counted SET supplied_on = supplied_on + 200 * %d WHERE return_id = '" + first + "'",
                "under another period than it is of");
        var more = "INSERT INTO counterfoil.vatreturn_one_stop_counted SELECT seller_id, '" + second
                + "', source_id, part, document, credit, supplied_on, day, dispatch, state, rate_kind, rate_bp, of_start,"
                + " true, currency, 0, 0, 0, 0 FROM counterfoil.vatreturn_one_stop_counted WHERE return_id = '" + first
                + "'";
        DATABASE.change(more);
        assertThat(flaws()).anyMatch(flaw -> flaw.contains("is counted in 2 returns"));
        DATABASE.change(
                "DELETE FROM counterfoil.vatreturn_one_stop_counted WHERE return_id = '" + second + "' AND NOT credit");
    }

    private void tampered(String set, String found) {
        DATABASE.change("UPDATE counterfoil." + set.replace("%d", "1"));
        assertThat(flaws()).anyMatch(flaw -> flaw.contains(found));
        DATABASE.change("UPDATE counterfoil." + set.replace("%d", "(-1)"));
    }

    @Test
    void thePagesTellFiguresAndDocumentsAndTheFilesHaveThem() throws Exception {
        var invoice = sold(quarter(0).start().plusDays(10));
        submitted(quarter(0));
        var note = givenBack(invoice, "15.00", clock.today());
        sold(quarter(1).start().plusDays(5), "75001", "FR", true);
        var base = "/vat/one-stop-shop/union/" + quarter(1).start();
        assertThat(page("/vat/one-stop-shop")).contains(quarter(0).shown(), "Overdue", "Under way", "Submitted ");
        assertThat(page(base))
                .contains(
                        "France",
                        "€2.50",
                        "Corrections of earlier periods",
                        "-€2.39",
                        "This state pays it back itself");
        assertThat(page(base + "/lines/1")).contains("France, 20% (standard), from Northern Ireland", "€12.50");
        assertThat(page(base + "/lines/2"))
                .contains("Correction of " + quarter(0).shown(), note.number());
        assertThat(page(base + "/states/DE")).contains(note.number(), "corrects");
        assertThat(page(base + "/figures.csv"))
                .contains("Supplies," + quarter(1).start() + ",XI,FR,standard,20%,12.50,2.50")
                .contains("Correction," + quarter(0).start() + ",,DE,,,,-2.39")
                .contains("Balance," + quarter(1).start() + ",,DE,,,,-2.39")
                .contains("To pay," + quarter(1).start() + ",,,,,,2.50");
        assertThat(page(base + "/documents.csv")).contains(note.number() + ",Credit note,");
        assertThat(page("/vat")).contains("/vat/one-stop-shop");
    }

    private String page(String path) throws Exception {
        return pages.page(me(), path);
    }
}
