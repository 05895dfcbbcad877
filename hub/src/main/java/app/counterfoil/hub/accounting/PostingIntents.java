package app.counterfoil.hub.accounting;

import app.counterfoil.hub.accounting.Entry.Line;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.invoice.IssuedSales;
import app.counterfoil.hub.invoice.IssuedSales.Customer;
import app.counterfoil.hub.invoice.IssuedSales.Sale;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes down what is to be entered before it is sent: the posting with its number and its invoices, and of a single invoice
 * whom the service is about to be told of, in one transaction. No agreement that covers it, no posting.
 */
@Component
class PostingIntents {

    private final PostingRows rows;
    private final JournalPostings settlements;
    private final List<AddsToJournal> journals;
    private final IssuedSales issued;
    private final Disclosures disclosures;
    private final Custody custody;
    private final SellerTransactions transactions;

    PostingIntents(
            PostingRows rows,
            JournalPostings settlements,
            List<AddsToJournal> journals,
            IssuedSales issued,
            Disclosures disclosures,
            Custody custody,
            SellerTransactions transactions) {
        this.rows = rows;
        this.settlements = settlements;
        this.journals = List.copyOf(journals);
        this.issued = issued;
        this.disclosures = disclosures;
        this.custody = custody;
        this.transactions = transactions;
    }

    /**
     * A posting that can be sent.
     *
     * @param posting the posting
     * @param entry what is sent
     * @param leave to tell the service of it
     */
    record Ready(Posting posting, Entry entry, HandOver leave) {
        @Override
        public String toString() {
            return "Ready[" + posting.id() + "]";
        }
    }

    /**
     * Writes a summary down.
     *
     * @param sales all of one day in one currency, either what was sold or what was credited
     * @throws Refusal if no agreement stands, or a part of it has no code
     */
    Ready summary(Books books, Ledger ledger, List<Sale> sales) {
        return transactions.in(books.account().seller(), () -> {
            var seller = books.account().seller();
            var first = sales.get(0);
            var many =
                    rows.summaries(seller, books.account().id(), first.issuedOn(), first.currency(), first.isCredit());
            // Of the shop, so that an account that is connected anew does not enter the same once more.
            var number = "CF-" + first.issuedOn() + "-" + first.currency().getCurrencyCode() + "-"
                    + seller.toString().substring(0, 4)
                    + (first.isCredit() ? "-C" : "")
                    + (many == 0 ? "" : "-" + (many + 1));
            return written(
                    books,
                    ledger,
                    entry(books, UUID.randomUUID(), EntryWay.SUMMARY, number, sales, Optional.empty()),
                    sales);
        });
    }

    /**
     * Writes a single invoice down; whom it names is opened for it.
     *
     * @throws Refusal if no agreement covers it, or a part of it has no code
     */
    Ready single(Books books, Ledger ledger, Sale sale) {
        return transactions.in(
                books.account().seller(),
                () -> written(
                        books,
                        ledger,
                        entry(
                                books,
                                UUID.randomUUID(),
                                EntryWay.EACH,
                                sale.number(),
                                List.of(sale),
                                customer(books, sale)),
                        List.of(sale)));
    }

    /**
     * Writes a settlement down: a credit of what customers owed, whose lines are what became of the money.
     *
     * @throws Refusal if no agreement stands, or a part of it has no code
     */
    Ready settlement(Books books, Ledger ledger, JournalEntry settled) {
        return transactions.in(books.account().seller(), () -> {
            var ready = written(books, ledger, entry(books, UUID.randomUUID(), settled), List.of());
            settlements.insert(books.account().seller(), ready.posting(), settled.source());
            return ready;
        });
    }

    /**
     * A posting that was written down before, with the codes of today; somebody is named again only if they were then.
     *
     * @throws Refusal if no agreement covers it any more, or a part of it has no code
     */
    Ready again(Books books, Ledger ledger, Posting posting) {
        var seller = books.account().seller();
        return transactions.in(seller, () -> {
            var sales = issued.of(seller, rows.invoicesOf(seller, posting.id()));
            var entry = posting.way() == EntryWay.SETTLEMENT
                    ? entry(books, posting.id(), settled(seller, posting))
                    : entry(
                            books,
                            posting.id(),
                            posting.way(),
                            posting.number(),
                            sales,
                            posting.namesSomebody() ? customer(books, sales.get(0)) : Optional.empty());
            var leave = leave(books, ledger, entry, sales);
            rows.aboutToSend(seller, posting.id());
            return new Ready(posting, entry, leave);
        });
    }

    private JournalEntry settled(SellerId seller, Posting posting) {
        return settlements
                .sourceOf(seller, posting.id())
                .flatMap(source -> journals.stream()
                        .flatMap(journal -> journal.of(seller, source).stream())
                        .findFirst())
                .orElseThrow(SettlementGone::new);
    }

    private Ready written(Books books, Ledger ledger, Entry entry, List<Sale> sales) {
        var seller = books.account().seller();
        var posting = new Posting(
                entry.posting(),
                books.account().id(),
                entry.way(),
                entry.day(),
                entry.number(),
                entry.net(),
                entry.vat(),
                entry.gross(),
                entry.customer().isPresent(),
                PostingState.DUE,
                1,
                1,
                true,
                Optional.empty(),
                "",
                "");
        rows.insert(seller, posting, sales.stream().map(Sale::invoice).toList());
        return new Ready(posting, entry, leave(books, ledger, entry, sales));
    }

