package app.counterfoil.hub.rights;

import app.counterfoil.hub.rights.BundleContent.HeldLine;
import app.counterfoil.hub.rights.BundleContent.OrderPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person has given, as a table for another service (Art 20(1): structured, commonly used and machine-readable): a line
 * for each field. What somebody else has found out about them is in the other files, not here. What begins like a formula
 * is made text, since it opens in spreadsheet programs.
 */
final class BundleCsv {

    /** What stands beside it, for whoever reads it. */
    static final String README =
            """
            your-data.csv holds what you have given, a line for each field, to take to another service (Art 20 UK GDPR).
            It is CSV by RFC 4180 in UTF-8: cells in double quotes, separated by commas, lines ended by CR LF; a double quote
            within a cell is doubled. The first line has the headings:

            source      the marketplace on which you ordered; empty for what belongs to no order
            order       the number of the order there; empty for what belongs to no order
            placed_on   the day on which it was placed
            part        what the field belongs to, such as Recipient
            field       the name of the field
            value       what it holds; an apostrophe stands before what a spreadsheet would take for a formula
            held_for    the purpose for which it is held
            until       the first day on which it is held no longer (YYYY-MM-DD)

            your-data.json has all that is held, by the schema counterfoil-bundle-1; your-data.html has the same to read.
            """;

    private static final String HEADINGS = "source,order,placed_on,part,field,value,held_for,until";
    private static final String FORMULA = "=+-@\t\r\n";

    /** What people of the shop have given themselves of their account. */
    private static final Set<String> GIVEN_OF_ACCOUNT = Set.of("Name", "E-mail");

    private BundleCsv() {}

    static String of(BundleContent content) {
        var given =
                PutTogetherBundle.GIVEN.stream().map(purpose -> purpose.title()).collect(Collectors.toSet());
        var lines = new ArrayList<List<String>>();
        content.orders().forEach(order -> order.held().stream()
                .filter(held -> given.contains(held.purpose()))
                .forEach(held -> lines.addAll(lines(order.source(), order.number(), order.placedOn(), held))));
        content.orders().forEach(order -> lines.addAll(bought(order)));
        content.apart().stream()
                .filter(held -> given.contains(held.purpose()))
                .forEach(held -> lines.addAll(lines("", "", "", held)));
        content.account().forEach(held -> lines("", "", "", held).stream()
                .filter(line -> GIVEN_OF_ACCOUNT.contains(line.get(4)))
                .forEach(lines::add));
        return Stream.concat(Stream.of(HEADINGS), lines.stream().map(BundleCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static List<List<String>> lines(String source, String number, String placedOn, HeldLine held) {
        return held.fields().stream()
                .filter(field -> !field.value().isEmpty())
                .map(field -> List.of(
                        source,
                        number,
                        placedOn,
                        held.what(),
                        field.name(),
                        field.value(),
                        held.purpose(),
                        held.until()))
                .toList();
    }

    /** What was ordered is a fact of the order, which ends with nobody. */
    private static List<List<String>> bought(OrderPart order) {
        return order.bought().stream()
                .map(line -> List.of(
                        order.source(),
                        order.number(),
                        order.placedOn(),
                        "Ordered",
                        line.sku(),
                        line.quantity() + " x " + line.title(),
                        "",
                        ""))
                .toList();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(BundleCsv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        var safe = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
