package app.counterfoil.hub.accounting;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.invoice.IssuedSales;
import app.counterfoil.hub.invoice.IssuedSales.Sale;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Compares what was issued in a few days with what stands in the books at the service today: nothing is changed by it, here
 * or there.
 */
@Component
public class CompareBooks {

    /** Accounting services take about sixty calls a minute, and entering goes on meanwhile. */
    static final int MOST_LOOKED_UP = 40;

    private static final String WAITS = "Nothing to do: it is entered within a few minutes.";

    private final LedgerAccounts ledgers;
    private final Postings postings;
    private final PostingRows rows;
    private final IssuedSales issued;
    private final SellerTransactions transactions;

    CompareBooks(
            LedgerAccounts ledgers,
            Postings postings,
            PostingRows rows,
            IssuedSales issued,
            SellerTransactions transactions) {
        this.ledgers = ledgers;
        this.postings = postings;
        this.rows = rows;
        this.issued = issued;
        this.transactions = transactions;
    }

    /**
     * Something that is not there as it is here.
     *
     * @param day its day
     * @param number its number
     * @param here what it comes to here
     * @param there what it comes to there, if it is there
     * @param wrong what differs
     * @param mend what to do about it
     */
    public record Difference(
            LocalDate day, String number, Money here, Optional<Money> there, String wrong, String mend) {}

    /**
     * What was compared.
     *
     * @param documents how many invoices and credit notes were issued
     * @param lookedUp how many entries were looked up at the service
     * @param notLookedUp how many entries were too many to be looked up at once
     * @param differences what differs, by day
     */
    public record Comparison(int documents, int lookedUp, int notLookedUp, List<Difference> differences) {
        /** Copies the list. */
        public Comparison {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Compares what was issued from one day until before another.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if the service cannot be asked
     */
    public Comparison of(Account account, LocalDate from, LocalDate before) {
        var seller = account.seller();
        var sales = issued.issued(seller, from, before);
        var posted = transactions.in(
                seller,
                () -> rows.posted(
                        seller, account.id(), sales.stream().map(Sale::invoice).toList()));
        var differences = new ArrayList<>(notPosted(sales, posted));
        var all = postings.between(account, from, before);
        var ledger = ledgers.of(account);
        var looked = all.subList(0, Math.min(MOST_LOOKED_UP, all.size()));
        for (var posting : looked) {
            difference(posting, ledger.find(account, posting.number(), posting.isCredit()))
                    .ifPresent(differences::add);
        }
        return new Comparison(sales.size(), looked.size(), all.size() - looked.size(), differences);
    }

    private static List<Difference> notPosted(List<Sale> sales, Set<UUID> posted) {
        return sales.stream()
                .filter(sale -> !posted.contains(sale.invoice()))
                .map(sale -> new Difference(
                        sale.issuedOn(),
                        sale.number(),
                        sale.shares().stream().map(Journal::gross).reduce(Money.zero(sale.currency()), Money::plus),
                        Optional.empty(),
                        "It is in no entry.",
                        "If its day is over, look above why entering has stopped; what was issued before the first day that"
                                + " you chose is not entered."))
                .toList();
    }

    private static Optional<Difference> difference(Posting posting, Optional<Ledger.Found> found) {
        var there = found.map(each -> each.net().plus(each.vat()));
        if (found.isEmpty()) {
            return posting.state() == PostingState.ENTERED || posting.state() == PostingState.DIFFERS
                    ? of(
                            posting,
                            there,
                            "It was entered, and is not there any more.",
                            "Somebody has deleted it or given it another number there: put it back, or enter it by hand.")
                    : of(posting, there, "It is not there.", posting.wrong().isEmpty() ? WAITS : posting.mend());
        }
        var is = found.get();
        if (!is.reference().equals(Entry.reference(posting.id()))) {
            return of(
                    posting,
                    there,
                    "Another entry stands there under its number.",
                    "Look at it there. If it is the same sale, there is nothing to do; else give that entry another number.");
        }
        return is.net().equals(posting.net()) && is.vat().equals(posting.vat())
                ? Optional.empty()
                : of(
                        posting,
                        there,
                        "It stands there with other sums: VAT of " + is.vat().shown() + " instead of "
                                + posting.vat().shown() + ".",
                        "Put it right there, then compare again.");
    }

    private static Optional<Difference> of(Posting posting, Optional<Money> there, String wrong, String mend) {
        return Optional.of(new Difference(posting.day(), posting.number(), posting.gross(), there, wrong, mend));
    }
}
