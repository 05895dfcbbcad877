package app.counterfoil.hub.accounting;

import app.counterfoil.hub.accounting.Ledger.Found;
import app.counterfoil.hub.accounting.PostingIntents.Ready;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.invoice.IssuedSales;
import app.counterfoil.hub.invoice.IssuedSales.Sale;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.CrashPoint;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Enters what was sold into the books, once a day is over. What is not known of earlier postings is looked for first; then
 * each new one is written down, sent, and what came of it written down. What comes in the way of all ends the round.
 */
@Component
public class EnterSales {

    private static final String JOB = "enter-sales";

    /** Accounting services take about sixty calls a minute. */
    private static final int MOST_A_ROUND = 40;

    private static final int MOST_DAYS_A_ROUND = 31;

    /** An invoice can be stored just after the midnight that ends its day. */
    static final int DAYS_LOOKED_AT_AGAIN = 1;

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final LedgerAccounts ledgers;
    private final BooksRows books;
    private final PostingRows rows;
    private final PostingIntents intents;
    private final JournalPostings settlements;
    private final List<AddsToJournal> journals;
    private final IssuedSales issued;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    EnterSales(
            LedgerAccounts ledgers,
            BooksRows books,
            PostingRows rows,
            PostingIntents intents,
            JournalPostings settlements,
            List<AddsToJournal> journals,
            IssuedSales issued,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.ledgers = ledgers;
        this.books = books;
        this.rows = rows;
        this.intents = intents;
        this.settlements = settlements;
        this.journals = List.copyOf(journals);
        this.issued = issued;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> enterSalesJob(KnowsSellers sellers, ObjectProvider<EnterSales> enter) {
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) ->
                        sellers.each(JOB, seller -> enter.getObject().of(seller)));
    }

    /** One round for all books of the seller that a person has confirmed. */
    public void of(SellerId seller) {
        for (var account : ledgers.of(seller)) {
            books.of(account)
                    .filter(confirmed -> !clock.now().isBefore(confirmed.nextRoundAt()))
                    .ifPresent(this::round);
        }
    }

    private void round(Books confirmed) {
        var account = confirmed.account();
        try {
            var ledger = ledgers.of(account);
            var left = enterDue(confirmed, ledger);
            enterSettlements(confirmed, ledger, enterNew(confirmed, ledger, left));
            books.wentWell(account);
        } catch (Refusal why) {
            var asked = why instanceof ServiceUnusable unusable ? unusable.retryAfter() : Optional.<Duration>empty();
            books.stopped(account, why, asked.orElse(PAUSE));
        }
    }

    private int enterDue(Books confirmed, Ledger ledger) {
        var account = confirmed.account();
        for (int left = MOST_A_ROUND; left > 0; left--) {
            var due = transactions.in(account.seller(), () -> rows.take(account.seller(), account.id()));
            if (due.isEmpty()) {
                return left;
            }
            again(confirmed, ledger, due.get());
        }
        return 0;
    }

    /** Looks whether it stands there, where that is not known, and sends it once more if not. */
    private void again(Books confirmed, Ledger ledger, Posting posting) {
        var seller = confirmed.account().seller();
        if (posting.mayBeThere()) {
            try {
                if (isFound(confirmed, ledger, posting)) {
                    return;
                }
            } catch (ServiceUnusable unusable) {
                transactions.run(seller, () -> rows.unknown(seller, posting, unusable));
                throw unusable;
            }
        }
        Ready ready;
        try {
            ready = intents.again(confirmed, ledger, posting);
        } catch (Refusal notCovered) {
            transactions.run(seller, () -> rows.putBack(seller, posting.id()));
            throw notCovered;
        }
        send(confirmed, ledger, ready);
    }

    /** How many calls are left, below nought if something is. */
    private int enterNew(Books confirmed, Ledger ledger, int most) {
        var today = clock.today();
        if (!confirmed.lookedUntil().isBefore(today)) {
            return most;
        }
        var account = confirmed.account();
        var again = confirmed.lookedUntil().minusDays(DAYS_LOOKED_AT_AGAIN);
        var from = again.isBefore(confirmed.since()) ? confirmed.since() : again;
        var limit = from.plusDays(MOST_DAYS_A_ROUND);
        var before = limit.isBefore(today) ? limit : today;
        var open = notPosted(confirmed, issued.issued(account.seller(), from, before));
        var left = confirmed.way() == EntryWay.SUMMARY
                ? summaries(confirmed, ledger, open, most)
                : singles(confirmed, ledger, open, most);
        if (left >= 0) {
            books.looked(account, before);
        }
        return left;
    }

    /** What channels have paid out goes in after the sales that it is for. */
    private void enterSettlements(Books confirmed, Ledger ledger, int most) {
        if (!confirmed.entersSettlements()) {
            return;
        }
        var account = confirmed.account();
        var seller = account.seller();
        var left = most;
        for (var journal : journals) {
            var sources = journal.sources(seller, confirmed.since(), clock.today());
            var posted = transactions.in(seller, () -> settlements.posted(seller, account.id(), sources));
            for (var source : sources) {
                var entry = posted.contains(source) ? Optional.<JournalEntry>empty() : journal.of(seller, source);
                if (entry.isPresent() && --left >= 0) {
                    sendNew(confirmed, ledger, intents.settlement(confirmed, ledger, entry.get()));
                }
            }
        }
    }

    private List<Sale> notPosted(Books confirmed, List<Sale> sales) {
        var account = confirmed.account();
        var posted = transactions.in(
                account.seller(),
                () -> rows.posted(
                        account.seller(),
                        account.id(),
                        sales.stream().map(Sale::invoice).toList()));
        return sales.stream().filter(sale -> !posted.contains(sale.invoice())).toList();
    }

    private record OneSum(LocalDate day, Currency currency, boolean credits) {}

    /** How many calls are left, below nought if something is. */
    private int summaries(Books confirmed, Ledger ledger, List<Sale> open, int most) {
        var sums = open.stream()
                .collect(Collectors.groupingBy(
                        sale -> new OneSum(sale.issuedOn(), sale.currency(), sale.isCredit()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var left = most;
        for (var sales : sums.values()) {
            if (--left < 0) {
                return left;
            }
            sendNew(confirmed, ledger, intents.summary(confirmed, ledger, sales));
        }
        return left;
    }

    private int singles(Books confirmed, Ledger ledger, List<Sale> open, int most) {
        var left = most;
        for (var sale : open) {
            if (--left < 0) {
                return left;
            }
            sendNew(confirmed, ledger, intents.single(confirmed, ledger, sale));
        }
        return left;
    }

    private void sendNew(Books confirmed, Ledger ledger, Ready ready) {
        CrashPoint.reached("posting.intended");
        send(confirmed, ledger, ready);
    }

    /** @throws ServiceUnusable if what comes in its way comes in the way of all */
    private void send(Books confirmed, Ledger ledger, Ready ready) {
        var seller = confirmed.account().seller();
        var posting = ready.posting();
        try {
            var found = ledger.enter(ready.leave(), confirmed.account(), ready.entry(), posting.key());
            CrashPoint.reached("posting.sent");
            stands(seller, posting, found);
        } catch (NotEntered refused) {
            if (!refused.isNumberTaken()) {
                transactions.run(seller, () -> rows.refused(seller, posting.id(), refused));
            } else if (!isFound(confirmed, ledger, posting)) {
                transactions.run(seller, () -> rows.unknown(seller, posting, refused));
            }
        } catch (ServiceUnusable unusable) {
            transactions.run(seller, () -> {
                switch (unusable.kind()) {
                    case SIGN_IN, BUSY -> rows.letGo(seller, posting.id());
                    case REFUSED -> rows.refused(seller, posting.id(), unusable);
                    case AWAY, NOT_UNDERSTOOD -> rows.unknown(seller, posting, unusable);
                }
            });
            if (unusable.kind() != ServiceUnusable.Kind.REFUSED) {
                throw unusable;
            }
        }
    }

    /** Whether something stands under its number; then it is written down what. */
    private boolean isFound(Books confirmed, Ledger ledger, Posting posting) {
        var account = confirmed.account();
        var found = ledger.find(account, posting.number(), posting.isCredit());
        if (found.isEmpty()) {
            return false;
        }
        if (found.get().reference().equals(Entry.reference(posting.id()))) {
            stands(account.seller(), posting, found.get());
        } else {
            var taken = NotEntered.numberTaken(account.service().shortTitle(), posting.number());
            transactions.run(account.seller(), () -> rows.refused(account.seller(), posting.id(), taken));
        }
        return true;
    }

    private void stands(SellerId seller, Posting posting, Found found) {
        var fits = found.net().equals(posting.net()) && found.vat().equals(posting.vat());
        transactions.run(
                seller,
                () -> rows.entered(
                        seller,
                        posting.id(),
                        fits ? PostingState.ENTERED : PostingState.DIFFERS,
                        found.id(),
                        fits
                                ? ""
                                : "It stands there as "
                                        + found.net().plus(found.vat()).shown() + " with "
                                        + found.vat().shown() + " VAT.",
                        fits
                                ? ""
                                : "Somebody has changed it there. Put it right there, then look again; nothing is sent a second time."));
    }
}
