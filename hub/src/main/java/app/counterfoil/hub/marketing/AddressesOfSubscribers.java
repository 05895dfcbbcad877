package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.KeepsAddresses;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where those can be written to who have agreed to marketing, or were asked to: of a breach, and never for marketing. */
@Component
class AddressesOfSubscribers implements KeepsAddresses<Contact> {

    private final ConsentRows rows;
    private final SellerTransactions transactions;

    AddressesOfSubscribers(ConsentRows rows, SellerTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public DataSubjects whose() {
        return DataSubjects.SUBSCRIBERS;
    }

    @Override
    public RecordKind<Contact> kind() {
        return Contact.KIND;
    }

    @Override
    public List<RecordRef> of(SellerId seller, Collection<SubjectId> subjects) {
        return transactions.in(seller, () -> rows.under(seller, subjects));
    }

    @Override
    public String address(Contact content) {
        return content.email();
    }
}
