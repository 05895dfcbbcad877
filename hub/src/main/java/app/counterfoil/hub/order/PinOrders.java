package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Holds orders where they stand for the rest of the running transaction, for whoever acts on their state. */
@Component
public class PinOrders {

    private final KnownOrders known;
    private final SellerTransactions transactions;

    PinOrders(KnownOrders known, SellerTransactions transactions) {
        this.known = known;
        this.transactions = transactions;
    }

    /** The states of these orders, which nobody else moves before the running transaction ends. */
    public Map<OrderId, OrderState> pin(SellerId seller, Collection<OrderId> orders) {
        return transactions.in(seller, () -> known.lock(seller, orders));
    }
}
