package app.counterfoil.hub.accounting;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.invoice.IssuedSales;
import app.counterfoil.hub.invoice.IssuedSales.Sale;
import app.counterfoil.hub.invoice.IssuedSales.Share;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.ListedNames;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks that each posting stands where one can stand, that what was entered into the books is what was invoiced, whole
 * and of each day, and that the ledger of disclosures has an entry for each single invoice and none for a summary.
 */
@Component
@Order(32)
class PostingBookCheck implements BookCheck {

    private static final int PAGE = 500;
    private static final int DAYS_AT_ONCE = 31;
    private static final int MOST = 200;

    private static final String COUNT = "SELECT count(*) FROM accounting_posting WHERE seller_id = :seller";

    private static final String KNOWN = "state IN (%s) AND way IN (%s)"
            .formatted(
                    ListedNames.of(PostingState.values(), state -> true),
                    ListedNames.of(EntryWay.values(), way -> true));

    private static final String STATES =
            """
            SELECT 'Posting ' || number || CASE
                       WHEN NOT (%s) THEN ' stands where no posting can stand.'
                       WHEN state = 'DUE' THEN ' is to be entered, without a time at which that is tried.'
                       ELSE ' stands in the books without the time of it, or without what it is there.' END
              FROM accounting_posting
             WHERE seller_id = :seller
               AND (NOT (%s)
                 OR state = 'DUE' AND due_at IS NULL
                 OR state IN ('ENTERED', 'DIFFERS') AND (entered_at IS NULL OR entry_id = ''))
             ORDER BY number
             LIMIT :most
            """
                    .formatted(KNOWN, KNOWN);

    private static final String A_PAGE =
            """
            SELECT * FROM accounting_posting
             WHERE seller_id = :seller AND posting_id > :after AND %s
             ORDER BY posting_id
             LIMIT :page
            """
                    .formatted(KNOWN);

    private final BookQuestions books;
    private final LedgerAccounts ledgers;
    private final BooksRows confirmed;
    private final PostingRows rows;
    private final JournalPostings settlements;
    private final List<AddsToJournal> journals;
    private final Postings postings;
    private final IssuedSales issued;
    private final Disclosures disclosures;
    private final SellerTransactions transactions;
    private final JdbcClient db;

    PostingBookCheck(
            BookQuestions books,
            LedgerAccounts ledgers,
            BooksRows confirmed,
            PostingRows rows,
            JournalPostings settlements,
            List<AddsToJournal> journals,
            Postings postings,
            IssuedSales issued,
            Disclosures disclosures,
            SellerTransactions transactions,
            JdbcClient db) {
        this.books = books;
        this.ledgers = ledgers;
        this.confirmed = confirmed;
        this.rows = rows;
        this.settlements = settlements;
        this.journals = List.copyOf(journals);
        this.postings = postings;
        this.issued = issued;
        this.disclosures = disclosures;
        this.transactions = transactions;
        this.db = db;
    }

