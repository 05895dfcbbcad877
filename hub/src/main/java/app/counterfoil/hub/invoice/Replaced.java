package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.order.OrderId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A short invoice that a full one takes the place of, and which lines of the full one tell what it told.
 *
 * @param earlier the short one
 * @param order its order
 * @param reference the channel's number of that
 * @param number the number of the short one
 * @param issuedOn the day of its issue
 * @param suppliedOn its time of supply
 * @param firstLine the first line, counted from 1
 * @param lastLine the last line
 */
record Replaced(
        UUID earlier,
        OrderId order,
        String reference,
        String number,
        LocalDate issuedOn,
        LocalDate suppliedOn,
        int firstLine,
        int lastLine) {

    static Replaced of(Invoice earlier, int firstLine, int lines) {
        return new Replaced(
                earlier.id(),
                earlier.order(),
                earlier.orderReference(),
                earlier.number(),
                earlier.issuedOn(),
                earlier.suppliedOn(),
                firstLine,
                firstLine + lines - 1);
    }

    /** As the paper tells them; it tells of none where there is one alone, for that needs no telling apart. */
    static List<InvoiceDocument.Part> told(List<Replaced> all) {
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(each -> new InvoiceDocument.Part(
                                each.reference, each.suppliedOn, each.number, each.issuedOn, each.lastLine))
                        .toList();
    }

    boolean holds(int line) {
        return firstLine <= line && line <= lastLine;
    }
}
