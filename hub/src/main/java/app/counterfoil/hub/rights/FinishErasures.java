package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.SellerTransactions;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Finishes erasures by itself: those that channels have passed on, those that wait for orders under way, and the look again at
 * what was erased.
 */
@Component
class FinishErasures {

    private static final String JOB = "finish-erasures";
    private static final int MOST = 500;

    private final RequestRows rows;
    private final EraseOnRequest erase;
    private final ChannelNotices channelNotices;
    private final SellerTransactions transactions;

    FinishErasures(
            RequestRows rows, EraseOnRequest erase, ChannelNotices channelNotices, SellerTransactions transactions) {
        this.rows = rows;
        this.erase = erase;
        this.channelNotices = channelNotices;
        this.transactions = transactions;
    }

    @Bean
    static RecurringTask<Void> finishErasuresJob(KnowsSellers sellers, ObjectProvider<FinishErasures> finish) {
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) ->
                        sellers.each(JOB, seller -> finish.getObject().of(seller)));
    }

    /** Goes on with those that wait, and looks again where nobody has. */
    void of(SellerId seller) {
        channelNotices.carryOut(seller);
        transactions
                .in(seller, () -> rows.in(seller, Set.of(RequestState.WAITING), MOST))
                .forEach(request -> {
                    var unused = erase.goOn(seller, request.id());
                });
        transactions
                .in(seller, () -> rows.toLookAgain(seller, MOST))
                .forEach(request -> erase.lookAgain(seller, request, HubJob.RETENTION));
    }
}