    @Override
    public String name() {
        return "bookkeeping";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<>(books.sentences(seller, STATES));
            var after = new UUID(0, 0);
            for (var page = page(seller, after); !page.isEmpty() && flaws.size() < MOST; page = page(seller, after)) {
                after = page.get(page.size() - 1).id();
                flaws.addAll(sums(seller, page));
                flaws.addAll(disclosed(seller, page));
            }
            ledgers.of(seller).forEach(account -> confirmed.of(account).ifPresent(each -> flaws.addAll(leftOut(each))));
            return new Checked(
                    "%,d postings".formatted(books.count(seller, COUNT)),
                    Flaw.each(flaws, Checked.CHANGED_PAST_THE_PROGRAM));
        });
    }

    private List<Posting> page(SellerId seller, UUID after) {
        return db.sql(A_PAGE)
                .param("seller", seller.value())
                .param("after", after)
                .param("page", PAGE)
                .query((row, number) -> PostingRows.posting(row))
                .list();
    }

    private List<String> sums(SellerId seller, List<Posting> page) {
        var sold = postings.sales(seller, page);
        var flaws = new ArrayList<String>();
        for (var posting : page) {
            if (posting.way() == EntryWay.SETTLEMENT) {
                flaws.addAll(settled(seller, posting));
                continue;
            }
            var sales = sold.getOrDefault(posting.id(), List.of());
            if (sales.stream()
                    .anyMatch(sale -> !sale.issuedOn().equals(posting.day())
                            || !sale.currency().equals(posting.gross().currency()))) {
                flaws.add("Posting " + posting.number() + " has an invoice of another day or currency.");
                continue;
            }
            var net = sum(posting, sales, PostingIntents::netHere);
            var vat = sum(posting, sales, PostingIntents::vatHere);
            if (!net.equals(posting.net())
                    || !vat.equals(posting.vat())
                    || !net.plus(vat).equals(posting.gross())) {
                flaws.add("Posting " + posting.number() + " says "
                        + posting.net().shown() + " + "
                        + posting.vat().shown() + " = " + posting.gross().shown() + ", and its invoices "
                        + net.shown() + " + " + vat.shown() + ".");
            }
            if (posting.way() == EntryWay.EACH && sales.size() != 1) {
                flaws.add("Posting " + posting.number() + " is of one invoice and has " + sales.size() + ".");
            }
        }
        return flaws;
    }

    /** What a settlement has cleared of what customers owed is what its credit says, and bears no VAT. */
    private List<String> settled(SellerId seller, Posting posting) {
        var entry = settlements.sourceOf(seller, posting.id()).flatMap(source -> journals.stream()
                .flatMap(journal -> journal.of(seller, source).stream())
                .findFirst());
        if (entry.isEmpty()) {
            return List.of("Posting " + posting.number() + " is of a settlement that is not there.");
        }
        var cleared = entry.get().lines().stream()
                .filter(line -> line.place() == JournalPlace.DEBTORS)
                .map(line -> line.debit().minus(line.credit()))
                .reduce(Money.zero(posting.gross().currency()), Money::plus);
        return posting.gross().equals(cleared) && posting.vat().isZero()
                ? List.of()
                : List.of("Posting " + posting.number() + " says "
                        + posting.gross().shown() + ", and its settlement " + cleared.shown() + ".");
    }

    private static Money sum(Posting posting, List<Sale> sales, Function<Share, Money> of) {
        return sales.stream()
                .flatMap(sale -> sale.shares().stream())
                .map(of)
                .reduce(Money.zero(posting.gross().currency()), Money::plus);
    }

    private List<String> disclosed(SellerId seller, List<Posting> page) {
        var without = disclosures.without(
                seller, DisclosingAct.BOOK_SALE, page.stream().map(Posting::id).toList());
        return page.stream()
                .filter(posting -> without.contains(posting.id()) == (posting.way() == EntryWay.EACH))
                .map(posting -> posting.way() == EntryWay.EACH
                        ? "Posting " + posting.number() + " is of one invoice, and no disclosure is written of it."
                        : "Posting " + posting.number()
                                + " is a summary, and a disclosure of somebody is written of it.")
                .toList();
    }

    /** Of days that are not looked at again: an invoice can be stored just after the midnight that ends its day. */
    private List<String> leftOut(Books of) {
        var seller = of.account().seller();
        var until = of.lookedUntil().minusDays(EnterSales.DAYS_LOOKED_AT_AGAIN);
        var flaws = new ArrayList<String>();
        for (var from = of.since(); from.isBefore(until) && flaws.size() < MOST; from = from.plusDays(DAYS_AT_ONCE)) {
            var limit = from.plusDays(DAYS_AT_ONCE);
            var sales = issued.issued(seller, from, limit.isBefore(until) ? limit : until);
            var posted = rows.posted(
                    seller, of.account().id(), sales.stream().map(Sale::invoice).toList());
            sales.stream()
                    .filter(sale -> !posted.contains(sale.invoice()))
                    .map(sale ->
                            "Invoice " + sale.number() + " is of a day that was entered, and stands in no posting.")
                    .forEach(flaws::add);
        }
        return flaws;
    }
}
