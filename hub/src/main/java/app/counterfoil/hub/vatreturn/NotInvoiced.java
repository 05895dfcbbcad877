package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.invoice.InvoicesDue;
import app.counterfoil.hub.invoice.RefundsToCredit;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.tax.TaxPlace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What was sold or paid back without a document that says so, and so is in no return. */
@Component
public class NotInvoiced {

    /** More than so many are told as "so many or more". */
    private static final int MOST = 200;

    private final InvoicesDue due;
    private final RefundsToCredit refunds;
    private final Orders orders;

    NotInvoiced(InvoicesDue due, RefundsToCredit refunds, Orders orders) {
        this.due = due;
        this.refunds = refunds;
        this.orders = orders;
    }

    /** What was paid for from one day to another counts, sent or not; without an invoice it is in no box. */
    public List<Missing> of(SellerId seller, LocalDate first, LocalDate last) {
        return of(seller, first, last, "", order -> true);
    }

    /** The same of what goes to a member state. */
    public List<Missing> toEuropeanUnion(SellerId seller, LocalDate first, LocalDate last) {
        return of(seller, first, last, " for member states", order -> TaxPlace.of(order.territory())
                .state()
                .isPresent());
    }

    private List<Missing> of(
            SellerId seller, LocalDate first, LocalDate last, String where, Predicate<OrderFacts> which) {
        var missing = new ArrayList<Missing>();
        var notSent = Arrays.stream(OrderState.values())
                .filter(state -> state.isOpen() && state != OrderState.AWAITING_PAYMENT)
                .mapToLong(state -> orders.page(seller, placed(state, first, last), Optional.empty(), MOST).stream()
                        .filter(which)
                        .count())
                .sum();
        if (notSent > 0) {
            missing.add(new Missing(
                    count(notSent, "order" + where + " was", "orders" + where + " were")
                            + " placed in this period and not sent yet. Invoices are issued when they leave; until then they"
                            + " are not in these figures.",
                    "/orders",
                    false));
        }
        var refused = due.refused(seller, MOST).size();
        if (refused > 0) {
            missing.add(new Missing(
                    count(refused, "order has", "orders have")
                            + " left without an invoice, because something has to be said first.",
                    "/invoices",
                    false));
        }
        var open = refunds.list(seller, false, MOST).size();
        if (open > 0) {
            missing.add(new Missing(
                    count(open, "refund that a channel tells of has", "refunds that channels tell of have")
                            + " no credit note yet, which takes VAT off.",
                    "/invoices/refunds",
                    false));
        }
        return missing;
    }

    private static OrderFilter placed(OrderState state, LocalDate first, LocalDate last) {
        return new OrderFilter(
                Optional.of(state),
                Optional.empty(),
                Optional.empty(),
                Optional.of(first),
                Optional.of(last),
                Optional.empty());
    }

    static String count(long many, String one, String more) {
        return many == 1 ? "1 " + one : "%,d%s %s".formatted(many, many >= MOST ? " or more" : "", more);
    }
}
