package app.counterfoil.hub.export;

import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.export.EnterCopies.Given;
import app.counterfoil.hub.invoice.FindDocuments;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.InvoiceCustomers;
import app.counterfoil.hub.invoice.InvoicePdfs;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.shell.LongWork.Progress;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes files of issued documents, each with a list of what is in it. They are what bookkeepers hand on in bulk, and some of
 * them name customers, so they are on the same leash as files of orders. What cannot be given out is left out and the list
 * says why.
 */
@Component
public class MakePapers {

    /** So many documents are made into files at most. */
    public static final int MOST = 10_000;

    /** So many stand in one file, which is held in memory as a whole while it is sealed. */
    public static final int IN_ONE = 500;

    private final FindDocuments documents;
    private final Invoices invoices;
    private final InvoicePdfs pdfs;
    private final Orders orders;
    private final SellerDetails sellers;
    private final EnterCopies entered;

    MakePapers(
            FindDocuments documents,
            Invoices invoices,
            InvoicePdfs pdfs,
            Orders orders,
            SellerDetails sellers,
            EnterCopies entered) {
        this.documents = documents;
        this.invoices = invoices;
        this.pdfs = pdfs;
        this.orders = orders;
        this.sellers = sellers;
        this.entered = entered;
    }

    /**
     * Looks whether they could be made, before anything is begun.
     *
     * @throws Refusal if what is wished cannot be used, nothing fits or too much, or no agreement with the recipient covers it
     * @throws PurposeNotCarried if the role of who asks does not open tax records
     */
    public void refuseUnlessAllowed(Maker maker, PapersWish wish) {
        wish.refuseUnlessUsable();
        entered.refuseUnlessAllowed(maker, Purpose.TAX_RECORD, wish.leash(), ofNamed());
        var found = documents.sums(maker.seller(), wish.documents()).stream()
                .mapToLong(FindDocuments.Sum::documents)
                .sum();
        if (found == 0) {
            throw new None();
        }
        if (found > MOST) {
            throw new TooMany(found);
        }
    }

    /**
     * Makes them, as many files as are needed.
     *
     * @throws Refusal if they may not be made as wished; files that were finished before stay
     */
    public List<Copy> make(Maker maker, PapersWish wish, Progress progress) {
        refuseUnlessAllowed(maker, wish);
        var found = found(maker.seller(), wish);
        var made = new ArrayList<Copy>();
        for (int from = 0; from < found.size(); from += IN_ONE) {
            var part = found.subList(from, Math.min(from + IN_ONE, found.size()));
            made.add(one(maker, wish, part, told(progress, from, found.size())));
        }
        return List.copyOf(made);
    }

    /** In the order of their numbers, as they stand in a folder. */
    private List<Invoice> found(SellerId seller, PapersWish wish) {
        var found = new ArrayList<Invoice>();
        var page = documents.page(seller, wish.documents(), Optional.empty(), IN_ONE);
        while (!page.isEmpty()) {
            found.addAll(0, page);
            page = documents.page(
                    seller,
                    wish.documents(),
                    Optional.of(page.get(page.size() - 1).id()),
                    IN_ONE);
        }
        found.sort((one, other) -> one.number().compareTo(other.number()));
        return found;
    }

    private static Runnable told(Progress progress, int before, int all) {
        var done = new int[] {before};
        return () -> {
            done[0]++;
            progress.report(done[0], all, "%,d of %,d documents".formatted(done[0], all));
        };
    }

    private Copy one(Maker maker, PapersWish wish, List<Invoice> part, Runnable oneMore) {
        var begun = entered.begin(maker, ExportPurpose.TAX_RECORD, CopyFormat.ZIP, wish.leash());
        try {
            var known = orders
                    .withoutLines(
                            maker.seller(), part.stream().map(Invoice::order).toList())
                    .stream()
                    .collect(Collectors.toMap(OrderFacts::id, order -> order));
            var opening = new Opening(maker.reader(), Purpose.TAX_RECORD, begun.journalled());
            var file = new PapersFile(begun, mark(maker, begun));
            var given = new ArrayList<Given>();
            for (var document : part) {
                var row = put(maker.seller(), opening, file, document, known);
                given.add(row);
                given.addAll(ofItsOtherOrders(maker.seller(), document, row));
                oneMore.run();
            }
            return entered.finish(maker, begun, new EnterCopies.Made(given, PapersFile.HEADINGS, file.closed()));
        } catch (RuntimeException failed) {
            entered.stop(maker, begun);
            throw failed;
        }
    }

    private String mark(Maker maker, Copy copy) {
        var shop = sellers.of(maker.seller()).tradingName();
        return CopyMark.sentence(copy, shop, maker.name().shownTo(name -> name));
    }

    /** A document for several orders is given out of each of them. */
    private List<Given> ofItsOtherOrders(SellerId seller, Invoice document, Given row) {
        return document.isConsolidated()
                ? orders.withoutLines(seller, invoices.ordersOf(seller, document.id())).stream()
                        .filter(order -> !order.id().equals(document.order()))
                        .map(order -> new Given(order, order.id().value(), row.named(), row.categories()))
                        .toList()
                : List.of();
    }

    private Given put(
            SellerId seller, Opening opening, PapersFile file, Invoice document, Map<OrderId, OrderFacts> known) {
        var order = Optional.ofNullable(known.get(document.order())).orElseThrow();
        var ends = document.partyEndsOn().filter(day -> day.isBefore(file.endsOn()));
        if (ends.isPresent()) {
            file.leaveOut(document, "Its customer ends on " + Written.day(ends.get()) + ", before this copy.");
            return new Given(order, document.id(), false, ofUnnamed());
        }
        try {
            file.put(document, pdfs.of(seller, document.id(), opening).orElseThrow());
        } catch (Refusal refused) {
            file.leaveOut(document, refused.wrong());
            return new Given(order, document.id(), false, ofUnnamed());
        }
        var named = document.partyEndsOn().isPresent();
        return new Given(order, document.id(), named, named ? ofNamed() : ofUnnamed());
    }

    private static Set<DataCategory> ofUnnamed() {
        return Set.of(DataCategory.ORDER_NUMBER, DataCategory.GOODS);
    }

    private static Set<DataCategory> ofNamed() {
        return Stream.concat(
                        ofUnnamed().stream(), InvoiceCustomers.fields().stream().map(field -> field.category()))
                .collect(Collectors.toSet());
    }

    private static final class TooMany extends Refusal {
        TooMany(long found) {
            super(
                    "These are %,d documents, and at most %,d are made into files at once.".formatted(found, MOST),
                    "Choose fewer days, and make the rest afterwards.");
        }
    }

    private static final class None extends Refusal {
        None() {
            super("No document fits what was chosen, so no file was made.", "Choose another kind, VAT or time.");
        }
    }
}
