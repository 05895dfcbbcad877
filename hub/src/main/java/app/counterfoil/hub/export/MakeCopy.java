package app.counterfoil.hub.export;

import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.shell.LongWork.Progress;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.PurposeNotCarried;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes a file of orders: people are opened a page at a time, before it is entered. */
@Component
public class MakeCopy {

    /** So many orders stand in a copy at most. */
    public static final int MOST_ORDERS = 20_000;

    private static final int PAGE = 200;

    private final Orders orders;
    private final OpenForCopy open;
    private final EnterCopies entered;
    private final SellerDetails sellers;

    MakeCopy(Orders orders, OpenForCopy open, EnterCopies entered, SellerDetails sellers) {
        this.orders = orders;
        this.open = open;
        this.entered = entered;
        this.sellers = sellers;
    }

    /**
     * Looks whether it could be made, before it is begun.
     *
     * @throws Refusal if what is wished cannot be used, or no agreement with the recipient covers the columns
     * @throws PurposeNotCarried if the role of who asks does not carry the purpose
     */
    public void refuseUnlessAllowed(Maker maker, ExportWish wish) {
        wish.refuseUnlessUsable();
        wish.purpose()
                .carried()
                .ifPresent(purpose ->
                        entered.refuseUnlessAllowed(maker, purpose, wish.leash(), categories(wish.purpose())));
    }

    /**
     * Enters a copy that is to be made, with its number.
     *
     * @throws Refusal if it may not be made as wished
     */
    public Copy begin(Maker maker, ExportWish wish) {
        refuseUnlessAllowed(maker, wish);
        return entered.begin(maker, wish.purpose(), wish.format(), wish.leash());
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
        entered.stop(maker, begun);
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
        var given = lines.stream().map(line -> given(columns, line)).toList();
        return entered.finish(maker, begun, new EnterCopies.Made(given, written(columns, cells), file));
    }

    /** As which categories a row leaves says what really stands in its cells. */
    private static EnterCopies.Given given(List<CopyColumns.Column> columns, CopyLine line) {
        return new EnterCopies.Given(
                line.order(),
                line.id(),
                line.isNamed(),
                columns.stream()
                        .filter(column -> !column.text().apply(line).isBlank())
                        .flatMap(column -> column.category().stream())
                        .collect(Collectors.toSet()));
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

    static Set<DataCategory> categories(ExportPurpose purpose) {
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
