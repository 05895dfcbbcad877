package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.Secret;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Secrets that belong to a day: the bucket secrets of days on which records end, and the index keys of months. They are
 * made in the transaction that first needs them and read again each time, never cached: a secret whose transaction
 * rolled back must not seal anything.
 */
final class DatedSecrets {

    /**
     * Which secret.
     *
     * @param purpose of which purpose
     * @param day the expiry day of a bucket, or the first day of an index month
     */
    record Slot(Purpose purpose, LocalDate day) {}

    private static final String LIVING =
            """
            SELECT purpose, month AS day, epoch, wrapped
              FROM vault_index_key
             WHERE seller_id = ? AND purpose = ANY (?) AND month >= ?
            """;

    private final SellerRows rows;
    private final EpochWrapping epochs;
    private final DatedSecretTable table;

    DatedSecrets(SellerRows rows, EpochWrapping epochs, DatedSecretTable table) {
        this.rows = rows;
        this.epochs = epochs;
        this.table = table;
    }

    /** The secrets of these slots, made where there was none yet; a destroyed one is missing from the answer. */
    Map<Slot, Secret> existingOrMade(Set<Slot> slots) {
        var found = read(slots);
        if (found.size() == slots.size()) {
            return found;
        }
        // In one order, so that two transactions that make the same secrets never wait for each other.
        var missing = slots.stream()
                .filter(slot -> !found.containsKey(slot))
                .sorted(Comparator.comparing(Slot::purpose).thenComparing(Slot::day))
                .toList();
        var wrapped = new ArrayList<byte[]>();
        for (var slot : missing) {
            wrapped.add(epochs.wrap(Secret.random(), boundTo(slot)));
        }
        rows.change(
                table.add(),
                rows.seller(),
                epochs.current(),
                rows.array("text", purposes(missing)),
                rows.array("date", days(missing)),
                rows.byteArrays(wrapped));
        // Read back what stands: another transaction may have been first, and then its secret is the one.
        return read(slots);
    }

    /** The index keys of all months of these purposes that have not ended. */
    Map<Slot, Secret> livingMonths(Set<Purpose> purposes, LocalDate today) {
        return collect(
                LIVING,
                rows.seller(),
                rows.array("text", purposes.stream().map(Purpose::name).toList()),
                today.withDayOfMonth(1));
    }

    /** Wraps secrets of earlier epochs under the current one, at most so many; tells how many. */
    int renew(int most) {
        var old = collect(table.old(), rows.seller(), epochs.current(), most);
        if (old.isEmpty()) {
            return 0;
        }
        var slots = List.copyOf(old.keySet());
        return rows.change(
                table.wrap(),
                epochs.current(),
                rows.array("text", purposes(slots)),
                rows.array("date", days(slots)),
                rows.byteArrays(slots.stream()
                        .map(slot -> epochs.wrap(Objects.requireNonNull(old.get(slot)), boundTo(slot)))
                        .toList()),
                rows.seller());
    }

    /** Unwraps a secret that a joined query has read. */
    Secret unwrap(Slot slot, int epoch, byte[] wrapped) {
        return epochs.unwrap(epoch, wrapped, boundTo(slot));
    }

    private Map<Slot, Secret> read(Set<Slot> slots) {
        return collect(
                table.read(), rows.array("text", purposes(slots)), rows.array("date", days(slots)), rows.seller());
    }

    private Map<Slot, Secret> collect(String sql, Object... parameters) {
        var secrets = new HashMap<Slot, Secret>();
        rows.each(
                row -> {
                    var slot = new Slot(Purpose.valueOf(row.getString("purpose")), SellerRows.day(row, "day"));
                    secrets.put(slot, unwrap(slot, row.getInt("epoch"), row.getBytes("wrapped")));
                },
                sql,
                parameters);
        return secrets;
    }

    private byte[] boundTo(Slot slot) {
        return new Fields()
                .text(table.label())
                .id(rows.seller())
                .text(slot.purpose().name())
                .number(slot.day().toEpochDay())
                .toBytes();
    }

    private static List<String> purposes(Collection<Slot> slots) {
        return slots.stream().map(slot -> slot.purpose().name()).toList();
    }

    private static List<LocalDate> days(Collection<Slot> slots) {
        return slots.stream().map(Slot::day).toList();
    }
}
