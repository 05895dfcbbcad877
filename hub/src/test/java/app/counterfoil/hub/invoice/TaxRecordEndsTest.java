package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.clock.MovableClock;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.AccountingYear;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** Whom an invoice names ends six years after the accounting year, to the day; what was sold for how much stays. */
@ContextConfiguration(initializers = HubDatabase.Own.class)
class TaxRecordEndsTest extends InvoiceBench {

    @Autowired
    private SellerDetails details;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private MovableClock movableClock;

    @Autowired
    private TurnOfDay turnOfDay;

    /** A full invoice, and who may open it. */
    private record Issued(SellerId shop, SignedIn bookkeeper, OrderFacts order, Invoice invoice) {}

    @Test
    void thePersonIsGoneSixYearsAfterTheAccountingYearAndTheTotalsRemain() {
        var today = clock.today();
        var said = issued(Optional.of(AccountingYear.endingWithMonthOf(today)));
        var unsaid = issued(Optional.empty());
        var end = today.withDayOfMonth(today.lengthOfMonth()).plusDays(1).plusYears(6);
        assertThat(said.invoice().partyEndsOn()).contains(end);

        forwardTo(end.minusDays(1));
        assertThat(pdfs.of(said.bookkeeper(), said.invoice().id())).isPresent();
        forwardTo(end);
        assertThatEnded(said);
        assertThat(pdfs.of(unsaid.bookkeeper(), unsaid.invoice().id())).isPresent();

        forwardTo(end.plusYears(1).minusDays(1));
        assertThat(pdfs.of(unsaid.bookkeeper(), unsaid.invoice().id())).isPresent();
        forwardTo(end.plusYears(1));
        assertThatEnded(unsaid);
    }

    @Test
    void whatIsIssuedAlreadyKeepsItsDayWhenTheYearIsSaid() {
        var unsaid = issued(Optional.empty());
        details.save(unsaid.shop(), Optional.of(AccountingYear.endingWithMonthOf(clock.today())));
        assertThat(invoices.ofOrder(unsaid.shop(), unsaid.order().id())
                        .orElseThrow()
                        .partyEndsOn())
                .isEqualTo(unsaid.invoice().partyEndsOn());
    }

    private Issued issued(Optional<AccountingYear> year) {
        var shop = shopAtTheStandardRate();
        details.save(shop, year);
        var order = taken(shop, json -> {});
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        return new Issued(shop, bookkeeper(shop), order, invoice);
    }

    private void assertThatEnded(Issued issued) {
        assertThatThrownBy(() -> pdfs.of(issued.bookkeeper(), issued.invoice().id()))
                .isInstanceOf(CannotInvoice.class)
                .hasMessageContaining("ended on");
        assertThat(invoices.latest(issued.shop(), 10).get(0).gross())
                .isEqualTo(issued.order().total());
    }

    /** All days at once: nothing here has to be carried on from one to the next. */
    private void forwardTo(LocalDate day) {
        movableClock.forward((int) ChronoUnit.DAYS.between(clock.today(), day));
        turnOfDay.turn();
    }
}
