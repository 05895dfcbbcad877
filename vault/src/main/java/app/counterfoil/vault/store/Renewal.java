package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.EpochKeyGone;
import app.counterfoil.vault.keys.KeysDoNotFit;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import app.counterfoil.vault.store.DatedSecrets.Slot;
import app.counterfoil.vault.store.RenewalPlace.PassedBy;
import app.counterfoil.vault.store.SubjectSecrets.Holding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;

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
             WHERE key.seller_id = ? AND key.epoch < ? AND key.group_id > ?
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
             WHERE key.seller_id = ? AND key.epoch < ? AND key.group_id > ?
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
                   (SELECT min(epoch) FROM vault_group_key WHERE seller_id = ? AND NOT group_id = ANY (?)),
                   (SELECT min(epoch) FROM vault_bucket_secret
                     WHERE seller_id = ? AND wrapped IS NOT NULL AND NOT purpose || to_char(expires_on, ' YYYY-MM-DD') = ANY (?)),
                   (SELECT min(epoch) FROM vault_index_key
                     WHERE seller_id = ? AND NOT purpose || to_char(month, ' YYYY-MM-DD') = ANY (?)),
                   (SELECT min(epoch) FROM vault_kept_secret WHERE seller_id = ? AND NOT secret_id = ANY (?))) AS epoch
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

    /** A key by what names it, wrapped under the current epoch, if it could be unwrapped. */
    record Fresh<K>(K id, Optional<byte[]> wrapped) {}

    /** How the members of a group were renewed, and how many could not be. */
    private record Members(int renewed, int unreadable) {}

    /**
     * What a step has done, and where the next one begins; to be used once the step's transaction has committed.
     *
     * @param renewed what was renewed
     * @param next where the next step begins
     */
    record Step(RenewedKeys renewed, RenewalPlace next) {

        static Step nothing(RenewalPlace place) {
            return new Step(RenewedKeys.NONE, place);
        }

        /** Stores what could be unwrapped of these, and passes the rest by. */
        static <K> Step of(
                List<Fresh<K>> old,
                RenewalPlace place,
                Consumer<Map<K, byte[]>> store,
                BiFunction<K, Set<K>, RenewalPlace> behind) {
            if (old.isEmpty()) {
                return nothing(place);
            }
            var fresh = new LinkedHashMap<K, byte[]>();
            var unreadable = new HashSet<K>();
            for (var key : old) {
                key.wrapped().ifPresentOrElse(wrapped -> fresh.put(key.id(), wrapped), () -> unreadable.add(key.id()));
            }
            if (!fresh.isEmpty()) {
                store.accept(fresh);
            }
            var last = old.get(old.size() - 1).id();
            return new Step(new RenewedKeys(fresh.size(), 0, 0), behind.apply(last, unreadable));
        }
    }

    private final SellerRows rows;
    private final EpochWrapping epochs;
    private final SubjectSecrets subjects;
    private final DatedSecrets buckets;
    private final DatedSecrets indexes;
    private final KeptSecrets kept;

    Renewal(
            SellerRows rows,
            EpochWrapping epochs,
            SubjectSecrets subjects,
            DatedSecrets buckets,
            DatedSecrets indexes,
            KeptSecrets kept) {
        this.rows = rows;
        this.epochs = epochs;
        this.subjects = subjects;
        this.buckets = buckets;
        this.indexes = indexes;
        this.kept = kept;
    }

    /** One step from that place on: at most so many keys, or one group that has lost a member. */
    Step step(int most, RenewalPlace from) {
        var place = from;
        while (!place.isDone()) {
            var step =
                    switch (place.stage()) {
                        case BUCKETS -> buckets.renew(most, place);
                        case INDEXES -> indexes.renew(most, place);
                        case KEPT -> kept.renew(most, place);
                        case GROUPS -> renewGroups(most, place);
                        case GROUPS_WITH_LOSS -> renewGroupWithLoss(place);
                        case DONE -> Step.nothing(place);
                    };
            if (!step.next().equals(place)) {
                return step;
            }
            place = place.nextStage();
        }
        return Step.nothing(place);
    }

    /** The lowest epoch that something of the seller is wrapped under, beside what was passed by; or the current one. */
    int oldestEpoch(PassedBy passedBy) {
        return rows.rows(
                        row -> {
                            int epoch = row.getInt("epoch");
                            return row.wasNull() ? epochs.current() : epoch;
                        },
                        OLDEST,
                        rows.seller(),
                        rows.array("uuid", List.copyOf(passedBy.groups())),
                        rows.seller(),
                        rows.array("text", named(passedBy.buckets())),
                        rows.seller(),
                        rows.array("text", named(passedBy.indexes())),
                        rows.seller(),
                        rows.array("uuid", List.copyOf(passedBy.kept())))
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

    private static List<String> named(Set<Slot> slots) {
        return slots.stream().map(slot -> slot.purpose() + " " + slot.day()).toList();
    }

    private Step renewGroups(int most, RenewalPlace place) {
        var old = groups(GROUPS, rows.seller(), epochs.current(), place.id(), rows.seller(), most).stream()
                .map(group -> new Fresh<>(
                        group.id(),
                        epochs.renewed(group.epoch(), group.wrapped(), EpochWrapping.group(rows.seller(), group.id()))))
                .toList();
        return Step.of(
                old,
                place,
                fresh -> rows.change(
                        WRAP_GROUPS,
                        epochs.current(),
                        rows.array("uuid", List.copyOf(fresh.keySet())),
                        rows.byteArrays(List.copyOf(fresh.values())),
                        rows.seller()),
                place::behind);
    }

    private Step renewGroupWithLoss(RenewalPlace place) {
        var groups = groups(GROUP_WITH_LOSS, rows.seller(), epochs.current(), place.id());
        if (groups.isEmpty()) {
            return Step.nothing(place);
        }
        var group = groups.get(0);
        Wrapping before;
        try {
            before = subjects.groupKey(group.id(), group.epoch(), group.wrapped());
        } catch (NotSealedLikeThis | EpochKeyGone unreadable) {
            return new Step(RenewedKeys.NONE, place.behind(group.id(), Set.of(group.id())));
        }
        var key = Secret.random();
        var members = renewMembers(group, before, new Wrapping(key));
        rows.change(LET_THE_LOST_GO, rows.seller(), group.id());
        rows.change(
                WRAP_GROUP,
                epochs.current(),
                epochs.wrap(key, EpochWrapping.group(rows.seller(), group.id())),
                members.renewed(),
                rows.seller(),
                group.id());
        return new Step(
                new RenewedKeys(1, 1, members.renewed()),
                place.behind(group.id(), Set.of()).withSubjects(members.unreadable()));
    }

    /** Wraps the surviving members of a group under its new key. */
    private Members renewMembers(Group group, Wrapping before, Wrapping after) {
        var unreadable = new AtomicInteger();
        var ids = new ArrayList<UUID>();
        var purposes = new ArrayList<String>();
        var wrapped = new ArrayList<byte[]>();
        rows.each(
                row -> {
                    var holding = new Holding(
                            new SubjectId(SellerRows.id(row, "subject_id")), Purpose.valueOf(row.getString("purpose")));
                    try {
                        wrapped.add(after.wrap(
                                subjects.unwrap(holding, group.id(), row.getBytes("wrapped"), before),
                                subjects.boundTo(holding, group.id())));
                    } catch (NotSealedLikeThis damaged) {
                        unreadable.incrementAndGet();
                        return;
                    }
                    ids.add(holding.subject().value());
                    purposes.add(holding.purpose().name());
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
        return new Members(ids.size(), unreadable.get());
    }

    private List<Group> groups(String sql, Object... parameters) {
        return rows.rows(
                row -> new Group(SellerRows.id(row, "group_id"), row.getInt("epoch"), row.getBytes("wrapped")),
                sql,
                parameters);
    }
}
