package app.counterfoil.hub.vatreturn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.EvidenceKind;
import app.counterfoil.hub.invoice.ExchangeRates;
import app.counterfoil.hub.invoice.ExportEvidence;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.IssueCreditNotes;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** A period as its documents stand, frozen once a person has declared it, and what comes up later. */
class VatReturnsTest extends ReturnBench {

    @Autowired
    private ExchangeRates rates;

    @Autowired
    private ExportEvidence evidence;

    @Autowired
    private IssueCreditNotes creditNotes;

    @Test
    void eachSupplyIsCountedOnceInThePeriodOfItsTaxPoint() {
        var inFirst = sold(first().plusDays(10));
        issueInvoices.forOrder(shop, inFirst.order(), true, Optional.empty());
        sold(period(1).start());
        bought(first().plusDays(3), "INV-77", 50_00, 10_00);
        var figures = returns.draft(shop, period(0)).figures();
        assertThat(figures.entries()).extracting(Entry::document).containsExactly("INV-77", inFirst.number());
        assertThat(figures.boxes().shown(Box.ONE)).isEqualTo("£2.50");
        assertThat(figures.boxes().shown(Box.FOUR)).isEqualTo("£10.00");
        assertThat(figures.boxes().net()).isEqualTo("£7.50 to reclaim");
        assertThat(figures.boxes().shown(Box.SIX)).isEqualTo("£12");
        assertThat(figures.boxes().shown(Box.SEVEN)).isEqualTo("£50");
        assertThat(returns.draft(shop, period(1)).figures().entries()).hasSize(1);
    }

    @Test
    void aDeclaredReturnStaysAsItIsAndWhatComesUpLaterGoesIntoTheNext() {
        sold(first().plusDays(10));
        submitElsewhere(period(0));
        var before = returns.figures(shop, returns.standing(shop, period(0)).orElseThrow());
        var late = sold(first().plusDays(20));
        changeInvoice(late.id(), "issued_on = '" + clock.today() + "'");
        bought(first().plusDays(30), "INV-9", 100_00, 20_00);
        sold(period(1).start().plusDays(5));

        assertThat(returns.figures(shop, returns.standing(shop, period(0)).orElseThrow()))
                .isEqualTo(before);
        var next = returns.draft(shop, period(1)).figures();
        assertThat(next.late()).extracting(Entry::document).containsExactlyInAnyOrder(late.number(), "INV-9");
        assertThat(next.lateVat()).isEqualTo(Money.pence(-17_50));
        assertThat(next.boxes().shown(Box.ONE)).isEqualTo("£5.00");

        submitElsewhere(period(1));
        assertThat(returns.draft(shop, period(2)).figures().entries()).isEmpty();
        assertThat(returns.standing(shop)).extracting(FrozenReturn::period).containsExactly(period(1), period(0));
    }

    @Test
    void whatIsNotDeclaredBeforeIsNotLateInTheNext() {
        sold(first().plusDays(10));
        assertThat(returns.draft(shop, period(1)).figures().entries()).isEmpty();
        assertThat(returns.draft(shop, period(1)).next()).isFalse();
        assertThat(returns.draft(shop, period(0)).isReady()).isTrue();
        assertThat(returns.draft(shop, period(2)).next()).as("not over").isFalse();
    }

    @Test
    void whatCannotBeDeclaredIsRefusedAndSaysWhy() {
        sold(first().plusDays(10));
        var me = bookkeeper().id();
        var seen = returns.draft(shop, period(0)).figures().seen();
        assertThatThrownBy(() -> returns.submittedElsewhere(shop, period(1), seen, me))
                .hasMessageContaining("not the next");
        sold(first().plusDays(11));
        assertThatThrownBy(() -> returns.submittedElsewhere(shop, period(0), seen, me))
                .hasMessageContaining("changed since you looked");
        submitElsewhere(period(0));
        assertThatThrownBy(() -> submitElsewhere(period(0))).hasMessageContaining("not the next");
        assertThatThrownBy(() -> returns.say(shop, first().plusMonths(1), Rhythm.MONTHLY, me))
                .hasMessageContaining("a return was submitted");
        assertThatThrownBy(() -> returns.say(shop, first().plusDays(1), Rhythm.MONTHLY, me))
                .hasMessageContaining("first of a month");
    }

    @Test
    void theLatestIsTakenBackAndItsFiguresFollowTheDocumentsAgain() {
        sold(first().plusDays(10));
        submitElsewhere(period(0));
        submitElsewhere(period(1));
        assertThatThrownBy(() -> returns.takeBack(shop, period(0))).hasMessageContaining("not the latest");
        returns.takeBack(shop, period(1));
        returns.takeBack(shop, period(0));
        sold(first().plusDays(12));
        assertThat(returns.draft(shop, period(0)).figures().entries()).hasSize(2);
        submitElsewhere(period(0));
        assertThat(returns.standing(shop)).hasSize(1);
    }

