package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.NeedsAttention;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds of refunds without a credit note; of a day only where the customer is a business (SI 1995/2518 reg. 15C(1A)). */
@Component
class RefundsNeedAttention implements NeedsAttention {

    private static final int MOST = 200;
    private static final String PATH = "/invoices/refunds";

    private final RefundsToCredit refunds;
    private final BusinessClock clock;

    RefundsNeedAttention(RefundsToCredit refunds, BusinessClock clock) {
        this.refunds = refunds;
        this.clock = clock;
    }

    @Override
    public List<Item> of(SellerId seller) {
        var items = new ArrayList<Item>();
        var others = 0;
        for (var refund : refunds.list(seller, false, MOST)) {
            if (refund.dueBy().isEmpty()) {
                others++;
                continue;
            }
            var due = refund.dueBy().orElseThrow();
            items.add(new Item(
                    "Credit note for " + refund.invoice().orderReference(),
                    "/invoices/" + refund.invoice().id() + "/credit",
                    due.isBefore(clock.today())
                            ? "It was due by " + Written.day(due) + ": the customer is a business"
                            : "It is due by " + Written.day(due) + ": the customer is a business",
                    "Issue it for " + refund.open().shown() + ", or put it aside if it was issued elsewhere.",
                    ""));
        }
        if (others > 0) {
            items.add(new Item(
                    others == 1 ? "Refunds: 1 order" : "Refunds: %,d orders".formatted(others),
                    PATH,
                    "Money was paid back and no credit note takes the VAT off",
                    "Issue the credit notes, so that you do not pay VAT on money that you gave back.",
                    ""));
        }
        return items;
    }
}
