package app.counterfoil.hub.invoice;

import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.dispatch.ShipmentsDispatched;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.Soon;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Issues by itself. What is told of is noted at once and issued by the job; what was never told of, because the program
 * ended in between, is found when it starts and every quarter of an hour.
 */
@Component
class InvoiceByItself {

    private static final String JOB = "issue-invoices";
    private static final Duration SEARCH_AGAIN = Duration.ofMinutes(15);

    private final InvoicesDue open;
    private final Shipments shipments;
    private final Soon soon;

    InvoiceByItself(InvoicesDue open, Shipments shipments, Soon soon) {
        this.open = open;
        this.shipments = shipments;
        this.soon = soon;
    }

    @Bean
    static RecurringTask<Void> issueInvoicesJob(KnowsSellers sellers, ObjectProvider<IssueDueInvoices> issue) {
        // In memory on purpose: after a start it is empty, and everything is searched.
        var searched = new AtomicReference<>(Instant.EPOCH);
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofSeconds(15))).execute((instance, context) -> {
            var now = context.getExecution().getExecutionTime();
            var search = Duration.between(searched.get(), now).compareTo(SEARCH_AGAIN) > 0;
            // What failed is due still, and is searched again.
            sellers.each(JOB, seller -> {
                if (search) {
                    issue.getObject().search(seller);
                }
                issue.getObject().issue(seller);
            });
            if (search) {
                searched.set(now);
            }
        });
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
        soon.run(JOB);
    }
}
