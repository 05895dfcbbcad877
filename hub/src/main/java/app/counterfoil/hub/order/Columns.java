package app.counterfoil.hub.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a list of rows into the columns that a set-based statement takes, each as one array. */
final class Columns {

    private Columns() {}

    static <T> UUID[] ids(List<T> rows, Function<T, OrderId> column) {
        return OrderId.values(rows.stream().map(column).toList());
    }

    static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static <T> Long[] numbers(List<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    static <T> Boolean[] flags(List<T> rows, Predicate<T> column) {
        return rows.stream().map(column::test).toArray(Boolean[]::new);
    }

    /** Holds as PostgreSQL writes an array; their names need no quotes. */
    static <T> String[] holds(List<T> rows, Function<T, Set<HoldReason>> column) {
        return texts(
                rows, row -> column.apply(row).stream().map(Enum::name).collect(Collectors.joining(",", "{", "}")));
    }

    static <T> String[] times(List<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream()
                .map(column)
                .map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC).toString())
                .toArray(String[]::new);
    }

    static <T> String[] days(List<T> rows, Function<T, Optional<LocalDate>> column) {
        return rows.stream()
                .map(row -> column.apply(row).map(LocalDate::toString).orElse(null))
                .toArray(String[]::new);
    }
}
