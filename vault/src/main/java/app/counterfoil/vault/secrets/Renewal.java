package app.counterfoil.vault.secrets;

import app.counterfoil.vault.secrets.RenewalPlace.PassedBy;

/**
 * Brings a seller's keys under the current epoch, in steps that each stand in a transaction of their own; for
 * {@link EpochTurn} alone, to which whoever has the seller's vault hands it.
 */
public final class Renewal {

    private final DatedSecrets buckets;
    private final DatedSecrets indexes;
    private final Credentials credentials;
    private final GroupKeys groups;
    private final GroupsWithLoss groupsWithLoss;
    private final EpochsOfSeller epochs;

    Renewal(
            DatedSecrets buckets,
            DatedSecrets indexes,
            Credentials credentials,
            GroupKeys groups,
            GroupsWithLoss groupsWithLoss,
            EpochsOfSeller epochs) {
        this.buckets = buckets;
        this.indexes = indexes;
        this.credentials = credentials;
        this.groups = groups;
        this.groupsWithLoss = groupsWithLoss;
        this.epochs = epochs;
    }

    /** One step from that place on: at most so many keys, or one group that has lost a member. */
    RenewalStep step(int most, RenewalPlace from) {
        var place = from;
        while (!place.isDone()) {
            var step =
                    switch (place.stage()) {
                        case BUCKETS -> buckets.renew(most, place);
                        case INDEXES -> indexes.renew(most, place);
                        case CREDENTIALS -> credentials.renew(most, place);
                        case GROUPS -> groups.renew(most, place);
                        case GROUPS_WITH_LOSS -> groupsWithLoss.renewNext(place);
                        case DONE -> RenewalStep.nothing(place);
                    };
            if (!step.next().equals(place)) {
                return step;
            }
            place = place.nextStage();
        }
        return RenewalStep.nothing(place);
    }

    /** The lowest epoch that something of the seller is wrapped under, beside what was passed by; or the current one. */
    int oldestEpoch(PassedBy passedBy) {
        return epochs.oldest(passedBy);
    }
}
