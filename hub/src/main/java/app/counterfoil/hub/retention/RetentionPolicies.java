package app.counterfoil.hub.retention;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers how long a seller keeps personal data, now and at any time before. */
@Component
public class RetentionPolicies {

    private final PolicyRows rows;
    private final SellerTransactions transactions;

    RetentionPolicies(PolicyRows rows, SellerTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** The policy as it is now, to be told or shown. */
    public RetentionPolicy of(SellerId seller) {
        return history(seller).now();
    }

    /** The policy to seal by: it stays as it is until the running transaction of the seller ends. */
    public RetentionPolicy inForce(SellerId seller) {
        return transactions.in(seller, () -> {
            rows.lockForSealing(seller);
            return of(seller);
        });
    }

    /** All that was ever changed, the latest first, and what follows from it. */
    public History history(SellerId seller) {
        return new History(transactions.in(seller, () -> rows.all(seller)));
    }

    /**
     * A seller's policies over time.
     *
     * @param changes the latest first
     */
    public record History(List<PolicyChange> changes) {

        /** The policy in force. */
        public RetentionPolicy now() {
            return at(Instant.MAX);
        }

        /** The policy that was in force at that time. */
        public RetentionPolicy at(Instant time) {
            var policy = RetentionPolicy.DEFAULT;
            for (int i = changes.size() - 1; i >= 0; i--) {
                var change = changes.get(i);
                if (!change.since().isAfter(time)) {
                    policy = policy.with(change.purpose(), change.days());
                }
            }
            return policy;
        }

        /** On which day data of an order closed on that day ended, or ends if nothing is changed any more. */
        public LocalDate endOf(Purpose purpose, LocalDate closed, ChannelLimit limit) {
            var end = RetentionPolicy.DEFAULT.orderClosed(purpose, closed, limit);
            for (int i = changes.size() - 1; i >= 0; i--) {
                var change = changes.get(i);
                var since = change.since().atZone(BusinessClock.ZONE).toLocalDate();
                if (change.purpose() == purpose && end.isAfter(since)) {
                    var moved = at(change.since()).orderClosed(purpose, closed, limit);
                    end = moved.isBefore(since) ? since : moved;
                }
            }
            return end;
        }
    }
}
