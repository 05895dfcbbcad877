package app.counterfoil.hub.review;

import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.letter.Letter;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.Staff;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Writes to the owners of what is overdue: once when it falls due, once more two weeks later, and not a third time. What was
 * written and to whom is kept with the letter, in one transaction.
 */
@Component
class RemindOwners {

    private static final String JOB = "remind-owners-of-reviews";
    private static final String TEMPLATE = "REVIEW_DUE";
    private static final Duration ONCE_MORE_AFTER = Duration.ofDays(14);
    private static final int LETTER_LIVES_DAYS = 60;

    private final Reviews reviews;
    private final ReviewRows rows;
    private final PeopleOfTheShop people;
    private final SellerDetails sellers;
    private final SendLetters letters;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    RemindOwners(
            Reviews reviews,
            ReviewRows rows,
            PeopleOfTheShop people,
            SellerDetails sellers,
            SendLetters letters,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.reviews = reviews;
        this.rows = rows;
        this.people = people;
        this.sellers = sellers;
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Due(ToReview review, int round) {}

    @Bean
    static RecurringTask<Void> remindOwnersJob(KnowsSellers sellers, ObjectProvider<RemindOwners> remind) {
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) ->
                        sellers.each(JOB, seller -> remind.getObject().of(seller)));
    }

    /** Plans what is new in the shop, and writes to whoever has to look at something. */
    void of(SellerId seller) {
        reviews.planWhatIsNew(seller);
        due(seller).stream()
                .collect(Collectors.groupingBy(each -> each.review().owner().orElseThrow()))
                .forEach((owner, all) -> transactions.run(seller, () -> write(seller, owner, all)));
    }

    private List<Due> due(SellerId seller) {
        var written = new HashMap<Reviewed, ReviewRows.Reminder>();
        rows.reminders(seller).forEach(each -> written.putIfAbsent(each.thing(), each));
        return reviews.overdue(seller).stream()
                .filter(each -> each.owner().isPresent())
                .map(each -> new Due(each, round(each, written.get(each.thing()))))
                .filter(each -> each.round() > 0)
                .toList();
    }

    /** Which letter it is time for; 0 for none. */
    private int round(ToReview review, ReviewRows.@Nullable Reminder last) {
        if (last == null || !last.dueOn().equals(review.nextOn())) {
            return 1;
        }
        var isTime = !clock.now().isBefore(last.at().plus(ONCE_MORE_AFTER));
        return last.round() == 1 && isTime ? 2 : 0;
    }

    private void write(SellerId seller, UUID owner, List<Due> due) {
        var about = UUID.randomUUID();
        people.forJob(seller, owner, new Opening(HubJob.REVIEWS, Purpose.STAFF, "REMIND_OWNER"))
                .ifPresent(person -> send(seller, person, about, due));
        for (var each : due) {
            rows.add(
                    seller,
                    new ReviewRows.Reminder(
                            each.review().thing(), each.review().nextOn(), each.round(), about, owner, clock.now()));
        }
    }

    /** An address that no mail server would take gets no letter; the page says that none went. */
    private void send(SellerId seller, Staff person, UUID about, List<Due> due) {
        var letter = new Letter(
                about,
                SubjectId.random(),
                TEMPLATE,
                person.shownEmail(),
                due.size() == 1 ? "A review is due" : due.size() + " reviews are due",
                text(seller, person, due),
                clock.today().plusDays(LETTER_LIVES_DAYS));
        try {
            var unused = letters.send(seller, letter);
        } catch (Refusal noAddressToWriteTo) {
            return;
        }
    }

    private String text(SellerId seller, Staff person, List<Due> due) {
        var lines = due.stream()
                .map(each -> "- " + each.review().thing().kind().title() + ": "
                        + each.review().thing().title() + ", "
                        + since(each.review().nextOn()) + "\n  "
                        + each.review().thing().question())
                .collect(Collectors.joining("\n"));
        return "Dear " + person.shownName() + ",\n\nplease look at this for "
                + sellers.of(seller).tradingName() + ":\n\n" + lines
                + "\n\nSign in, open Reviews, and record what you found. What you record is kept as evidence.\n"
                + (due.stream().anyMatch(each -> each.round() == 2)
                        ? "\nThis is the second and last letter about it; it stays on the list until it is done.\n"
                        : "");
    }

    private static String since(LocalDate day) {
        return day.equals(LocalDate.EPOCH) ? "no agreement on file" : "due on " + Written.longDay(day);
    }
}
