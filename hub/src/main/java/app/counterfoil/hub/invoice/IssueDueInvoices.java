package app.counterfoil.hub.invoice;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.dispatch.ShipmentsDispatched;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.DispatchedOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.storage.KnowsSellers;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Issues by itself what has left and has no invoice. What is told of is noted at once and issued by the job; what was
 * never told of, because the program ended in between, is found when it starts and every quarter of an hour.
 */
@Component
public class IssueDueInvoices {

    private static final Logger LOG = LoggerFactory.getLogger(IssueDueInvoices.class);

    /** An invoice is due within 30 days of the supply (VAT Regulations 1995 reg. 13(5)); what is older was looked at. */
    private static final int DAYS_BACK = 40;

    private static final Duration SEARCH_AGAIN = Duration.ofMinutes(15);
    private static final String JOB = "issue-invoices";
    private static final int AT_ONCE = 200;

    private final Orders orders;
    private final DispatchedOrders dispatched;
    private final Shipments shipments;
    private final Accounts accounts;
    private final InvoicesDue open;
    private final IssueInvoices issueInvoices;
    private final Invoices invoices;
    private final InvoicePdfs pdfs;
    private final Timeline timeline;
    private final BusinessClock clock;
    private final ObjectProvider<SchedulerClient> scheduler;

    IssueDueInvoices(
            Orders orders,
            DispatchedOrders dispatched,
            Shipments shipments,
            Accounts accounts,
            InvoicesDue open,
            IssueInvoices issueInvoices,
            Invoices invoices,
            InvoicePdfs pdfs,
            Timeline timeline,
            BusinessClock clock,
            ObjectProvider<SchedulerClient> scheduler) {
        this.orders = orders;
        this.dispatched = dispatched;
        this.shipments = shipments;
        this.accounts = accounts;
        this.open = open;
        this.issueInvoices = issueInvoices;
        this.invoices = invoices;
        this.pdfs = pdfs;
        this.timeline = timeline;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    @Bean
    static RecurringTask<Void> issueInvoicesJob(KnowsSellers sellers, ObjectProvider<IssueDueInvoices> issue) {
        // In memory on purpose: after a start it is empty, and everything is searched.
        var searched = new AtomicReference<>(Instant.EPOCH);
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofSeconds(15))).execute((instance, context) -> {
            var due = issue.getObject();
            var search = Duration.between(searched.get(), context.getExecution().getExecutionTime())
                            .compareTo(SEARCH_AGAIN)
                    > 0;
            for (var seller : sellers.allSellers()) {
                due.ofOne(seller, search);
            }
            if (search) {
                searched.set(context.getExecution().getExecutionTime());
            }
        });
    }

    /** One seller's trouble must not keep the job from the others; what failed is due still, and is searched again. */
    private void ofOne(SellerId seller, boolean search) {
        try {
            if (search) {
                search(seller);
            }
            issue(seller);
        } catch (RuntimeException failed) {
            LOG.error(
                    "job={} failed seller={} type={}",
                    JOB,
                    seller,
                    failed.getClass().getName());
        }
    }

    /** Only notes it and wakes the job, for the one who hands over waits for this. */
    @EventListener
    void hear(ShipmentsDispatched left) {
        open.due(
                left.seller(),
                shipments.of(left.seller(), left.shipments()).stream()
                        .map(Shipment::order)
                        .distinct()
                        .toList());
        scheduler.ifAvailable(IssueDueInvoices::wake);
    }

    private static void wake(SchedulerClient scheduler) {
        try {
            scheduler.reschedule(TaskInstanceId.of(JOB, RecurringTask.INSTANCE), Instant.EPOCH);
        } catch (RuntimeException busy) {
            // It runs at this moment, or not yet at all: its next turn is seconds away.
            LOG.debug("the job was not woken because of {}", busy.getClass().getName());
        }
    }

    /**
     * Finds what has left without anybody telling of it: a stop in between, or the channel sent it. Papers that were not
     * made are made.
     */
    public void search(SellerId seller) {
        pdfs.makeMissing(seller);
        var missing =
                open.missing(seller, dispatched.since(seller, clock.today().minusDays(DAYS_BACK)));
        if (missing.isEmpty()) {
            return;
        }
        var ours = shipments.latest(seller, missing);
        var connected = accounts.connectedAt(seller);
        open.due(
                seller,
                orders.of(seller, missing).stream()
                        // What left elsewhere before the account was connected was invoiced elsewhere.
                        .filter(order -> ours.containsKey(order.id())
                                || !order.placedAt().isBefore(connected.getOrDefault(order.account(), Instant.MAX)))
                        .map(OrderFacts::id)
                        .toList());
    }

    /** Issues what is due; one that cannot be issued is noted with its reason and does not stop the others. */
    public void issue(SellerId seller) {
        for (var due = open.toTry(seller, AT_ONCE); !due.isEmpty(); due = open.toTry(seller, AT_ONCE)) {
            due.forEach(order -> issue(seller, order));
        }
    }

    private void issue(SellerId seller, OrderId order) {
        try {
            var unused = issueInvoices.forOrder(seller, order, false, Optional.empty());
            open.issued(seller, order);
        } catch (Refusal refused) {
            if (invoices.ofOrder(seller, order).isPresent()) {
                // Somebody else was quicker.
                open.issued(seller, order);
            } else if (open.notIssued(seller, order, refused)) {
                timeline.write(seller, List.of(order), InvoiceHappening.INVOICE_NOT_ISSUED, refused.wrong(), Optional.empty());
            }
        } catch (RuntimeException unexpected) {
            // Its message could quote the order.
            LOG.error(
                    "invoice not issued order={} because of {}",
                    order,
                    unexpected.getClass().getName());
            var unused = open.notIssued(seller, order, new Unexpected());
        }
    }

    private static final class Unexpected extends Refusal {
        Unexpected() {
            super(
                    "Something went wrong that nobody foresaw; the program's log has the time and kind.",
                    "It is tried again by itself; tell us if it stays.");
        }
    }
}