    /** A book does not need the name: while the customer has its use restricted (Art 18) the sums go without it. */
    private Optional<Customer> customer(Books books, Sale sale) {
        var restricted = custody.in(
                books.account().seller(), vault -> vault.restrictions().of(List.of(sale.subject())));
        if (restricted.getOrDefault(sale.subject(), Set.of()).contains(Purpose.TAX_RECORD)) {
            return Optional.empty();
        }
        var opening = new Opening(HubJob.BOOKKEEPING, Purpose.TAX_RECORD, "ENTER_INTO_BOOKS");
        return issued.customer(books.account().seller(), opening, sale);
    }

    private HandOver leave(Books books, Ledger ledger, Entry entry, List<Sale> sales) {
        var account = books.account();
        var recipient = account.service().name();
        if (entry.way() != EntryWay.EACH) {
            return disclosures.ofNobody(account.seller(), recipient, account.id());
        }
        var sale = sales.get(0);
        return disclosures.write(
                account.seller(),
                new Disclosure(
                        DisclosingAct.BOOK_SALE,
                        entry.posting(),
                        recipient,
                        account.id(),
                        Purpose.TAX_RECORD,
                        ledger.handsOver(entry),
                        sale.order().value(),
                        sale.subject(),
                        Optional.empty()));
    }

    private static Entry entry(
            Books books, UUID posting, EntryWay way, String number, List<Sale> sales, Optional<Customer> customer) {
        var first = sales.get(0);
        var sale = way == EntryWay.SUMMARY ? number : first.credits().orElse(number);
        return new Entry(posting, number, sale, first.issuedOn(), way, customer, first.currency(), lines(books, sales));
    }

    private static Entry entry(Books books, UUID posting, JournalEntry settled) {
        var number =
                "CF-P-" + settled.number() + "-" + settled.source().toString().substring(0, 4);
        var none = Money.zero(settled.currency());
        var lines = settled.lines().stream()
                .filter(line -> line.place() != JournalPlace.DEBTORS)
                .map(line -> new Line(
                        settled.text() + ", " + line.place().title(),
                        code(books, Heading.of(line.place())),
                        code(books, Heading.VAT_NONE),
                        line.credit().minus(line.debit()),
                        none))
                .toList();
        return new Entry(
                posting,
                number,
                number,
                settled.day(),
                EntryWay.SETTLEMENT,
                Optional.empty(),
                settled.currency(),
                lines);
    }

    /** The VAT of a share as the books here know it: what is owed to another state is none of it. */
    static Money vatHere(IssuedSales.Share share) {
        return share.treatment().isOfAnotherState() ? Money.zero(share.vat().currency()) : share.vat();
    }

    /** A share without VAT as the books here know it, with what is owed to another state. */
    static Money netHere(IssuedSales.Share share) {
        return share.net().plus(share.vat()).minus(vatHere(share));
    }

    private record Place(Heading account, Heading vat) {}

    private static List<Line> lines(Books books, List<Sale> sales) {
        var sums = new LinkedHashMap<Place, Line>();
        for (var sale : sales) {
            for (var share : sale.shares()) {
                var none = Money.zero(sale.currency());
                var abroad = share.treatment().isOfAnotherState();
                var vat = Heading.of(share.treatment(), share.rate()).orElseThrow(() -> new NoCode(share));
                var place = new Place(Heading.of(share.sold()), vat);
                sums.merge(
                        place, line(books, place, share.net(), abroad ? none : share.vat()), PostingIntents::together);
                if (abroad) {
                    var owed = new Place(Heading.VAT_ABROAD, vat);
                    sums.merge(owed, line(books, owed, share.vat(), none), PostingIntents::together);
                }
            }
        }
        return new ArrayList<>(sums.values());
    }

    private static Line line(Books books, Place place, Money net, Money vat) {
        return new Line(
                place.account().title() + ", " + place.vat().title(),
                code(books, place.account()),
                code(books, place.vat()),
                net,
                vat);
    }

    private static Line together(Line one, Line other) {
        return new Line(
                one.description(),
                one.account(),
                one.vatCode(),
                one.net().plus(other.net()),
                one.vat().plus(other.vat()));
    }

    private static String code(Books books, Heading heading) {
        return Optional.ofNullable(books.codes().get(heading))
                .map(Chart.Code::code)
                .orElseThrow(() -> new NoCode(heading));
    }

    /** What was to be entered is not there any more. */
    static final class SettlementGone extends Refusal {
        SettlementGone() {
            super(
                    "A settlement that was to be entered is not there any more.",
                    "Take its file in again under Payouts.");
        }
    }

    /** A part of sales has no place in the books. */
    static final class NoCode extends Refusal {
        NoCode(IssuedSales.Share share) {
            super(
                    "An invoice has a line under “" + share.treatment().title() + "” at "
                            + share.rate().shown() + ", which has no place in the books yet.",
                    "Nothing of that day was entered: enter it at the accounting service yourself.");
        }

        NoCode(Heading heading) {
            super(
                    "“" + heading.title() + "” has no place in the books.",
                    "Choose one under Bookkeeping, Accounts and VAT codes.");
        }
    }
}
