package app.counterfoil.hub.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.seller.Role;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has to look at something gets a letter when it falls due, one more two weeks later, and no third. */
class RemindedOwnersTest extends ReviewBench {

    @Autowired
    private Reminders reminders;

    @Test
    void theOwnerIsWrittenToOnceAndOnceMoreAfterTwoWeeks() {
        reviews.record(owner(), ReviewKind.POLICY, "PRIVACY", fits(2));
        reviews.record(owner(), ReviewKind.POLICY, "REGISTER", fits(2));
        turn();
        assertThat(mails()).isEmpty();
        forward(2);
        turn();
        turn();
        assertThat(mails()).singleElement().asString().contains("Privacy policy", "Record of processing", "2 reviews");
        assertThat(told("PRIVACY")).satisfies(each -> {
            assertThat(each.round()).isEqualTo(1);
            assertThat(each.wrong()).isEmpty();
        });
        forward(13);
        turn();
        assertThat(mails()).hasSize(1);
        forward(1);
        turn();
        assertThat(mails()).hasSize(2);
        forward(20);
        turn();
        assertThat(mails()).hasSize(2);
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void whatWasLookedAtInTheMeantimeBeginsAnew() {
        reviews.record(owner(), ReviewKind.POLICY, "PRIVACY", fits(1));
        forward(1);
        turn();
        reviews.record(owner(), ReviewKind.POLICY, "PRIVACY", fits(1));
        turn();
        assertThat(mails()).hasSize(1);
        forward(1);
        turn();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void eachOwnerHearsOfTheirOwn() {
        var officer = another(Role.DATA_PROTECTION, "officer");
        reviews.plan(
                owner(),
                ReviewKind.POLICY,
                "RIGHTS",
                officer.id(),
                clock.today().plusDays(1));
        reviews.plan(
                owner(),
                ReviewKind.POLICY,
                "SECURITY",
                owner().id(),
                clock.today().plusDays(1));
        forward(1);
        turn();
        assertThat(mails()).hasSize(2).anySatisfy(mail -> assertThat(mail)
                .contains("officer@" + shop + ".example", "Requests and complaints")
                .doesNotContain("Security and backups"));
    }

    @Test
    void whatIsOverdueIsSeenWhereAttentionIsNeeded() throws Exception {
        assertThat(pages.page(owner(), "/attention")).contains("Nothing needs you here");
        reviews.plan(
                owner(),
                ReviewKind.POLICY,
                "SECURITY",
                owner().id(),
                clock.today().plusDays(1));
        forward(1);
        turn();
        assertThat(pages.page(owner(), "/attention")).contains("Review: Security and backups");
        assertThat(pages.page(shops.person(shop, Role.SERVICE), "/attention")).doesNotContain("Review: Security");
        assertThat(pages.page(owner(), "/reviews")).contains("One is due", "Written to");
    }

    private void forward(int days) {
        trainingClock.forward(days, unused -> {});
    }

    private void turn() {
        remind.of(shop);
        lettersGoOut.of(shop);
    }

    private Reminders.Reminder told(String policy) {
        var thing = new Reviewed(ReviewKind.POLICY, policy);
        var told = reminders.of(shop, reviews.overdue(shop)).get(thing);
        return Objects.requireNonNull(told);
    }

    /** Other shops of this installation are not turned here, so all mail is this shop's. */
    private List<String> mails() {
        return SANDBOX.mail().taken().stream()
                .map(mail -> mail.to() + " " + mail.subject() + " " + mail.text())
                .toList();
    }
}
