package app.counterfoil.hub.letter;

import app.counterfoil.hub.storage.KnowsSellers;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Reads which letters have come back, every five minutes, and notes it at each; then the notice is deleted. */
@Component
public class ReadReturns {

    private static final Logger LOG = LoggerFactory.getLogger(ReadReturns.class);
    private static final String JOB = "read-returned-letters";

    private final Optional<ReturnsMailbox> mailbox;
    private final KnowsSellers sellers;
    private final LetterRows rows;

    ReadReturns(MailSettings settings, KnowsSellers sellers, LetterRows rows) {
        this.mailbox = settings.returnsPop3().host().isBlank()
                ? Optional.empty()
                : Optional.of(new ReturnsMailbox(settings.returnsPop3()));
        this.sellers = sellers;
        this.rows = rows;
    }

    @Bean
    static RecurringTask<Void> readReturnedLettersJob(ObjectProvider<ReadReturns> returns) {
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> returns.getObject().read());
    }

    /** Reads the mailbox once, if there is one; trouble is told by its kind, and the next turn tries again. */
    public void read() {
        var unused = look();
    }

    ReturnsMailbox.Found look() {
        if (mailbox.isEmpty()) {
            return new ReturnsMailbox.Found(0, 0);
        }
        try {
            var found = mailbox.get().read(this::take);
            if (found.notices() > 0) {
                LOG.info("letters came back notices={} others={}", found.notices(), found.others());
            }
            return found;
        } catch (MessagingException unreadable) {
            LOG.warn(
                    "the mailbox of returned letters cannot be read, see counterfoil.mail.returns-pop3 type={}",
                    unreadable.getClass().getName());
        } catch (MailNotReady why) {
            LOG.warn("the mailbox of returned letters is not read: {} {}", why.wrong(), why.mend());
        }
        return new ReturnsMailbox.Found(0, 0);
    }

    /** Whose letter it is the notice does not say. What is delayed or was delivered changes nothing. */
    private boolean take(DeliveryNotice notice) {
        return sellers.allSellers().stream()
                .anyMatch(seller -> notice.isFailure()
                        ? rows.cameBack(seller, notice.letter(), CameBack.of(notice.status()))
                        : rows.has(seller, notice.letter()));
    }
}
