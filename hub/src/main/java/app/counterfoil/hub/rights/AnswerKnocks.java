package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.letter.Letter;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.PeopleOnRequest;
import app.counterfoil.hub.rights.Knocks.Knock;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Term;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Sends a code to whoever has asked on the public page, if the address is on an order of the shop, or a copy was made for it; by itself and not while
 * they wait, so that no answer takes longer for those who are known.
 */
@Component
class AnswerKnocks implements HearsDayTurn {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerKnocks.class);
    private static final String JOB = "answer-knocks";
    private static final int MOST_CODES_A_DAY = 3;
    private static final int AT_ONCE = 100;
    private static final int DAYS_READABLE = 2;

    private final Knocks knocks;
    private final Bundles bundles;
    private final PeopleOnRequest people;
    private final SendLetters letters;
    private final SellerDetails sellers;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    AnswerKnocks(
            Knocks knocks,
            Bundles bundles,
            PeopleOnRequest people,
            SendLetters letters,
            SellerDetails sellers,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.knocks = knocks;
        this.bundles = bundles;
        this.people = people;
        this.letters = letters;
        this.sellers = sellers;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> answerKnocksJob(KnowsSellers sellers, ObjectProvider<AnswerKnocks> answer) {
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) ->
                        sellers.each(JOB, seller -> answer.getObject().of(seller)));
    }

    /** Answers those that came. */
    void of(SellerId seller) {
        transactions.in(seller, () -> knocks.came(seller, AT_ONCE)).forEach(knock -> answerOrLeave(seller, knock));
    }

    /** One that cannot be answered must not keep the code from all who have knocked after it. */
    private void answerOrLeave(SellerId seller, UUID knock) {
        try {
            transactions.run(seller, () -> answer(seller, knock));
        } catch (RuntimeException cannot) {
            // Its message could quote the address.
            LOG.error(
                    "knock not answered knock={} because of {}",
                    knock,
                    cannot.getClass().getName());
            transactions.run(seller, () -> knocks.unanswered(seller, knock));
        }
    }

    /** What was typed has ended by then; what stands in rows of it goes, too. */
    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        transactions.run(seller, () -> {
            knocks.forgetBefore(seller, clock.now().minus(Duration.ofDays(DAYS_READABLE)));
            bundles.forgetContacts(seller, today);
        });
    }

    private void answer(SellerId seller, UUID id) {
        var opening = new Opening(HubJob.REQUESTS, Purpose.RIGHTS_REQUEST, "PUBLIC_PAGE");
        knocks.locked(seller, id)
                .filter(knock -> knock.state() == KnockState.CAME)
                .ifPresent(knock -> custody.in(seller, vault -> vault.openOne(opening, Requester.TYPED, knock.typed()))
                        .opened()
                        .filter(typed ->
                                knocks.sentLately(seller, knock.contact(), Duration.ofDays(1)) < MOST_CODES_A_DAY)
                        .filter(typed -> knock.forCopy()
                                ? bundles.at(seller, knock.contact()).isPresent()
                                : isOnAnOrder(seller, opening, typed))
                        .ifPresentOrElse(
                                typed -> send(seller, knock, typed.email()), () -> knocks.unanswered(seller, id)));
    }

    private boolean isOnAnOrder(SellerId seller, Opening opening, Requester typed) {
        return !people.find(seller, opening, List.of(Term.email(typed.email()))).isEmpty();
    }

    private void send(SellerId seller, Knock knock, String email) {
        var code = Passphrase.code();
        knocks.sent(seller, knock.id(), Secret.of(knock.id(), code));
        var unused = letters.send(
                seller,
                new Letter(
                        knock.id(),
                        knock.subject(),
                        LetterTemplate.CODE.name(),
                        email,
                        LetterTemplate.CODE.subjectLine(),
                        LetterTemplate.CODE
                                .text()
                                .replace("{shop}", sellers.of(seller).tradingName())
                                .replace("{code}", code),
                        clock.today().plusDays(DAYS_READABLE)));
    }
}
