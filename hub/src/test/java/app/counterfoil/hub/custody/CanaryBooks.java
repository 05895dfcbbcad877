package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.accounting.ConfirmBooks;
import app.counterfoil.hub.accounting.EnterSales;
import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.accounting.Posting;
import app.counterfoil.hub.accounting.PostingState;
import app.counterfoil.hub.accounting.Postings;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** The books on that visit: each invoice is entered with whom it names, is refused and broken off first, and stands there. */
final class CanaryBooks {

    private final BeanFactory hub;
    private final SellerId shop;
    private final Sandbox sandbox;
    private final Account account;

    /** Books at that account, of that shop. */
    CanaryBooks(BeanFactory hub, Account account, Sandbox sandbox) {
        this.hub = hub;
        this.shop = account.seller();
        this.sandbox = sandbox;
        this.account = account;
    }

    /** Somebody says how, on the day on which the invoices are issued. */
    void confirm() {
        var choice = new ConfirmBooks.Choice(
                EntryWay.EACH,
                hub.getBean(BusinessClock.class).today(),
                hub.getBean(LedgerAccounts.class).chart(account).proposal());
        hub.getBean(ConfirmBooks.class).of(account, choice, UUID.randomUUID());
    }

    /** The day is over, and whatever can go wrong goes wrong. */
    void fail() {
        sandbox.xero().lock(1, true);
        enter();
        sandbox.xero().lock(1, false);
        assertThat(latest()).isNotEmpty().allMatch(posting -> posting.state() == PostingState.REFUSED);
        latest().forEach(posting ->
                assertThat(postings().tryAgain(shop, posting.id())).isTrue());
        for (var fault : List.of(Fault.TRUNCATED_JSON, Fault.HTML, Fault.DONE_UNANSWERED)) {
            sandbox.faults().switchOn(new Faults.Switched("xero-put", fault, 1, 1));
            postings().tryAgain(account);
            enter();
            sandbox.faults().clear();
        }
        assertThat(latest()).anyMatch(posting -> posting.state() == PostingState.DUE);
    }

    /** After the pauses all of it stands there, with whom it names. */
    void allIsThere() {
        enter();
        assertThat(latest()).allMatch(posting -> posting.state() == PostingState.ENTERED);
        assertThat(sandbox.xero().invoices(1))
                .anySatisfy(invoice ->
                        assertThat(invoice.path("Contact").toString()).contains(Canaries.ACCENTED));
    }

    private void enter() {
        hub.getBean(EnterSales.class).of(shop);
    }

    private Postings postings() {
        return hub.getBean(Postings.class);
    }

    private List<Posting> latest() {
        return postings().latest(shop, 200);
    }
}
