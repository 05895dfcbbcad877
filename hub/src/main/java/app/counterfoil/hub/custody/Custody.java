package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.store.SellerVault;
import app.counterfoil.vault.store.Vault;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The one door to everything personal: a seller's part of the vault, in a transaction of that seller. */
@Component
public class Custody {

    private final Vault vault;
    private final SellerTransactions transactions;

    Custody(Vault vault, SellerTransactions transactions) {
        this.vault = vault;
        this.transactions = transactions;
    }

    /** Works in the seller's vault, in the running transaction of the seller or in one of its own. */
    public <T> T in(SellerId seller, Function<SellerVault, T> work) {
        return transactions.in(seller, () -> work.apply(vault.of(seller.value(), transactions.connection(seller))));
    }

    /** The token by which somebody who signs in is found before their seller is known. */
    public long routingToken(Term term) {
        return vault.routingToken(term);
    }

    /** The data subjects whom a seller is told of under these outside names, in their order: always the same ones. */
    public List<SubjectId> subjectsNamed(SellerId seller, List<String> names) {
        return vault.subjectsNamed(seller.value(), names);
    }
}
