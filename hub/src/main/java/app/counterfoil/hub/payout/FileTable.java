package app.counterfoil.hub.payout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table in a settlement file: its heading, found below whatever stands above it, and the rows under that. Of a row no cell
 * is made but of the columns that are asked for, so a name in another goes nowhere.
 */
final class FileTable {

    private static final int MOST_ABOVE = 40;
    private static final int MOST_LINES_IN_ROW = 20;
    private static final String NOTHING = "--";

    private final FileLines lines;
    private final SettlementFormat format;
    private final Map<Integer, String> columns;

    private FileTable(FileLines lines, SettlementFormat format, Map<Integer, String> columns) {
        this.lines = lines;
        this.format = format;
        this.columns = columns;
    }

    SettlementFormat format() {
        return format;
    }

    /** Looks for the heading of one of the formats; empty if there is none. */
    static Optional<FileTable> in(FileLines lines, List<SettlementFormat> formats) {
        for (var above = 0; above < MOST_ABOVE; above++) {
            var line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            for (var format : formats) {
                var columns = columns(line.get(), format);
                if (columns.isPresent()) {
                    return Optional.of(new FileTable(lines, format, columns.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Which columns are read, by their place; empty if this is no heading of the format. */
    private static Optional<Map<Integer, String>> columns(String line, SettlementFormat format) {
        var names = cells(line, format.separator(), Optional.empty());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, String> columns = new HashMap<>();
        Set<String> found = new HashSet<>();
        names.get().forEach((place, name) -> {
            var plain = plain(name);
            if (format.columns().contains(plain) && found.add(plain)) {
                columns.put(place, plain);
            }
        });
        return found.containsAll(format.heading()) ? Optional.of(columns) : Optional.empty();
    }

    private static String plain(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u2010-\u2015\u2212]", "-")
                .replaceAll("\\s+", " ");
    }

    /** The next row that has something in it; empty behind the last one. */
    Optional<FileRow> next() {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            var row = row(line.get());
            if (!row.isEmpty()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private FileRow row(String first) {
        var number = lines.number();
        var text = first;
        var cells = cells(text, format.separator(), Optional.of(columns.keySet()));
        for (var more = 1; cells.isEmpty(); more++) {
            var next = more < MOST_LINES_IN_ROW ? lines.next() : Optional.<String>empty();
            if (next.isEmpty()) {
                throw FileLines.notRead("Row " + number + " opens a quotation mark and does not close it.");
            }
            text = text + "\n" + next.get();
            cells = cells(text, format.separator(), Optional.of(columns.keySet()));
        }
        Map<String, String> read = new HashMap<>();
        cells.get()
                .forEach((place, cell) ->
                        read.put(columns.getOrDefault(place, ""), cell.strip().equals(NOTHING) ? "" : cell.strip()));
        return new FileRow(number, read);
    }

    /**
     * The cells at the places asked for. Quotes count where a cell begins with one: a title may have one for inches.
     *
     * @return empty if a quoted cell goes on behind the line
     */
    private static Optional<Map<Integer, String>> cells(String line, char separator, Optional<Set<Integer>> asked) {
        Map<Integer, String> cells = new HashMap<>();
        var at = 0;
        for (var place = 0; at <= line.length(); place++) {
            var cell = asked.isEmpty() || asked.get().contains(place)
                    ? Optional.of(new StringBuilder())
                    : Optional.<StringBuilder>empty();
            at = at < line.length() && line.charAt(at) == '"'
                    ? quoted(line, at, separator, cell)
                    : bare(line, at, separator, cell);
            if (at < 0) {
                return Optional.empty();
            }
            var told = place;
            cell.ifPresent(text -> cells.put(told, text.toString()));
        }
        return Optional.of(cells);
    }

    /** Takes a cell without quotes; tells where the next one begins. */
    private static int bare(String line, int from, char separator, Optional<StringBuilder> cell) {
        var found = line.indexOf(separator, from);
        var until = found < 0 ? line.length() : found;
        cell.ifPresent(text -> text.append(line, from, until));
        return until + 1;
    }

    /** Takes a quoted cell, in which two quotes stand for one; tells where the next one begins, below nought if it goes on. */
    private static int quoted(String line, int from, char separator, Optional<StringBuilder> cell) {
        for (var at = from + 1; at < line.length(); at++) {
            if (line.charAt(at) != '"') {
                var letter = line.charAt(at);
                cell.ifPresent(text -> text.append(letter));
            } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                at++;
                cell.ifPresent(text -> text.append('"'));
            } else {
                var found = line.indexOf(separator, at);
                return (found < 0 ? line.length() : found) + 1;
            }
        }
        return -1;
    }
}
