package app.counterfoil.vault.secrets;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * How far the renewal of a seller's keys has come. A key that cannot be unwrapped is passed by: nobody can bring it under
 * another, and it may not hold up the others.
 *
 * @param stage which keys are next
 * @param purpose of the last dated secret that was looked at in this stage; empty before the first
 * @param day of that secret
 * @param id of the last key or group that was looked at in this stage
 * @param passedBy what could not be unwrapped so far
 */
record RenewalPlace(Stage stage, String purpose, LocalDate day, UUID id, PassedBy passedBy) {

    /** What is renewed one after the other. */
    enum Stage {
        BUCKETS,
        INDEXES,
        CREDENTIALS,
        GROUPS,
        GROUPS_WITH_LOSS,
        DONE;

        private Stage next() {
            return switch (this) {
                case BUCKETS -> INDEXES;
                case INDEXES -> CREDENTIALS;
                case CREDENTIALS -> GROUPS;
                case GROUPS -> GROUPS_WITH_LOSS;
                case GROUPS_WITH_LOSS, DONE -> DONE;
            };
        }
    }

    /**
     * Keys that could not be unwrapped.
     *
     * @param buckets bucket secrets
     * @param indexes index keys
     * @param credentials credentials of outside accounts
     * @param groups group keys
     * @param subjects how many subject secrets in groups that have lost a member
     */
    record PassedBy(Set<Slot> buckets, Set<Slot> indexes, Set<UUID> credentials, Set<UUID> groups, int subjects) {

        static final PassedBy NOTHING = new PassedBy(Set.of(), Set.of(), Set.of(), Set.of(), 0);

        PassedBy {
            buckets = Set.copyOf(buckets);
            indexes = Set.copyOf(indexes);
            credentials = Set.copyOf(credentials);
            groups = Set.copyOf(groups);
        }

        int all() {
            return buckets.size() + indexes.size() + credentials.size() + groups.size() + subjects;
        }
    }

    static final RenewalPlace START = at(Stage.BUCKETS, PassedBy.NOTHING);

    private static RenewalPlace at(Stage stage, PassedBy passedBy) {
        return new RenewalPlace(stage, "", LocalDate.EPOCH, new UUID(0, 0), passedBy);
    }

    boolean isDone() {
        return stage == Stage.DONE;
    }

    /** The beginning of the next stage. */
    RenewalPlace nextStage() {
        return at(stage.next(), passedBy);
    }

    /** Behind this dated secret, and those before it that could not be unwrapped. */
    RenewalPlace behind(Slot last, Set<Slot> unreadable) {
        boolean buckets = stage == Stage.BUCKETS;
        var with = new PassedBy(
                buckets ? both(passedBy.buckets, unreadable) : passedBy.buckets,
                buckets ? passedBy.indexes : both(passedBy.indexes, unreadable),
                passedBy.credentials,
                passedBy.groups,
                passedBy.subjects);
        return new RenewalPlace(stage, last.purpose().name(), last.day(), id, with);
    }

    /** Behind this key or group, and those before it that could not be unwrapped. */
    RenewalPlace behind(UUID last, Set<UUID> unreadable) {
        boolean ofCredentials = stage == Stage.CREDENTIALS;
        var with = new PassedBy(
                passedBy.buckets,
                passedBy.indexes,
                ofCredentials ? both(passedBy.credentials, unreadable) : passedBy.credentials,
                ofCredentials ? passedBy.groups : both(passedBy.groups, unreadable),
                passedBy.subjects);
        return new RenewalPlace(stage, purpose, day, last, with);
    }

    /** The same, and so many members of a group could not be unwrapped. */
    RenewalPlace withSubjects(int unreadable) {
        var with = new PassedBy(
                passedBy.buckets,
                passedBy.indexes,
                passedBy.credentials,
                passedBy.groups,
                passedBy.subjects + unreadable);
        return new RenewalPlace(stage, purpose, day, id, with);
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
