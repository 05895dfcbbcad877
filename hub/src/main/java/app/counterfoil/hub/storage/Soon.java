package app.counterfoil.hub.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets a recurring job run now instead of at its next turn; where that is not possible, its next turn does the work. */
@Component
public class Soon {

    private static final Logger LOG = LoggerFactory.getLogger(Soon.class);

    private final ObjectProvider<Scheduler> scheduler;

    Soon(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /** Lets the job of that name run as soon as a thread is free. Never fails, and does not wait for it. */
    public void run(String job) {
        scheduler.ifAvailable(clock -> {
            try {
                clock.reschedule(TaskInstanceId.of(job, RecurringTask.INSTANCE), Instant.EPOCH);
            } catch (TaskInstanceException runsAlready) {
                LOG.debug("job={} runs at its own time", job);
            } catch (RuntimeException atItsTurn) {
                LOG.info(
                        "job={} waits for its turn, type={}",
                        job,
                        atItsTurn.getClass().getName());
            }
        });
    }
}