    @Test
    void anExportWithoutEvidenceBearsVatInThePeriodInWhichItsDayPasses() {
        var day = first().plusMonths(1);
        var export = exported(day, order -> {});
        var due = period(1).start().plusDays(9);
        changeInvoice(export.id(), "evidence_due = '" + due + "'");
        assertThat(returns.draft(shop, period(0)).figures().boxes().shown(Box.ONE))
                .isEqualTo("£0.00");
        assertThat(returns.draft(shop, period(0)).figures().boxes().shown(Box.SIX))
                .isEqualTo("£15");
        submitElsewhere(period(0));

        var late = returns.draft(shop, period(1)).figures();
        assertThat(late.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.EVIDENCE_LATE);
            assertThat(entry.taxPoint()).isEqualTo(due.plusDays(1));
            assertThat(entry.late()).isFalse();
        });
        assertThat(late.boxes().shown(Box.ONE)).as("a sixth of £15").isEqualTo("£2.50");
        submitElsewhere(period(1));

        evidence.hold(
                shop,
                List.of(export.order()),
                EvidenceKind.WAYBILL,
                bookkeeper().id());
        var came = returns.draft(shop, period(2)).figures();
        assertThat(came.entries()).extracting(Entry::kind).containsExactly(EntryKind.EVIDENCE_CAME);
        assertThat(came.boxes().shown(Box.ONE)).isEqualTo("-£2.50");
    }

    @Test
    void aDocumentInAnotherCurrencyNeedsTheRateOfItsMonth() {
        var day = first().plusMonths(1);
        exported(day, MadeUpOrders::inEuros);
        var without = returns.draft(shop, period(0));
        assertThat(without.isReady()).isFalse();
        assertThat(without.missing()).extracting(Missing::blocks).contains(true);
        assertThatThrownBy(() -> submitElsewhere(period(0))).hasMessageContaining("without an exchange rate");
        rates.enter(shop, "EUR", day.toString().substring(0, 7), "1.25");
        assertThat(returns.draft(shop, period(0)).figures().boxes().shown(Box.SIX))
                .isEqualTo("£12");
        assertThat(returns.draft(shop, period(0)).isReady()).isTrue();
    }

    @Test
    void whatWasPaidBackTakesVatOffInThePeriodOfItsPayment() {
        var invoice = sold(first().plusDays(10));
        var note = creditNotes.of(
                shop,
                invoice.id(),
                new CreditWish(
                        new CreditWish.Amount(Money.pence(6_00)), period(1).start(), CreditReason.RETURNED),
                bookkeeper().id());
        assertThat(returns.draft(shop, period(0)).figures().boxes().shown(Box.ONE))
                .isEqualTo("£2.50");
        var next = returns.draft(shop, period(1)).figures();
        assertThat(next.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.CREDIT);
            assertThat(entry.document()).isEqualTo(note.number());
        });
        assertThat(next.boxes().shown(Box.ONE)).isEqualTo("-£1.00");
        assertThat(next.boxes().shown(Box.SIX)).isEqualTo("-£5");
        submitElsewhere(period(0));
        submitElsewhere(period(1));
        creditNotes.of(
                shop,
                invoice.id(),
                new CreditWish(new CreditWish.Rest(), period(1).end(), CreditReason.RETURNED),
                bookkeeper().id());
        assertThat(returns.draft(shop, period(2)).figures().late()).hasSize(1);
    }

    @Test
    void whatIsPlacedAndNotSentYetIsNamedAsMissing() {
        taken(MARKET.ebay(order -> {}));
        assertThat(returns.draft(shop, period(2)).missing())
                .extracting(Missing::what)
                .anyMatch(what -> what.contains("placed in this period and not sent yet."));
    }

    @Test
    void figuresThatSomebodyChangesAreFound() {
        sold(first().plusDays(10));
        submitElsewhere(period(0));
        var id = returns.standing(shop).get(0).id();
        tampered(
                "UPDATE counterfoil.vatreturn_return SET box1_minor = box1_minor + %d, box3_minor = box3_minor + %d,"
                        + " box5_minor = box5_minor + %d WHERE return_id = '" + id + "'",
                "does not say what its documents add up to");
        tampered(
                "UPDATE counterfoil.vatreturn_counted SET box6_minor = box6_minor + 100 * %d WHERE return_id = '" + id
                        + "'",
                "does not say what its documents add up to");
        DATABASE.change("UPDATE counterfoil.vatreturn_return SET state = 'LOST' WHERE return_id = '" + id + "'");
        assertThat(flaws()).anyMatch(flaw -> flaw.contains("where no return can stand"));
        DATABASE.change("UPDATE counterfoil.vatreturn_return SET state = 'ELSEWHERE' WHERE return_id = '" + id + "'");
    }

    @Test
    void whatIsCountedTwiceIsFound() {
        sold(first().plusDays(10));
        submitElsewhere(period(0));
        var first = returns.standing(shop).get(0).id();
        submitElsewhere(period(1));
        var second = returns.standing(shop).get(0).id();
        DATABASE.change("INSERT INTO counterfoil.vatreturn_counted SELECT seller_id, '" + second
                + "', source_id, part, kind, tax_point, document, detail, late, turnover_minor, 0, 0, 0, 0, 0, 0, 0"
                + " FROM counterfoil.vatreturn_counted WHERE return_id = '" + first + "'");
        assertThat(flaws()).anyMatch(flaw -> flaw.contains("is counted in 2 VAT returns"));
        DATABASE.change("DELETE FROM counterfoil.vatreturn_counted WHERE return_id = '" + second + "'");
    }

    private void tampered(String sql, String found) {
        DATABASE.change(sql.replace("%d", "1"));
        assertThat(flaws()).anyMatch(flaw -> flaw.contains(found));
        DATABASE.change(sql.replace("%d", "(-1)"));
    }

    private Invoice exported(LocalDate day, Consumer<ObjectNode> change) {
        return sold(day, order -> {
            MadeUpOrders.address(order, "Testa Demoson", "10115", "DE");
            change.accept(order);
        });
    }
}
