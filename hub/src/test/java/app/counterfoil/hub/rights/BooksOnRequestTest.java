package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.accounting.ConfirmBooks;
import app.counterfoil.hub.accounting.EnterSales;
import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.accounting.PostingState;
import app.counterfoil.hub.accounting.Postings;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.seller.Role;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom an accounting service was told of: the request names it, an erasure leaves the tax record, and tells the service. */
class BooksOnRequestTest extends RightsBench {

    @Autowired
    private LedgerAccounts ledgers;

    @Autowired
    private ConfirmBooks confirmBooks;

    @Autowired
    private EnterSales enterSales;

    @Autowired
    private Postings postings;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private Notices notices;

    @BeforeEach
    @AfterEach
    void nobodyElsesBooks() {
        SANDBOX.xero().clear();
    }

    @Test
    void whoeverAsksIsToldOfTheAccountingServiceAndAnErasureLeavesTheTaxRecord() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var number = sold(testa, EntryWay.EACH);
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        assertThat(pages.page(office, "/requests/" + id)).contains("Xero");
        assertThat(pages.page(office, "/orders/" + order(number).id().value())).contains("Xero");
        assertThat(pages.page(office, "/disclosures")).contains("Xero", "Entered into the books");

        erase.carryOut(shop, id, office);

        assertThat(notices.of(shop, id)).extracting(Notices.Notice::recipient).contains("XERO");
        assertThat(heldOn.look(shop, id, office, "TEST_LOOK").stream()
                        .flatMap(order -> order.held().stream())
                        .filter(held -> held.part().title().equals("Customer named on the invoice")))
                .isNotEmpty()
                .allMatch(held -> held.fate() == HeldOnRequester.Fate.STAYS);
        assertThat(postings.latest(shop, 10)).singleElement().satisfies(posting -> assertThat(posting.state())
                .isEqualTo(PostingState.ENTERED));
    }

    @Test
    void ofASummaryNobodyIsToldOfAnybody() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        sold(testa, EntryWay.SUMMARY);
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        erase.carryOut(shop, id, office);
        assertThat(notices.of(shop, id)).extracting(Notices.Notice::recipient).doesNotContain("XERO");
    }

    @Test
    void theRegisterNamesItWithWhatItMayReceive() throws Exception {
        shops.connect(shop, OutsideService.XERO);
        assertThat(pages.page(office, "/register")).contains("Xero");
    }

    /** An order that has left, with a full invoice that was entered the day after; its number. */
    private String sold(Somebody buyer, EntryWay way) {
        var books = shops.connect(shop, OutsideService.XERO);
        var number = buysAtEbay(buyer);
        download();
        book(number);
        leave(number);
        UUID bookkeeper = shops.person(shop, Role.BOOKKEEPER).id();
        confirmBooks.of(
                books,
                new ConfirmBooks.Choice(way, clock.today(), ledgers.chart(books).proposal()),
                bookkeeper);
        issueInvoices.forOrder(shop, order(number).id(), true, Optional.empty());
        forward(1);
        enterSales.of(shop);
        return number;
    }
}
