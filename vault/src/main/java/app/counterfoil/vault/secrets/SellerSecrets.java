package app.counterfoil.vault.secrets;

import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.keys.KeysDoNotFit;
import app.counterfoil.vault.sql.SellerRows;

/** All secrets of a seller in the database, within one transaction and under the epoch that is current at its start. */
public final class SellerSecrets {

    private final SubjectSecrets subjects;
    private final DatedSecrets buckets;
    private final DatedSecrets indexes;
    private final Credentials credentials;
    private final EpochsOfSeller epochsOfSeller;
    private final Renewal renewal;

    /** The secrets of the seller of these rows. */
    public SellerSecrets(SellerRows rows, EpochKeys keys) {
        var epochs = new EpochWrapping(keys);
        var groups = new GroupKeys(rows, epochs);
        this.subjects = new SubjectSecrets(rows, groups);
        this.buckets = new DatedSecrets(rows, epochs, DatedSecretTable.BUCKET);
        this.indexes = new DatedSecrets(rows, epochs, DatedSecretTable.INDEX);
        this.credentials = new Credentials(rows, epochs);
        this.epochsOfSeller = new EpochsOfSeller(rows, epochs.current());
        this.renewal = new Renewal(
                buckets,
                indexes,
                credentials,
                groups,
                new GroupsWithLoss(rows, epochs, subjects, groups),
                epochsOfSeller);
    }

    /** The secret of each subject and purpose. */
    public SubjectSecrets subjects() {
        return subjects;
    }

    /** The secrets of the days on which records end. */
    public DatedSecrets buckets() {
        return buckets;
    }

    /** The keys of search tokens, by the months in which records end. */
    public DatedSecrets indexes() {
        return indexes;
    }

    /** Credentials of outside accounts. */
    public Credentials credentials() {
        return credentials;
    }

    /** Brings all of them under the current epoch; {@link EpochTurn} has it do so. */
    public Renewal renewal() {
        return renewal;
    }

    /** Opens sealed records under them. */
    public Unsealing unsealing() {
        return new Unsealing(subjects, buckets);
    }

    /**
     * Refuses keys that have not come to an epoch yet under which something of the seller is wrapped.
     *
     * @throws KeysDoNotFit if the keys are older than the database
     */
    public void refuseOlderKeys() {
        epochsOfSeller.refuseOlderKeys();
    }
}
