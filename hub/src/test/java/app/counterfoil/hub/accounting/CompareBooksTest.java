package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in the books today is held against what was issued, and what differs is told with what to do. */
class CompareBooksTest extends BooksBench {

    @Autowired
    private CompareBooks compare;

    @Test
    void whatStandsThereAsItIsHereIsNoDifference() {
        confirm(EntryWay.EACH);
        shortOne();
        fullOne();
        tomorrow();
        enter();
        var compared = compared();
        assertThat(compared.documents()).isEqualTo(2);
        assertThat(compared.lookedUp()).isEqualTo(2);
        assertThat(compared.differences()).isEmpty();
    }

    @Test
    void whatIsNotEnteredYetSaysSo() {
        confirm(EntryWay.SUMMARY);
        var invoice = shortOne();
        tomorrow();
        assertThat(compared().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.number()).isEqualTo(invoice.number());
            assertThat(difference.here()).isEqualTo(invoice.gross());
            assertThat(difference.there()).isEmpty();
            assertThat(difference.wrong()).isEqualTo("It is in no entry.");
        });
    }

    @Test
    void whatWasChangedRenamedOrRefusedThereIsFound() {
        confirm(EntryWay.EACH);
        var changed = shortOne();
        var other = shortOne();
        tomorrow();
        enter();
        SANDBOX.xero().change(1, changed.number(), "12.00");
        SANDBOX.xero().disguise(1, other.number(), "somebody else's");
        assertThat(compared().differences())
                .extracting(CompareBooks.Difference::wrong)
                .containsExactlyInAnyOrder(
                        "It stands there with other sums: VAT of £2.50 instead of £2.50.",
                        "Another entry stands there under its number.");
        SANDBOX.xero().clear();
        assertThat(compared().differences()).hasSize(2).allSatisfy(difference -> {
            assertThat(difference.wrong()).isEqualTo("It was entered, and is not there any more.");
            assertThat(difference.here()).isEqualTo(Money.pence(15_00));
        });
        assertThat(sent()).as("nothing is sent by it").hasSize(2);
    }

    private CompareBooks.Comparison compared() {
        return compare.of(account, clock.today().minusDays(7), clock.today());
    }
}
