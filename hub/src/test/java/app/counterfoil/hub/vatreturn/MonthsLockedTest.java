package app.counterfoil.hub.vatreturn;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.bookkeeper.MonthOfBooks;
import app.counterfoil.hub.bookkeeper.MonthOfBooks.Lock;
import app.counterfoil.hub.bookkeeper.MonthsOfBooks;
import app.counterfoil.hub.bookkeeper.VatByPeriod;
import app.counterfoil.hub.bookkeeper.VatOfPeriod;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.seller.Role;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The bookkeeper's room says of each month what was issued in it and what can still change, and draws what was declared. */
class MonthsLockedTest extends ReturnBench {

    @Autowired
    private MonthsOfBooks months;

    @Autowired
    private VatByPeriod vat;

    @Test
    void aMonthIsLockedOnceItsReturnIsDeclaredAndOpenAgainWhenThatIsTakenBack() {
        var day = first().plusDays(10);
        var invoice = sold(day);
        assertThat(month(YearMonth.from(day)).lock()).isEqualTo(Lock.OPEN);
        submitElsewhere(period(0));
        var locked = month(YearMonth.from(day));
        assertThat(locked.lock()).isEqualTo(Lock.LOCKED);
        assertThat(locked.documents()).isEqualTo(1);
        assertThat(locked.issued()).singleElement().satisfies(sum -> {
            assertThat(sum.net()).isEqualTo(invoice.net());
            assertThat(sum.vat()).isEqualTo(invoice.vat());
        });
        returns.takeBack(shop, period(0));
        assertThat(month(YearMonth.from(day)).lock()).isEqualTo(Lock.OPEN);
    }

    @Test
    void whereBooksAreConnectedADocumentThatIsNotInThemKeepsTheMonthOpen() {
        var day = first().plusDays(10);
        var unused = sold(day);
        submitElsewhere(period(0));
        assertThat(month(YearMonth.from(day)).entered()).isEmpty();
        var books = shops.connect(shop, OutsideService.XERO);
        var waiting = month(YearMonth.from(day));
        assertThat(waiting.lock()).isEqualTo(Lock.DECLARED);
        assertThat(waiting.entered()).isEqualTo(Optional.of(0L));
        assertThat(waiting.notEntered()).isEqualTo(1);
        assertThat(books.seller()).isEqualTo(shop);
    }

    @Test
    void aMonthWithoutDocumentsIsNotListedAndNothingOfAnotherShop() {
        assertThat(months.latest(shop, 13)).isEmpty();
        var unused = sold(first().plusDays(40));
        assertThat(months.latest(shops.openWithVat(), 13)).isEmpty();
        assertThat(months.latest(shop, 13))
                .extracting(MonthOfBooks::month)
                .containsExactly(YearMonth.from(first().plusDays(40)));
    }

    @Test
    void aDeclaredPeriodIsDrawnAsItWasDeclaredAndTheOthersAsTheyStandNow() {
        var invoice = sold(first().plusDays(10));
        var purchase = bought(first().plusDays(3), "B-1", 50_00, 10_00);
        submitElsewhere(period(0));
        var late = sold(first().plusDays(12));
        changeInvoice(late.id(), "issued_on = '" + clock.today() + "'");
        var drawn = vat.latest(shop, 8);
        assertThat(drawn).extracting(VatOfPeriod::period).startsWith(period(2), period(1), period(0));
        assertThat(drawn.get(2).declared()).isTrue();
        assertThat(Money.pence(drawn.get(2).owed())).isEqualTo(invoice.vat());
        assertThat(Money.pence(drawn.get(2).reclaimed())).isEqualTo(purchase.vat());
        assertThat(drawn.get(1).declared()).isFalse();
        assertThat(Money.pence(drawn.get(1).owed())).as("it came late").isEqualTo(late.vat());
        assertThat(vat.latest(shop, 1)).extracting(VatOfPeriod::period).containsExactly(period(2));
    }

    @Test
    void thePageGathersWhatWaitsAndLeadsToTheRest() throws Exception {
        var other = shops.person(shops.openWithVat(), Role.BOOKKEEPER);
        assertThat(pages.page(other, "/books")).contains("Nothing in the books yet");
        var unused = sold(first().plusDays(10));
        submitElsewhere(period(0));
        assertThat(pages.page(bookkeeper(), "/books"))
                .contains("VAT by period", "What is locked", "Locked", "As a file")
                .doesNotContain("Nothing in the books yet");
    }

    private MonthOfBooks month(YearMonth month) {
        return months.latest(shop, 13).stream()
                .filter(each -> each.month().equals(month))
                .findFirst()
                .orElseThrow();
    }
}
