package app.counterfoil.hub.accounting.web;

import app.counterfoil.hub.accounting.Books;
import app.counterfoil.hub.accounting.ConfirmBooks;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.accounting.Posting;
import app.counterfoil.hub.accounting.PostingState;
import app.counterfoil.hub.accounting.Postings;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.invoice.IssuedSales.Sale;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was entered into the books, what was not, and what to do about it. */
@Controller
class BookkeepingPage {

    static final String PATH = "/bookkeeping";

    private static final int MOST = 100;

    /** So many invoices of a summary are listed. */
    private static final int MOST_INVOICES = 50;

    /** A year is filed some months after its end. */
    private static final int MONTHS = 24;

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final LedgerAccounts ledgers;
    private final ConfirmBooks confirmBooks;
    private final Postings postings;
    private final Recipients recipients;
    private final BusinessClock clock;

    BookkeepingPage(
            LedgerAccounts ledgers,
            ConfirmBooks confirmBooks,
            Postings postings,
            Recipients recipients,
            BusinessClock clock) {
        this.ledgers = ledgers;
        this.confirmBooks = confirmBooks;
        this.postings = postings;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry bookkeepingEntry() {
        return new NavigationEntry("Bookkeeping", PATH, "note", "", 35);
    }

    /**
     * The books of an account, which a person has confirmed or not.
     *
     */
    public record Kept(Account account, Optional<Books> books, boolean hasAgreement) {}

    /** A posting with the invoices it enters, the first of them listed. */
    public record Row(Posting posting, String ledger, int invoices, List<Sale> listed) {

        /** Whether a person can have it tried again. */
        public boolean canBeTried() {
            return differs()
                    || (!posting.wrong().isEmpty() && posting.enteredAt().isEmpty());
        }

        /** Whether it stands there with another sum. */
        public boolean differs() {
            return posting.state() == PostingState.DIFFERS;
        }
    }

    /** A month that can be chosen. */
    public record Month(YearMonth month, String inWords) {}

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var accounts = ledgers.of(me.seller());
        model.addAttribute(
                "kept", accounts.stream().map(account -> kept(me, account)).toList());
        var latest = postings.latest(me.seller(), MOST);
        var sales = postings.sales(me.seller(), latest);
        model.addAttribute(
                "rows",
                latest.stream()
                        .map(posting -> row(posting, accounts, sales.getOrDefault(posting.id(), List.of())))
                        .toList());
        var now = YearMonth.from(clock.today());
        model.addAttribute(
                "months",
                Stream.iterate(now, month -> month.minusMonths(1))
                        .limit(MONTHS)
                        .map(month -> new Month(month, month.format(IN_WORDS)))
                        .toList());
        return "accounting/bookkeeping";
    }

    private Kept kept(SignedIn me, Account account) {
        var books = confirmBooks.confirmed(account);
        return new Kept(
                account,
                books,
                recipients.standing(me.seller(), account.service().name()).isPresent());
    }

    private static Row row(Posting posting, List<Account> accounts, List<Sale> sales) {
        var ledger = accounts.stream()
                .filter(account -> account.id().equals(posting.account()))
                .map(Account::name)
                .findFirst()
                .orElse("an account that is not connected any more");
        return new Row(posting, ledger, sales.size(), sales.subList(0, Math.min(MOST_INVOICES, sales.size())));
    }

    @PostMapping(PATH + "/postings/{id}/again")
    String again(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        if (!postings.tryAgain(me.seller(), id)) {
            throw new NothingToTry();
        }
        next.addFlashAttribute("toast", "It is tried again within a minute.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{account}/try")
    String tryAgain(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, RedirectAttributes next) {
        postings.tryAgain(ledgers.of(me.seller(), account));
        next.addFlashAttribute("toast", "It is tried again within a minute.");
        return "redirect:" + PATH;
    }

    /** There is no such posting with this seller, or it stands in the books, or is being entered just now. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NothingToTry extends Refusal {
        NothingToTry() {
            super("There is nothing to try again here.", "Look at the list under Bookkeeping.");
        }
    }
}
