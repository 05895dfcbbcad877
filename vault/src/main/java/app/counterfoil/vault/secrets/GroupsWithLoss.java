package app.counterfoil.vault.secrets;

import app.counterfoil.vault.keys.EpochKeyGone;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives each group that has lost a member a new key, and wraps its survivors under that: whoever opens the old key from
 * an old backup finds the forgotten there, but nobody finds them under the new one.
 */
final class GroupsWithLoss {

    private static final String NEXT =
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

    private record Group(UUID id, Wrapped key) {}

    /** How the members of a group were renewed, and how many could not be. */
    private record Members(int renewed, int unreadable) {}

    private final SellerRows rows;
    private final EpochWrapping epochs;
    private final SubjectSecrets subjects;
    private final GroupKeys groups;

    GroupsWithLoss(SellerRows rows, EpochWrapping epochs, SubjectSecrets subjects, GroupKeys groups) {
        this.rows = rows;
        this.epochs = epochs;
        this.subjects = subjects;
        this.groups = groups;
    }

    /** Renews the next group behind that place. */
    RenewalStep renewNext(RenewalPlace place) {
        return rows
                .rows(
                        row -> new Group(Columns.id(row, "group_id"), Wrapped.in(row)),
                        NEXT,
                        rows.seller(),
                        epochs.current(),
                        place.id())
                .stream()
                .findFirst()
                .map(group -> renew(group, place))
                .orElseGet(() -> RenewalStep.nothing(place));
    }

    private RenewalStep renew(Group group, RenewalPlace place) {
        Wrapping before;
        try {
            before = groups.unwrap(group.id(), group.key());
        } catch (NotSealedLikeThis | EpochKeyGone unreadable) {
            return new RenewalStep(RenewedKeys.NONE, place.behind(group.id(), Set.of(group.id())));
        }
        var key = Secret.random();
        var members = renewMembers(group.id(), before, new Wrapping(key));
        rows.change(LET_THE_LOST_GO, rows.seller(), group.id());
        rows.change(
                WRAP_GROUP,
                epochs.current(),
                epochs.wrap(key, groups.boundTo(group.id())),
                members.renewed(),
                rows.seller(),
                group.id());
        return new RenewalStep(
                new RenewedKeys(1, 1, members.renewed()),
                place.behind(group.id(), Set.of()).withSubjects(members.unreadable()));
    }

    /** Wraps the surviving members of a group under its new key. */
    private Members renewMembers(UUID group, Wrapping before, Wrapping after) {
        var unreadable = new AtomicInteger();
        var fresh = new LinkedHashMap<Holding, byte[]>();
        rows.each(
                row -> {
                    var holding = Holding.in(row);
                    try {
                        fresh.put(
                                holding, subjects.wrappedAnew(holding, group, row.getBytes("wrapped"), before, after));
                    } catch (NotSealedLikeThis damaged) {
                        unreadable.incrementAndGet();
                    }
                },
                MEMBERS,
                rows.seller(),
                group);
        rows.change(
                WRAP_MEMBERS,
                rows.array("uuid", fresh.keySet(), holding -> holding.subject().value()),
                rows.array("text", fresh.keySet(), holding -> holding.purpose().name()),
                rows.byteArrays(fresh.values()),
                rows.seller());
        return new Members(fresh.size(), unreadable.get());
    }
}
