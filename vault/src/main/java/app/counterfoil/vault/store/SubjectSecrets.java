package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectForgotten;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The secret of each data subject and purpose, wrapped under the key of the group the subject was put into. A destroyed
 * secret leaves its row behind, so that a later download cannot bring the person back unnoticed.
 */
final class SubjectSecrets {

    /** Whose secret, and for what. */
    record Holding(SubjectId subject, Purpose purpose) {}

    private static final String READ =
            """
            SELECT held.subject_id, held.purpose, held.wrapped, held.group_id, key.epoch, key.wrapped AS group_wrapped
              FROM unnest(?::uuid[], ?::text[]) AS asked (subject_id, purpose)
             CROSS JOIN LATERAL (
                   SELECT *
                     FROM vault_subject_secret
                    WHERE seller_id = ? AND subject_id = asked.subject_id AND purpose = asked.purpose
                    LIMIT 1) AS held
              JOIN vault_group_key key
                ON key.seller_id = held.seller_id AND key.group_id = held.group_id
            """;
    private static final String ADD =
            """
            INSERT INTO vault_subject_secret (seller_id, subject_id, purpose, group_id, wrapped)
            SELECT ?, fresh.subject_id, fresh.purpose, ?, fresh.wrapped
              FROM unnest(?::uuid[], ?::text[], ?::bytea[]) AS fresh (subject_id, purpose, wrapped)
            """;
    private static final String GROUP_WITH_ROOM =
            """
            SELECT group_id, epoch, wrapped
              FROM vault_group_key
             WHERE seller_id = ? AND members <= ? AND epoch = ?
             ORDER BY members DESC
             LIMIT 1
               FOR UPDATE SKIP LOCKED
            """;
    private static final String ADD_GROUP =
            """
            INSERT INTO vault_group_key (seller_id, group_id, epoch, wrapped, members)
            VALUES (?, ?, ?, ?, 0)
            """;
    private static final String FILL_GROUP =
            """
            UPDATE vault_group_key SET members = members + ? WHERE seller_id = ? AND group_id = ?
            """;
    /** Small enough that re-wrapping the survivors of a forgotten member is quick, large enough to be few. */
    private static final int GROUP_SIZE = 1_000;

    private record Group(UUID id, Wrapping key) {}

    private final SellerRows rows;
    private final EpochWrapping epochs;

    SubjectSecrets(SellerRows rows, EpochWrapping epochs) {
        this.rows = rows;
        this.epochs = epochs;
    }

    /**
     * The secrets to seal under, made for subjects that have none yet.
     *
     * @throws SubjectForgotten if one of them was destroyed
     */
    Map<Holding, Secret> existingOrMade(Set<Holding> holdings) {
        var secrets = read(holdings);
        var missing = holdings.stream()
                .filter(holding -> !secrets.containsKey(holding))
                .toList();
        for (int from = 0; from < missing.size(); from += GROUP_SIZE) {
            secrets.putAll(make(missing.subList(from, Math.min(missing.size(), from + GROUP_SIZE))));
        }
        return secrets;
    }

    /** Unwraps a subject secret that a joined query has read. */
    Secret unwrap(Holding holding, UUID group, byte[] wrapped, Wrapping groupKey) {
        return groupKey.unwrap(wrapped, boundTo(holding, group));
    }

    /** Unwraps a group key that a joined query has read. */
    Wrapping groupKey(UUID group, int epoch, byte[] wrapped) {
        return new Wrapping(epochs.unwrap(epoch, wrapped, EpochWrapping.group(rows.seller(), group)));
    }

    private Map<Holding, Secret> read(Set<Holding> holdings) {
        var secrets = new HashMap<Holding, Secret>();
        var groups = new HashMap<UUID, Wrapping>();
        rows.each(
                row -> {
                    var holding = new Holding(
                            new SubjectId(SellerRows.id(row, "subject_id")), Purpose.valueOf(row.getString("purpose")));
                    var wrapped = row.getBytes("wrapped");
                    if (wrapped == null) {
                        throw new SubjectForgotten(holding.subject(), holding.purpose());
                    }
                    var group = SellerRows.id(row, "group_id");
                    var key = groups.get(group);
                    if (key == null) {
                        key = groupKey(group, row.getInt("epoch"), row.getBytes("group_wrapped"));
                        groups.put(group, key);
                    }
                    secrets.put(holding, unwrap(holding, group, wrapped, key));
                },
                READ,
                rows.array(
                        "uuid", holdings.stream().map(h -> h.subject().value()).toList()),
                rows.array(
                        "text", holdings.stream().map(h -> h.purpose().name()).toList()),
                rows.seller());
        return secrets;
    }

    private Map<Holding, Secret> make(List<Holding> holdings) {
        var group = groupWithRoom(holdings.size());
        var fresh = Secret.random(holdings.size());
        var made = new HashMap<Holding, Secret>();
        var wrapped = new ArrayList<byte[]>(holdings.size());
        for (int i = 0; i < fresh.length; i++) {
            made.put(holdings.get(i), fresh[i]);
            wrapped.add(group.key().wrap(fresh[i], boundTo(holdings.get(i), group.id())));
        }
        rows.change(
                ADD,
                rows.seller(),
                group.id(),
                rows.array(
                        "uuid", holdings.stream().map(h -> h.subject().value()).toList()),
                rows.array(
                        "text", holdings.stream().map(h -> h.purpose().name()).toList()),
                rows.byteArrays(wrapped));
        rows.change(FILL_GROUP, holdings.size(), rows.seller(), group.id());
        return made;
    }

    private Group groupWithRoom(int members) {
        var withRoom = rows.rows(
                row -> {
                    var id = SellerRows.id(row, "group_id");
                    return new Group(id, groupKey(id, row.getInt("epoch"), row.getBytes("wrapped")));
                },
                GROUP_WITH_ROOM,
                rows.seller(),
                GROUP_SIZE - members,
                epochs.current());
        return withRoom.isEmpty() ? newGroup() : withRoom.get(0);
    }

    private Group newGroup() {
        var id = UUID.randomUUID();
        var key = Secret.random();
        rows.change(
                ADD_GROUP,
                rows.seller(),
                id,
                epochs.current(),
                epochs.wrap(key, EpochWrapping.group(rows.seller(), id)));
        return new Group(id, new Wrapping(key));
    }

    private byte[] boundTo(Holding holding, UUID group) {
        return new Fields()
                .text("subject secret")
                .id(rows.seller())
                .id(holding.subject().value())
                .text(holding.purpose().name())
                .id(group)
                .toBytes();
    }
}
