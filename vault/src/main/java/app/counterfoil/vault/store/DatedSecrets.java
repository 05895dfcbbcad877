package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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

    /** Wraps secrets of earlier epochs behind that place under the current one, at most so many. */
    Renewal.Step renew(int most, RenewalPlace place) {
        var old = rows.rows(
                row -> {
                    var slot = slot(row);
                    return new Renewal.Fresh<>(
                            slot, epochs.renewed(row.getInt("epoch"), row.getBytes("wrapped"), boundTo(slot)));
                },
                table.old(),
                rows.seller(),
                epochs.current(),
                place.purpose(),
                place.day(),
                most);
        return Renewal.Step.of(old, place, this::store, place::behind);
    }

    private void store(Map<Slot, byte[]> fresh) {
        var slots = List.copyOf(fresh.keySet());
        rows.change(
                table.wrap(),
                epochs.current(),
                rows.array("text", purposes(slots)),
                rows.array("date", days(slots)),
                rows.byteArrays(List.copyOf(fresh.values())),
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
                    var slot = slot(row);
                    secrets.put(slot, unwrap(slot, row.getInt("epoch"), row.getBytes("wrapped")));
                },
                sql,
                parameters);
        return secrets;
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(Purpose.valueOf(row.getString("purpose")), SellerRows.day(row, "day"));
    }

    private byte[] boundTo(Slot slot) {
        return boundTo(table, rows.seller(), slot);
    }

    /** What a secret of that table is bound to. */
    static byte[] boundTo(DatedSecretTable table, UUID seller, Slot slot) {
        return new Fields()
                .text(table.label())
                .id(seller)
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
