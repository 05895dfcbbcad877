package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import java.sql.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

    /** What stands for the subjects asked for: the secrets to seal under, which of them are new, whose were destroyed. */
    record Standing(Map<Holding, Secret> secrets, Set<Holding> made, Set<Holding> forgotten) {
        private void add(Standing other) {
            secrets.putAll(other.secrets);
            made.addAll(other.made);
            forgotten.addAll(other.forgotten);
        }
    }

    /** The one order in which everybody locks and adds, so that two who want the same never wait for each other. */
    static final Comparator<Holding> IN_ORDER = Comparator.comparing(Holding::purpose)
            .thenComparing(holding -> holding.subject().value());

    private static final String LOCK =
            """
            SELECT held.subject_id, held.purpose
              FROM unnest(?::uuid[], ?::text[]) AS asked (subject_id, purpose)
             CROSS JOIN LATERAL (
                   SELECT subject_id, purpose
                     FROM vault_subject_secret
                    WHERE seller_id = ? AND subject_id = asked.subject_id AND purpose = asked.purpose
                    LIMIT 1
                      FOR UPDATE) AS held
            """;
    private static final String READ =
            """
            SELECT held.subject_id, held.purpose, held.wrapped, held.group_id, key.epoch, key.wrapped AS group_wrapped
              FROM unnest(?::uuid[], ?::text[]) AS asked (subject_id, purpose)
             CROSS JOIN LATERAL (
                   SELECT *
                     FROM vault_subject_secret
                    WHERE seller_id = ? AND subject_id = asked.subject_id AND purpose = asked.purpose
                    LIMIT 1) AS held
              LEFT JOIN vault_group_key key
                ON key.seller_id = held.seller_id AND key.group_id = held.group_id
            """;
    private static final String ADD =
            """
            INSERT INTO vault_subject_secret (seller_id, subject_id, purpose, group_id, wrapped)
            SELECT ?, fresh.subject_id, fresh.purpose, ?, fresh.wrapped
              FROM unnest(?::uuid[], ?::text[], ?::bytea[]) AS fresh (subject_id, purpose, wrapped)
            ON CONFLICT DO NOTHING
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
     * Locks what stands for these subjects until the transaction ends; whoever seals, replaces, carries on or forgets
     * does so first, so that nobody works on what another is about to change.
     *
     * @return those for whom something stands, a secret or what a destroyed one left behind
     */
    List<Holding> lock(Collection<Holding> holdings) {
        return lockInOrder(inOrder(holdings));
    }

    private List<Holding> lockInOrder(List<Holding> asked) {
        return rows.rows(
                row -> new Holding(
                        new SubjectId(SellerRows.id(row, "subject_id")), Purpose.valueOf(row.getString("purpose"))),
                LOCK,
                subjects(asked),
                purposes(asked),
                rows.seller());
    }

    /** Locks these subjects and gives the secrets to seal under, made for those for whom nothing stands yet. */
    Standing existingOrMade(Set<Holding> holdings) {
        var asked = inOrder(holdings);
        var existing = new LinkedHashSet<>(lockInOrder(asked));
        var standing = read(existing);
        var missing =
                asked.stream().filter(holding -> !existing.contains(holding)).toList();
        for (int from = 0; from < missing.size(); from += GROUP_SIZE) {
            standing.add(make(missing.subList(from, Math.min(missing.size(), from + GROUP_SIZE))));
        }
        return standing;
    }

    /** Unwraps a subject secret that a joined query has read. */
    Secret unwrap(Holding holding, UUID group, byte[] wrapped, Wrapping groupKey) {
        return groupKey.unwrap(wrapped, boundTo(holding, group));
    }

    /** Unwraps a group key that a joined query has read. */
    Wrapping groupKey(UUID group, int epoch, byte[] wrapped) {
        return new Wrapping(epochs.unwrap(epoch, wrapped, EpochWrapping.group(rows.seller(), group)));
    }

    private Standing read(Collection<Holding> holdings) {
        var standing = new Standing(new HashMap<>(), new HashSet<>(), new HashSet<>());
        if (holdings.isEmpty()) {
            return standing;
        }
        var groups = new HashMap<UUID, Wrapping>();
        rows.each(
                row -> {
                    var holding = new Holding(
                            new SubjectId(SellerRows.id(row, "subject_id")), Purpose.valueOf(row.getString("purpose")));
                    var wrapped = row.getBytes("wrapped");
                    if (wrapped == null) {
                        standing.forgotten().add(holding);
                        return;
                    }
                    var group = SellerRows.id(row, "group_id");
                    var key = groups.get(group);
                    if (key == null) {
                        key = groupKey(group, row.getInt("epoch"), row.getBytes("group_wrapped"));
                        groups.put(group, key);
                    }
                    standing.secrets().put(holding, unwrap(holding, group, wrapped, key));
                },
                READ,
                subjects(holdings),
                purposes(holdings),
                rows.seller());
        return standing;
    }

    private Standing make(List<Holding> holdings) {
        var group = groupWithRoom(holdings.size());
        var fresh = Secret.random(holdings.size());
        var made = new HashMap<Holding, Secret>();
        var wrapped = new ArrayList<byte[]>(holdings.size());
        for (int i = 0; i < fresh.length; i++) {
            made.put(holdings.get(i), fresh[i]);
            wrapped.add(group.key().wrap(fresh[i], boundTo(holdings.get(i), group.id())));
        }
        int added = rows.change(
                ADD, rows.seller(), group.id(), subjects(holdings), purposes(holdings), rows.byteArrays(wrapped));
        rows.change(FILL_GROUP, added, rows.seller(), group.id());
        // Where another transaction was first, what it left is what stands; only the database knows which those are.
        return added == holdings.size() ? new Standing(made, made.keySet(), Set.of()) : read(lock(holdings));
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

    /** What the secret of a holding is bound to within its group. */
    byte[] boundTo(Holding holding, UUID group) {
        return new Fields()
                .text("subject secret")
                .id(rows.seller())
                .id(holding.subject().value())
                .text(holding.purpose().name())
                .id(group)
                .toBytes();
    }

    private Array subjects(Collection<Holding> holdings) {
        return rows.array(
                "uuid", holdings.stream().map(h -> h.subject().value()).toList());
    }

    private Array purposes(Collection<Holding> holdings) {
        return rows.array("text", holdings.stream().map(h -> h.purpose().name()).toList());
    }

    private static List<Holding> inOrder(Collection<Holding> holdings) {
        return holdings.stream().distinct().sorted(IN_ORDER).toList();
    }
}
