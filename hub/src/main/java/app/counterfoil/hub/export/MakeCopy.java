package app.counterfoil.hub.export;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.shell.LongWork.Progress;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Makes a file of orders. The file, the entries in the ledger of disclosures and the rows by which it is told come to be in
 * one transaction, so that there is no file of which nothing is written; people are opened before it, a page at a time.
 */
@Component
public class MakeCopy {

    /** So many orders stand in a copy at most. */
    public static final int MOST_ORDERS = 20_000;

    private static final int PAGE = 200;

    private final Orders orders;
    private final OpenForCopy open;
    private final CopyRows rows;
    private final Disclosures disclosures;
    private final SellerDetails sellers;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    MakeCopy(
            Orders orders,
            OpenForCopy open,
            CopyRows rows,
            Disclosures disclosures,
            SellerDetails sellers,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.orders = orders;
        this.open = open;
        this.rows = rows;
        this.disclosures = disclosures;
        this.sellers = sellers;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Looks whether it could be made, before it is begun.
     *
     * @throws Refusal if what is wished cannot be used, or no agreement with the recipient covers the columns
     * @throws PurposeNotCarried if the role of who asks does not carry the purpose
     */
    public void refuseUnlessAllowed(Maker maker, ExportWish wish) {
        wish.refuseUnlessUsable();
        wish.purpose().carried().ifPresent(purpose -> {
            if (!maker.reader().carries(purpose)) {
                throw new PurposeNotCarried(purpose);
            }
            disclosures.refuseUnlessCovered(maker.seller(), recipient(wish), categories(wish.purpose()));
        });
    }

    /**
     * Enters a copy that is to be made, with its number.
     *
     * @throws Refusal if it may not be made as wished
     */
    public Copy begin(Maker maker, ExportWish wish) {
        refuseUnlessAllowed(maker, wish);
        return transactions.in(maker.seller(), () -> {
            var copy = new Copy(
                    UUID.randomUUID(),
                    rows.next(maker.seller()),
                    wish.purpose(),
                    recipient(wish),
                    wish.format(),
                    SubjectId.random(),
                    UUID.randomUUID(),
                    clock.now(),
                    maker.reader().id(),
                    clock.today().plusDays(wish.days()),
                    CopyState.MAKING,
                    0,
                    0,
                    0,
                    List.of(),
                    0);
            rows.add(maker.seller(), copy);
            var reason = new CopyReason(wish.reason().strip());
            var kept = clock.today().plusYears(CopyReason.YEARS_KEPT);
            custody.in(maker.seller(), vault -> {
                vault.seal(List.of(new Sealing<>(CopyReason.KIND, copy.id(), copy.subject(), kept, reason)));
                return copy;
            });
            return copy;
        });
    }

    /**
     * Makes the copy that was begun.
     *
     * @throws Refusal if there are too many orders or none, or the agreement with the recipient has ended meanwhile
     */
    public Copy make(Maker maker, ExportWish wish, Copy begun, Progress progress) {
        try {
            var found = found(maker.seller(), wish);
            var lines = new ArrayList<CopyLine>();
            for (int from = 0; from < found.size(); from += PAGE) {
                var page = found.subList(from, Math.min(from + PAGE, found.size()));
                lines.addAll(open.lines(maker, begun, page));
                progress.report(
                        from + page.size(), found.size(), from + page.size() + " of " + found.size() + " orders");
            }
            CrashPoint.reached("export.opened");
            return finish(maker, begun, CopyMark.inOrder(begun.mark(), lines));
        } catch (RuntimeException failed) {
            stop(maker, begun);
            throw failed;
        }
    }

    /** A copy that was begun is not made: something has failed, or there was no room for the work. */
    public void stop(Maker maker, Copy begun) {
        transactions.run(maker.seller(), () -> rows.stopped(maker.seller(), begun.id()));
    }

    private List<OrderFacts> found(SellerId seller, ExportWish wish) {
        var found = new ArrayList<OrderFacts>();
        var page = orders.page(seller, wish.orders(), Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            found.addAll(page);
            if (found.size() > MOST_ORDERS) {
                throw new TooMany();
            }
            var last = page.get(page.size() - 1);
            page = orders.page(seller, wish.orders(), Optional.of(new Orders.Place(last.placedAt(), last.id())), PAGE);
        }
        if (found.isEmpty()) {
            throw new None();
        }
        return found;
    }

    private Copy finish(Maker maker, Copy begun, List<CopyLine> lines) {
        var columns = CopyColumns.of(begun.purpose());
        var cells = lines.stream()
                .map(line -> columns.stream()
                        .map(column -> column.text().apply(line))
                        .toList())
                .toList();
        var file = file(maker, begun, lines, cells);
        var people = (int) lines.stream().filter(CopyLine::isNamed).count();
        var blank = begun.purpose().carried().isPresent() ? lines.size() - people : 0;
        var copy = new Copy(
                begun.id(),
                begun.number(),
                begun.purpose(),
                begun.recipient(),
                begun.format(),
                begun.subject(),
                begun.mark(),
                begun.madeAt(),
                begun.madeBy(),
                begun.endsOn(),
                CopyState.READY,
                lines.size(),
                people,
                blank,
                written(columns, cells),
                file.length);
        transactions.run(maker.seller(), () -> {
            begun.purpose()
                    .carried()
                    .ifPresentOrElse(
                            purpose -> {
                                disclose(maker, copy, purpose, lines);
                                seal(maker.seller(), copy, purpose, file);
                            },
                            () -> rows.keepFacts(maker.seller(), copy.id(), file));
            rows.finished(maker.seller(), copy, lines);
        });
        return copy;
    }

    private byte[] file(Maker maker, Copy copy, List<CopyLine> lines, List<List<String>> cells) {
        var headings = new ArrayList<>(CopyColumns.of(copy.purpose()).stream()
                .map(CopyColumns.Column::heading)
                .toList());
        headings.add(CopyColumns.CODE);
        var all = new ArrayList<List<String>>();
        for (int line = 0; line < lines.size(); line++) {
            var row = new ArrayList<>(cells.get(line));
            row.add(CopyMark.code(copy.mark(), lines.get(line).id()));
            all.add(row);
        }
        var shop = sellers.of(maker.seller()).tradingName();
        var mark = CopyMark.sentence(copy, shop, maker.name().shownTo(name -> name));
        return new CopyFile(mark, headings, all).as(copy.format(), copy.number());
    }

    private static List<String> written(List<CopyColumns.Column> columns, List<List<String>> cells) {
        var written = new ArrayList<String>();
        for (int column = 0; column < columns.size(); column++) {
            var at = column;
            if (cells.stream().anyMatch(row -> !row.get(at).isBlank())) {
                written.add(columns.get(column).heading());
            }
        }
        return written;
    }

    /** One entry for each row: of whom, and as which categories, by what stands in its cells. */
    private void disclose(Maker maker, Copy copy, Purpose purpose, List<CopyLine> lines) {
        var columns = CopyColumns.of(copy.purpose());
        var given = lines.stream()
                .map(line -> new Disclosure(
                        DisclosingAct.EXPORT,
                        record(copy, line),
                        copy.recipient(),
                        copy.id(),
                        purpose,
                        columns.stream()
                                .filter(column -> !column.text().apply(line).isBlank())
                                .flatMap(column -> column.category().stream())
                                .collect(Collectors.toSet()),
                        line.order().id().value(),
                        line.order().subject(),
                        Optional.of(maker.reader().id())))
                .toList();
        disclosures.writeAll(maker.seller(), copy.recipient(), given);
    }

    private void seal(SellerId seller, Copy copy, Purpose purpose, byte[] file) {
        custody.in(seller, vault -> {
            vault.seal(List.of(new Sealing<>(
                    SealedCopy.kind(purpose), copy.id(), copy.subject(), copy.endsOn(), new SealedCopy(file))));
            return copy;
        });
    }

    /** Under which id the ledger knows a row of a copy. */
    static UUID record(Copy copy, CopyLine line) {
        return UUID.nameUUIDFromBytes((copy.id() + " " + line.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private static String recipient(ExportWish wish) {
        return wish.recipient().orElse(Disclosure.OWN_COPY);
    }

    private static Set<DataCategory> categories(ExportPurpose purpose) {
        return CopyColumns.of(purpose).stream()
                .flatMap(column -> column.category().stream())
                .collect(Collectors.toSet());
    }

    private static final class TooMany extends Refusal {
        TooMany() {
            super(
                    "These are more than %,d orders.".formatted(MOST_ORDERS),
                    "Choose a shorter time or one channel, and make several copies.");
        }
    }

    private static final class None extends Refusal {
        None() {
            super("No order fits what was chosen, so no file was made.", "Choose another state, channel or time.");
        }
    }
}
