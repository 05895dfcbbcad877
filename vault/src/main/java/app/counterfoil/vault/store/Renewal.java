package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.KeysDoNotFit;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import app.counterfoil.vault.store.SubjectSecrets.Holding;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Brings a seller's keys under the current epoch, in steps that each stand in a transaction of their own. A group that
 * has lost a member gets a new key, and its survivors are wrapped under that: whoever opens the old key from an old
 * backup finds the forgotten there, but nobody finds them under the new one.
 */
final class Renewal {

    /** Locks the group, so that nobody is being added to it; whoever forgets a member does not need the lock. */
    private static final String GROUPS =
            """
            SELECT key.group_id, key.epoch, key.wrapped
              FROM vault_group_key key
             WHERE key.seller_id = ? AND key.epoch < ?
               AND NOT EXISTS (SELECT 1 FROM vault_subject_secret lost
                                WHERE lost.seller_id = ? AND lost.group_id = key.group_id AND lost.wrapped IS NULL)
             ORDER BY key.group_id
             LIMIT ?
               FOR UPDATE
            """;

    private static final String GROUP_WITH_LOSS =
            """
            SELECT key.group_id, key.epoch, key.wrapped
              FROM vault_group_key key
             WHERE key.seller_id = ? AND key.epoch < ?
             ORDER BY key.group_id
             LIMIT 1
               FOR UPDATE
            """;
    private static final String MEMBERS =
            """
            SELECT subject_id, purpose, wrapped
              FROM vault_subject_secret
             WHERE seller_id = ? AND group_id = ? AND wrapped IS NOT NULL
             ORDER BY purpose, subject_id
               FOR UPDATE
            """;
    private static final String WRAP_MEMBERS =
            """
            UPDATE vault_subject_secret held
               SET wrapped = fresh.wrapped
              FROM unnest(?::uuid[], ?::text[], ?::bytea[]) AS fresh (subject_id, purpose, wrapped)
             WHERE held.seller_id = ? AND held.subject_id = fresh.subject_id AND held.purpose = fresh.purpose
            """;
    private static final String LET_THE_LOST_GO =
            """
            UPDATE vault_subject_secret SET group_id = NULL
             WHERE seller_id = ? AND group_id = ? AND wrapped IS NULL
            """;
    private static final String WRAP_GROUP =
            """
            UPDATE vault_group_key SET epoch = ?, wrapped = ?, members = ? WHERE seller_id = ? AND group_id = ?
            """;
    private static final String WRAP_GROUPS =
            """
            UPDATE vault_group_key key
               SET epoch = ?, wrapped = fresh.wrapped
              FROM unnest(?::uuid[], ?::bytea[]) AS fresh (group_id, wrapped)
             WHERE key.seller_id = ? AND key.group_id = fresh.group_id
            """;
    private static final String OLDEST =
            """
            SELECT LEAST(
                   (SELECT min(epoch) FROM vault_group_key WHERE seller_id = ?),
                   (SELECT min(epoch) FROM vault_bucket_secret WHERE seller_id = ? AND wrapped IS NOT NULL),
                   (SELECT min(epoch) FROM vault_index_key WHERE seller_id = ?),
                   (SELECT min(epoch) FROM vault_kept_secret WHERE seller_id = ?)) AS epoch
            """;

    private static final String NEWEST =
            """
            SELECT GREATEST(
                   (SELECT max(epoch) FROM vault_group_key WHERE seller_id = ?),
                   (SELECT max(epoch) FROM vault_bucket_secret WHERE seller_id = ? AND wrapped IS NOT NULL),
                   (SELECT max(epoch) FROM vault_index_key WHERE seller_id = ?),
                   (SELECT max(epoch) FROM vault_kept_secret WHERE seller_id = ?)) AS epoch
            """;

    private record Group(UUID id, int epoch, byte[] wrapped) {}

    private final SellerRows rows;
    private final EpochWrapping epochs;
    private final SubjectSecrets subjects;
    private final List<DatedSecrets> dated;
    private final KeptSecrets kept;

