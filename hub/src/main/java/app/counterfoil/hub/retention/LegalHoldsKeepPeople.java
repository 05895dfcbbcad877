package app.counterfoil.hub.retention;

import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells of the copies that stand for a legal claim. */
@Component
@Order(4)
class LegalHoldsKeepPeople implements KeepsPeople {

    private final LegalHoldRows rows;
    private final SellerTransactions transactions;

    LegalHoldsKeepPeople(LegalHoldRows rows, SellerTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public Map<UUID, List<HeldPart>> of(SellerId seller, List<UUID> orders, Opens opens) {
        return transactions.in(seller, () -> {
            Map<RecordRef, UUID> copies = rows.standingCopiesOf(seller, orders);
            var parts = new HashMap<UUID, List<HeldPart>>();
            var opened = opens.open(ClaimCopy.KIND, copies.keySet());
            copies.forEach((ref, order) -> {
                if (opened.get(ref.id()) instanceof Outcome.Opened<ClaimCopy> copy) {
                    copy.content().parts().forEach(part -> parts.computeIfAbsent(order, each -> new ArrayList<>())
                            .add(new HeldPart(
                                    part.title() + ", copied for a legal claim",
                                    Purpose.LEGAL_CLAIM,
                                    copy.endsOn(),
                                    part.lines())));
                }
            });
            return parts;
        });
    }
}
