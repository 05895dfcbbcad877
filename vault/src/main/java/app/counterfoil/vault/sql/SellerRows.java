package app.counterfoil.vault.sql;

import java.sql.Connection;
import java.util.UUID;

/** Statements on one seller's rows, within one transaction of that seller; each names the seller itself. */
public final class SellerRows extends Statements {

    private final UUID seller;

    /** The seller's rows, in the transaction of the connection. */
    public SellerRows(UUID seller, Connection transaction) {
        super(transaction);
        this.seller = seller;
    }

    /** Whose rows. */
    public UUID seller() {
        return seller;
    }
}