    Renewal(
            SellerRows rows,
            EpochWrapping epochs,
            SubjectSecrets subjects,
            List<DatedSecrets> dated,
            KeptSecrets kept) {
        this.rows = rows;
        this.epochs = epochs;
        this.subjects = subjects;
        this.dated = dated;
        this.kept = kept;
    }

    /** One step: at most so many keys, or one group that has lost a member. */
    RenewedKeys step(int most) {
        for (var secrets : dated) {
            int renewed = secrets.renew(most);
            if (renewed > 0) {
                return new RenewedKeys(renewed, 0, 0);
            }
        }
        int renewed = kept.renew(most);
        if (renewed == 0) {
            renewed = renewGroups(most);
        }
        return renewed > 0 ? new RenewedKeys(renewed, 0, 0) : renewGroupWithLoss();
    }

    /** The lowest epoch that something of the seller is wrapped under; the current one if nothing is. */
    int oldestEpoch() {
        return rows.rows(
                        row -> {
                            int epoch = row.getInt("epoch");
                            return row.wasNull() ? epochs.current() : epoch;
                        },
                        OLDEST,
                        rows.seller(),
                        rows.seller(),
                        rows.seller(),
                        rows.seller())
                .get(0);
    }

    /** Refuses keys that have not come to an epoch yet under which something of the seller is wrapped. */
    void refuseOlderKeys() {
        int newest = rows.rows(
                        row -> row.getInt("epoch"), NEWEST, rows.seller(), rows.seller(), rows.seller(), rows.seller())
                .get(0);
        if (newest > epochs.current()) {
            throw new KeysDoNotFit(Integer.toString(newest));
        }
    }

    private int renewGroups(int most) {
        var groups = groups(GROUPS, rows.seller(), epochs.current(), rows.seller(), most);
        if (groups.isEmpty()) {
            return 0;
        }
        var wrapped = new ArrayList<byte[]>(groups.size());
        for (var group : groups) {
            var bound = EpochWrapping.group(rows.seller(), group.id());
            wrapped.add(epochs.wrap(epochs.unwrap(group.epoch(), group.wrapped(), bound), bound));
        }
        return rows.change(
                WRAP_GROUPS,
                epochs.current(),
                rows.array("uuid", groups.stream().map(Group::id).toList()),
                rows.byteArrays(wrapped),
                rows.seller());
    }

    private RenewedKeys renewGroupWithLoss() {
        var groups = groups(GROUP_WITH_LOSS, rows.seller(), epochs.current());
        if (groups.isEmpty()) {
            return RenewedKeys.NONE;
        }
        var group = groups.get(0);
        var key = Secret.random();
        int members = renewMembers(group, new Wrapping(key));
        rows.change(LET_THE_LOST_GO, rows.seller(), group.id());
        rows.change(
                WRAP_GROUP,
                epochs.current(),
                epochs.wrap(key, EpochWrapping.group(rows.seller(), group.id())),
                members,
                rows.seller(),
                group.id());
        return new RenewedKeys(1, 1, members);
    }

    /** Wraps the surviving members of a group under its new key; tells how many they are. */
    private int renewMembers(Group group, Wrapping after) {
        var before = subjects.groupKey(group.id(), group.epoch(), group.wrapped());
        var ids = new ArrayList<UUID>();
        var purposes = new ArrayList<String>();
        var wrapped = new ArrayList<byte[]>();
        rows.each(
                row -> {
                    var holding = new Holding(
                            new SubjectId(SellerRows.id(row, "subject_id")), Purpose.valueOf(row.getString("purpose")));
                    ids.add(holding.subject().value());
                    purposes.add(holding.purpose().name());
                    wrapped.add(after.wrap(
                            subjects.unwrap(holding, group.id(), row.getBytes("wrapped"), before),
                            subjects.boundTo(holding, group.id())));
                },
                MEMBERS,
                rows.seller(),
                group.id());
        rows.change(
                WRAP_MEMBERS,
                rows.array("uuid", ids),
                rows.array("text", purposes),
                rows.byteArrays(wrapped),
                rows.seller());
        return ids.size();
    }

    private List<Group> groups(String sql, Object... parameters) {
        return rows.rows(
                row -> new Group(SellerRows.id(row, "group_id"), row.getInt("epoch"), row.getBytes("wrapped")),
                sql,
                parameters);
    }
}
