package app.counterfoil.hub.letter;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Personal;
import app.counterfoil.vault.Purpose;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Sends letters that are due. The try is committed first, then the letter is opened, which is journalled, then the mail
 * server is called, outside of any transaction, then the outcome is committed. A crash between the server's yes and that
 * commit leaves a letter of which nobody knows whether it was sent, and a mail server cannot be asked: it is sent once
 * more, with the same Message-ID, by which mail programs tell the second as the same; and never a third time by itself.
 */
@Component
public class LettersGoOut {

    static final String JOB = "send-letters";
    /** So that the others of the installation come to their turn. */
    private static final int MOST_A_TURN = 200;

    private final LetterRows rows;
    private final Custody custody;
    private final SellerDetails details;
    private final MailServer mail;
    private final ObjectProvider<AnswersGoTo> answers;

    LettersGoOut(
            LetterRows rows,
            Custody custody,
            SellerDetails details,
            MailServer mail,
            ObjectProvider<AnswersGoTo> answers) {
        this.rows = rows;
        this.custody = custody;
        this.details = details;
        this.mail = mail;
        this.answers = answers;
    }

    @Bean
    static RecurringTask<Void> sendLettersJob(KnowsSellers sellers, ObjectProvider<LettersGoOut> letters) {
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) ->
                        sellers.each(JOB, seller -> letters.getObject().of(seller)));
    }

    /** Sends whatever of the seller's is due; nothing is tried while no mail server can be used. */
    public void of(SellerId seller) {
        if (mail.unready().isPresent()) {
            return;
        }
        rows.giveUpUnsure(seller);
        var due = rows.take(seller);
        if (due.isEmpty()) {
            return;
        }
        var shop = new LetterMail.Shop(details.of(seller).tradingName(), answersTo(seller));
        for (int left = MOST_A_TURN; left > 0 && due.isPresent(); left--) {
            send(seller, shop, due.get());
            due = left > 1 ? rows.take(seller) : due;
        }
    }

    private void send(SellerId seller, LetterMail.Shop shop, LetterRows.Due due) {
        var opening = new Opening(HubJob.LETTERS, Purpose.RIGHTS_REQUEST, "SEND_LETTER");
        var opened = custody.in(seller, vault -> vault.openOne(opening, LetterText.KIND, due.ref()))
                .opened();
        if (opened.isEmpty()) {
            rows.notSent(seller, due, NotSent.cannotBeOpened());
            return;
        }
        try {
            mail.send(due.ref().id(), shop, opened.get());
            CrashPoint.reached("letter.sent");
            rows.sent(seller, due);
        } catch (NotSent why) {
            rows.notSent(seller, due, why);
        } catch (MailNotReady changedMeanwhile) {
            rows.notSent(seller, due, NotSent.unreachable());
        }
    }

    private Optional<Personal<String>> answersTo(SellerId seller) {
        return answers.stream()
                .flatMap(each -> each.addresses(seller).stream())
                .filter(address -> address.shownTo(EmailAddress::is))
                .findFirst();
    }
}
