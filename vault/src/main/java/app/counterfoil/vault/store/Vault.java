package app.counterfoil.vault.store;

import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.journal.CheckpointWitness;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.seal.BlindIndex;
import app.counterfoil.vault.seal.SubjectNames;
import app.counterfoil.vault.sql.SellerRows;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The vault of an installation; {@link #of} gives one seller's part of it, in one transaction. */
public final class Vault {

    private final EpochKeys epochKeys;
    private final ErasureLedger ledger;
    private final Clock clock;
    private final CheckpointWitness witness;

    /** A vault whose keys are kept there, and whose journal nobody witnesses. */
    public Vault(EpochKeys epochKeys, ErasureLedger ledger, Clock clock) {
        this(epochKeys, ledger, clock, CheckpointWitness.NONE);
    }

    /**
     * A vault whose keys are kept there.
     *
     * @param epochKeys the keys outside the database
     * @param ledger the erasure ledger outside the database
     * @param clock the business clock, whose zone says when a day turns
     * @param witness who remembers the newest checkpoints outside the database
     */
    public Vault(EpochKeys epochKeys, ErasureLedger ledger, Clock clock, CheckpointWitness witness) {
        this.epochKeys = epochKeys;
        this.ledger = ledger;
        this.clock = clock;
        this.witness = witness;
    }

    /**
     * The seller's part of the vault, within the transaction of the connection. The caller has set the seller of the
     * transaction; row level security shows nothing of anybody else's.
     */
    public SellerVault of(UUID seller, Connection transaction) {
        return new SellerVault(new SellerRows(seller, transaction), epochKeys, ledger, clock, witness);
    }

    /**
     * The subjects of whom a seller is told under these names, such as a channel and its order number, in their order:
     * always the same ones. So somebody who was forgotten and is told of again, after an older backup was brought back, is known to be forgotten.
     */
    public List<SubjectId> subjectsNamed(UUID seller, List<String> names) {
        return SubjectNames.of(epochKeys.routingKey(), seller, names);
    }

    /** A token that is the same for all sellers: only to find the seller of somebody who signs in. */
    public long routingToken(Term term) {
        return new BlindIndex(epochKeys.routingKey()).token(term);
    }
}
