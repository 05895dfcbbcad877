package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Term;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks, blind, whether an address stands on orders of channels that keep it from being used for anything else. */
@Component
public class AddressesOfChannels {

    private static final Set<Purpose> PURPOSES = EnumSet.of(Purpose.DELIVERY, Purpose.SERVICE);

    private final Custody custody;
    private final Orders orders;
    private final SellerTransactions transactions;

    AddressesOfChannels(Custody custody, Orders orders, SellerTransactions transactions) {
        this.custody = custody;
        this.orders = orders;
        this.transactions = transactions;
    }

    /** Whether a marketplace has given it with an order whose people are still held; the search stands in the journal. */
    public boolean areOfAMarketplace(SellerId seller, Term email) {
        var opening = new Opening(HubJob.INTAKE, Purpose.SERVICE, "MARKETING_CHECK");
        return transactions.in(seller, () -> {
            var found = custody.in(seller, vault -> vault.find(opening, PURPOSES, email)).stream()
                    .map(each -> new OrderId(each.id()))
                    .distinct()
                    .toList();
            return orders.of(seller, found).stream()
                    .anyMatch(order -> order.service().keepsAddressesFromMarketing());
        });
    }
}
