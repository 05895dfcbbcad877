package app.counterfoil.hub.tax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Reads a table of facts that hold for some days: its first line names the columns. */
final class DatedTable {

    private DatedTable() {}

    /** The days on which a fact holds, the first and the last included. */
    record Days(LocalDate first, LocalDate last) {

        static Days of(String first, String last) {
            return new Days(LocalDate.parse(first), last.isEmpty() ? LocalDate.MAX : LocalDate.parse(last));
        }

        boolean has(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    static <T> List<T> of(String file, Function<String, T> line) {
        try (InputStream table = DatedTable.class.getResourceAsStream(file)) {
            if (table == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            var text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .filter(each -> !each.isBlank())
                    .map(line)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
