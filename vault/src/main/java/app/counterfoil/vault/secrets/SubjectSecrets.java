package app.counterfoil.vault.secrets;

import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import app.counterfoil.vault.sql.SellerRows;
import java.sql.Array;
import java.util.ArrayList;
import java.util.Collection;
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
public final class SubjectSecrets {

    /** What stands for the subjects asked for: the secrets to seal under, which of them are new, whose were destroyed. */
    public record Standing(Map<Holding, Secret> secrets, Set<Holding> made, Set<Holding> forgotten) {
        private void add(Standing other) {
            secrets.putAll(other.secrets);
            made.addAll(other.made);
            forgotten.addAll(other.forgotten);
        }
    }

    /**
     * What stands for the subjects that were locked.
     *
     * @param living those who have a secret
     * @param forgotten those whose secret was destroyed, or who were forgotten before there was one
     */
    public record Locked(Set<Holding> living, Set<Holding> forgotten) {

        private boolean stands(Holding holding) {
            return living.contains(holding) || forgotten.contains(holding);
        }
    }

    private static final String LOCK =
            """
            SELECT held.subject_id, held.purpose, held.forgotten
              FROM unnest(?::uuid[], ?::text[]) AS asked (subject_id, purpose)
             CROSS JOIN LATERAL (
                   SELECT subject_id, purpose, wrapped IS NULL AS forgotten
                     FROM vault_subject_secret
                    WHERE seller_id = ? AND subject_id = asked.subject_id AND purpose = asked.purpose
                    LIMIT 1
                      FOR UPDATE) AS held
            """;
    /** The secrets first, then their groups' keys: in one go the database may read all keys anew for each secret. */
    private static final String READ =
            """
            WITH held AS MATERIALIZED (
                SELECT held.*
                  FROM unnest(?::uuid[], ?::text[]) AS asked (subject_id, purpose)
                 CROSS JOIN LATERAL (
                       SELECT *
                         FROM vault_subject_secret
                        WHERE seller_id = ? AND subject_id = asked.subject_id AND purpose = asked.purpose
                        LIMIT 1) AS held)
            SELECT held.subject_id, held.purpose, held.wrapped AS subject_wrapped, held.group_id,
                   key.epoch AS group_epoch, key.wrapped AS group_wrapped
              FROM held
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

    private final SellerRows rows;
    private final GroupKeys groups;

    SubjectSecrets(SellerRows rows, GroupKeys groups) {
        this.rows = rows;
        this.groups = groups;
    }

    /**
     * Locks what stands for these subjects until the transaction ends; whoever seals, replaces or carries on does so
     * first, so that nobody works on what another is about to change. Whoever forgets waits for it with the destroying.
     */
    public Locked lock(Collection<Holding> holdings) {
        return lockInOrder(inOrder(holdings));
    }

    private Locked lockInOrder(List<Holding> asked) {
        var locked = new Locked(new LinkedHashSet<>(), new LinkedHashSet<>());
        rows.each(
                row -> (row.getBoolean("forgotten") ? locked.forgotten() : locked.living()).add(Holding.in(row)),
                LOCK,
                subjects(asked),
                purposes(asked),
                rows.seller());
        return locked;
    }

    /** Locks these subjects and gives the secrets to seal under, made for those for whom nothing stands yet. */
    public Standing existingOrMade(Set<Holding> holdings) {
        var asked = inOrder(holdings);
        var existing = lockInOrder(asked);
        var standing = read(existing);
        var missing =
                asked.stream().filter(holding -> !existing.stands(holding)).toList();
        for (int from = 0; from < missing.size(); from += GroupKeys.SIZE) {
            standing.add(make(missing.subList(from, Math.min(missing.size(), from + GroupKeys.SIZE))));
        }
        return standing;
    }

    /**
     * Unwraps a secret that a query has read.
     *
     * @throws app.counterfoil.vault.seal.NotSealedLikeThis if it, or its group's key, is not what was wrapped
     * @throws app.counterfoil.vault.keys.KeysUnavailable if the epoch's key cannot be had
     */
    public Secret unwrap(Holding holding, WrappedSubject wrapped) {
        return groups.unwrap(wrapped.group(), wrapped.groupKey())
                .unwrap(wrapped.bytes(), boundTo(holding, wrapped.group()));
    }

    private Standing read(Locked locked) {
        var standing = new Standing(new HashMap<>(), new HashSet<>(), new HashSet<>(locked.forgotten()));
        if (locked.living().isEmpty()) {
            return standing;
        }
        rows.each(
                row -> {
                    var holding = Holding.in(row);
                    var wrapped = WrappedSubject.in(row).orElseThrow(() -> new NotSealedLikeThis("group"));
                    standing.secrets().put(holding, unwrap(holding, wrapped));
                },
                READ,
                subjects(locked.living()),
                purposes(locked.living()),
                rows.seller());
        return standing;
    }

    private Standing make(List<Holding> holdings) {
        var group = groups.withRoomFor(holdings.size());
        var fresh = Secret.random(holdings.size());
        var made = new HashMap<Holding, Secret>();
        var wrapped = new ArrayList<byte[]>(holdings.size());
        for (int i = 0; i < fresh.length; i++) {
            made.put(holdings.get(i), fresh[i]);
            wrapped.add(group.key().wrap(fresh[i], boundTo(holdings.get(i), group.id())));
        }
        int added = rows.change(
                ADD, rows.seller(), group.id(), subjects(holdings), purposes(holdings), rows.byteArrays(wrapped));
        groups.filled(group, added);
        // Where another transaction was first, what it left is what stands; only the database knows which those are.
        return added == holdings.size() ? new Standing(made, made.keySet(), Set.of()) : read(lock(holdings));
    }

    /** The same secret under another key of its group. */
    byte[] wrappedAnew(Holding holding, UUID group, byte[] wrapped, Wrapping before, Wrapping after) {
        var boundTo = boundTo(holding, group);
        return after.wrap(before.unwrap(wrapped, boundTo), boundTo);
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

    private Array subjects(Collection<Holding> holdings) {
        return rows.array("uuid", holdings, holding -> holding.subject().value());
    }

    private Array purposes(Collection<Holding> holdings) {
        return rows.array("text", holdings, holding -> holding.purpose().name());
    }

    private static List<Holding> inOrder(Collection<Holding> holdings) {
        return holdings.stream().distinct().sorted(Holding.IN_ORDER).toList();
    }
}
