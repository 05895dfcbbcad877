package app.counterfoil.vault.secrets;

import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The keys of the groups that subjects are put into; a subject's secret is wrapped by the key of its group. */
final class GroupKeys {

    /** Small enough that re-wrapping the survivors of a forgotten member is quick, large enough to be few. */
    static final int SIZE = 1_000;

    private static final String WITH_ROOM =
            """
            SELECT group_id, epoch, wrapped
              FROM vault_group_key
             WHERE seller_id = ? AND members <= ? AND epoch = ?
             ORDER BY members DESC
             LIMIT 1
               FOR UPDATE SKIP LOCKED
            """;
    private static final String ADD =
            """
            INSERT INTO vault_group_key (seller_id, group_id, epoch, wrapped, members)
            VALUES (?, ?, ?, ?, 0)
            """;
    private static final String FILL =
            """
            UPDATE vault_group_key SET members = members + ? WHERE seller_id = ? AND group_id = ?
            """;
    /** Locks the group, so that nobody is being added to it; whoever forgets a member does not need the lock. */
    private static final String OLD =
            """
            SELECT key.group_id, key.epoch, key.wrapped
              FROM vault_group_key key
             WHERE key.seller_id = ? AND key.epoch < ? AND key.group_id > ?
               AND NOT EXISTS (SELECT 1 FROM vault_subject_secret lost
                                WHERE lost.seller_id = ? AND lost.group_id = key.group_id AND lost.wrapped IS NULL)
             ORDER BY key.group_id
             LIMIT ?
               FOR UPDATE
            """;

    private static final String WRAP =
            """
            UPDATE vault_group_key key
               SET epoch = ?, wrapped = fresh.wrapped
              FROM unnest(?::uuid[], ?::bytea[]) AS fresh (group_id, wrapped)
             WHERE key.seller_id = ? AND key.group_id = fresh.group_id
            """;

    /** A group whose key is open. */
    record Group(UUID id, Wrapping key) {}

    /** A group that has lost a member gets a new key with the next epoch, so an epoch has one key of a group. */
    private record Version(UUID group, int epoch) {}

    private final SellerRows rows;
    private final EpochWrapping epochs;
    private final Map<Version, Wrapping> open = new HashMap<>();

    GroupKeys(SellerRows rows, EpochWrapping epochs) {
        this.rows = rows;
        this.epochs = epochs;
    }

    /** Unwraps a group key that a query has read; the same one is unwrapped once in a transaction. */
    Wrapping unwrap(UUID group, Wrapped key) {
        return open.computeIfAbsent(
                new Version(group, key.epoch()), version -> new Wrapping(epochs.unwrap(key, boundTo(group))));
    }

    /** A group under the current epoch that so many can be put into. */
    Group withRoomFor(int members) {
        return rows
                .rows(
                        row -> {
                            var id = Columns.id(row, "group_id");
                            return new Group(id, unwrap(id, Wrapped.in(row)));
                        },
                        WITH_ROOM,
                        rows.seller(),
                        SIZE - members,
                        epochs.current())
                .stream()
                .findFirst()
                .orElseGet(this::made);
    }

    /** Writes down that so many were put into a group. */
    void filled(Group group, int members) {
        rows.change(FILL, members, rows.seller(), group.id());
    }

    /** Wraps keys of earlier epochs behind that place under the current one, at most so many; none that lost a member. */
    RenewalStep renew(int most, RenewalPlace place) {
        var old = rows.rows(
                row -> {
                    var id = Columns.id(row, "group_id");
                    return new RenewalStep.Fresh<>(id, epochs.renewed(Wrapped.in(row), boundTo(id)));
                },
                OLD,
                rows.seller(),
                epochs.current(),
                place.id(),
                rows.seller(),
                most);
        return RenewalStep.of(
                old,
                place,
                fresh -> rows.change(
                        WRAP,
                        epochs.current(),
                        rows.array("uuid", fresh.keySet()),
                        rows.byteArrays(fresh.values()),
                        rows.seller()),
                place::behind);
    }

    byte[] boundTo(UUID group) {
        return boundTo(rows.seller(), group);
    }

    /** What the key of a group is bound to. */
    static byte[] boundTo(UUID seller, UUID group) {
        return new Fields().text("group key").id(seller).id(group).toBytes();
    }

    private Group made() {
        var id = UUID.randomUUID();
        var key = Secret.random();
        rows.change(ADD, rows.seller(), id, epochs.current(), epochs.wrap(key, boundTo(id)));
        return new Group(id, new Wrapping(key));
    }
}
