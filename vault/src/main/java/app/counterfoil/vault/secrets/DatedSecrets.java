package app.counterfoil.vault.secrets;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.sql.SellerRows;
import java.sql.Array;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Secrets that belong to a day: the bucket secrets of days on which records end, and the index keys of months. They are
 * made in the transaction that first needs them and read again each time, never cached: a secret whose transaction
 * rolled back must not seal anything.
 */
public final class DatedSecrets {

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
    public Map<Slot, Secret> existingOrMade(Set<Slot> slots) {
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
                purposes(missing),
                days(missing),
                rows.byteArrays(wrapped));
        // Read back what stands: another transaction may have been first, and then its secret is the one.
        return read(slots);
    }

    /** The index keys of all months of these purposes that have not ended. */
    public Map<Slot, Secret> livingMonths(Set<Purpose> purposes, LocalDate today) {
        return collect(LIVING, rows.seller(), rows.array("text", purposes, Purpose::name), today.withDayOfMonth(1));
    }

    /**
     * Unwraps a secret that a query has read.
     *
     * @throws app.counterfoil.vault.seal.NotSealedLikeThis if it is not what was wrapped
     * @throws app.counterfoil.vault.keys.KeysUnavailable if the epoch's key cannot be had
     */
    public Secret unwrap(Slot slot, Wrapped wrapped) {
        return epochs.unwrap(wrapped, boundTo(slot));
    }

    /** Wraps secrets of earlier epochs behind that place under the current one, at most so many. */
    RenewalStep renew(int most, RenewalPlace place) {
        var old = rows.rows(
                row -> {
                    var slot = Slot.in(row);
                    return new RenewalStep.Fresh<>(slot, epochs.renewed(Wrapped.in(row), boundTo(slot)));
                },
                table.old(),
                rows.seller(),
                epochs.current(),
                place.purpose(),
                place.day(),
                most);
        return RenewalStep.of(old, place, this::store, place::behind);
    }

    private void store(Map<Slot, byte[]> fresh) {
        rows.change(
                table.wrap(),
                epochs.current(),
                purposes(fresh.keySet()),
                days(fresh.keySet()),
                rows.byteArrays(fresh.values()),
                rows.seller());
    }

    private Map<Slot, Secret> read(Set<Slot> slots) {
        return collect(table.read(), purposes(slots), days(slots), rows.seller());
    }

    private Map<Slot, Secret> collect(String sql, Object... parameters) {
        var secrets = new HashMap<Slot, Secret>();
        rows.each(
                row -> {
                    var slot = Slot.in(row);
                    secrets.put(slot, unwrap(slot, Wrapped.in(row)));
                },
                sql,
                parameters);
        return secrets;
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

    private Array purposes(Collection<Slot> slots) {
        return rows.array("text", slots, slot -> slot.purpose().name());
    }

    private Array days(Collection<Slot> slots) {
        return rows.array("date", slots, Slot::day);
    }
}
