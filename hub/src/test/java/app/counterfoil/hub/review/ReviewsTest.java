package app.counterfoil.hub.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What there is to look at is read off the system; what was looked at stays as evidence. */
class ReviewsTest extends ReviewBench {

    private static final String NOTE = "Ottilie Kanarienvogel keeps the list of who is called.";

    @Autowired
    private Recipients recipients;

    @Autowired
    private ReviewNotes notes;

    @Autowired
    private ReviewRows rows;

    @Test
    void everythingThereIsToLookAtHasAnOwnerAndADay() {
        var all = reviews.all(shop);
        assertThat(all)
                .extracting(each -> each.thing().path())
                .contains(
                        "/reviews/access",
                        "/reviews/PURPOSE/DELIVERY",
                        "/reviews/PURPOSE/RIGHTS_REQUEST",
                        "/reviews/RECIPIENT/ROYAL_MAIL",
                        "/reviews/RECIPIENT/AMAZON",
                        "/reviews/POLICY/RETENTION",
                        "/reviews/POLICY/PRIVACY",
                        "/reviews/POLICY/BREACH");
        assertThat(all).allSatisfy(each -> {
            assertThat(each.owner()).contains(owner().id());
            assertThat(each.nextOn()).isAfter(clock.today());
        });
        assertThat(reviews.one(shop, ReviewKind.ACCESS, "ACCESS").nextOn())
                .isEqualTo(clock.today().plusMonths(3));
        assertThat(policy(Policy.BREACH).nextOn()).isEqualTo(clock.today().plusMonths(6));
    }

    @Test
    void whatIsFoundIsPlannedOnceAndItsDayStaysWhereItIs() {
        reviews.planWhatIsNew(shop);
        var due = policy(Policy.RETENTION).nextOn();
        trainingClock.forward(3, unused -> {});
        reviews.planWhatIsNew(shop);
        assertThat(policy(Policy.RETENTION).nextOn()).isEqualTo(due);
        assertThat(rows.plans(shop)).hasSize(reviews.all(shop).size());
    }

    @Test
    void aReviewIsRecordedWithWhatCameOfItAndTheNextDay() {
        var told = new Reviews.Told(Outcome.CHANGED, NOTE, clock.today().plusDays(40));
        reviews.record(owner(), ReviewKind.POLICY, "BREACH", told);
        assertThat(policy(Policy.BREACH).nextOn()).isEqualTo(told.nextOn());
        assertThat(reviews.history(owner())).singleElement().satisfies(review -> {
            assertThat(review.note()).contains(NOTE);
            assertThat(review.by()).isEqualTo(owner().id());
            assertThat(review.outcome()).isEqualTo(Outcome.CHANGED);
        });
        wellDone();
    }

    @Test
    void theReviewOfARecipientMovesTheDayOfItsAgreement() {
        var before = recipients.standing(shop, "ROYAL_MAIL").orElseThrow().what();
        reviews.record(owner(), ReviewKind.RECIPIENT, "ROYAL_MAIL", fits(100));
        var after = recipients.standing(shop, "ROYAL_MAIL").orElseThrow().what();
        assertThat(after.reviewOn()).isEqualTo(clock.today().plusDays(100));
        assertThat(after.categories()).isEqualTo(before.categories());
        recipients.end(shop, "ROYAL_MAIL", owner().id());
        shops.connect(shop, OutsideService.ROYAL_MAIL);
        assertThat(reviews.overdue(shop))
                .extracting(each -> each.thing().code())
                .contains("ROYAL_MAIL");
        assertThatThrownBy(() -> reviews.record(owner(), ReviewKind.RECIPIENT, "ROYAL_MAIL", fits(100)))
                .hasMessageContaining("no agreement on file");
    }

    @Test
    void aDayThatIsTooFarOrPastAndAChangeWithoutAWordAreRefused() {
        assertThatThrownBy(() -> reviews.record(owner(), ReviewKind.POLICY, "BREACH", fits(0)))
                .hasMessageContaining("no day for the next review");
        assertThatThrownBy(() -> reviews.record(owner(), ReviewKind.POLICY, "BREACH", fits(200)))
                .hasMessageContaining("no day for the next review");
        var silent = new Reviews.Told(Outcome.TO_CHANGE, " ", clock.today().plusDays(20));
        assertThatThrownBy(() -> reviews.record(owner(), ReviewKind.POLICY, "BREACH", silent))
                .hasMessageContaining("not said what");
        assertThatThrownBy(() -> reviews.record(owner(), ReviewKind.POLICY, "FOO", fits(20)))
                .hasMessageContaining("nothing of that name");
        assertThatThrownBy(() -> reviews.record(owner(), ReviewKind.ACCESS, "ACCESS", fits(20)))
                .hasMessageContaining("person by person");
        var nobody = UUID.randomUUID();
        assertThatThrownBy(() -> reviews.plan(owner(), ReviewKind.POLICY, "BREACH", nobody, soon()))
                .hasMessageContaining("not there");
        assertThat(reviews.history(owner())).isEmpty();
    }

    @Test
    void whatAnOwnerLeavesBehindIsTheFirstOwners() {
        var officer = another(Role.DATA_PROTECTION, "officer");
        reviews.plan(owner(), ReviewKind.POLICY, "PRIVACY", officer.id(), soon());
        assertThat(policy(Policy.PRIVACY).owner()).contains(officer.id());
        changeAccess.end(owner(), officer.id());
        assertThat(policy(Policy.PRIVACY).owner()).contains(owner().id());
    }

    @Test
    void aNoteIsSealedAndOnlyThatOfTheLatestReviewIsCarriedOn() {
        var told = new Reviews.Told(Outcome.CHANGED, NOTE, soon());
        reviews.record(owner(), ReviewKind.POLICY, "SECURITY", told);
        reviews.record(owner(), ReviewKind.POLICY, "SECURITY", told);
        var kept = reviews.history(owner());
        var ends = ends(kept.get(0).id());
        notes.dayTurned(shop, ends.minusDays(20));
        assertThat(ends(kept.get(0).id())).isAfter(ends);
        assertThat(ends(kept.get(1).id())).isEqualTo(ends);
        var row = transactions.in(shop, () -> db.sql("SELECT string_agg(t::text, ' ') FROM review_review t")
                .query(String.class)
                .single());
        assertThat(row + kept + told).doesNotContain("Ottilie");
        assertThatThrownBy(() -> reviews.history(shops.person(shop, Role.PACKER)))
                .hasMessageContaining("Your role does not open");
    }

    @Test
    void theApplicationChangesNoEvidence() {
        reviews.planWhatIsNew(shop);
        reviews.record(owner(), ReviewKind.POLICY, "PRIVACY", fits(20));
        for (var sql : List.of(
                "UPDATE review_review SET outcome = 'FITS'",
                "DELETE FROM review_review",
                "UPDATE review_plan SET next_on = now()",
                "DELETE FROM review_plan",
                "DELETE FROM review_reminder",
                "UPDATE review_access SET started_by = started_by",
                "UPDATE review_access_decision SET verdict = 'KEEP'",
                "DELETE FROM review_access_decision")) {
            assertThatThrownBy(() -> transactions.run(shop, () -> db.sql(sql).update()))
                    .as(sql)
                    .hasStackTraceContaining("42501");
        }
    }

    @Test
    void whatIsChangedPastTheProgramIsFound() {
        for (var change : List.of(
                "UPDATE counterfoil.review_review SET outcome = 'FOO'",
                "UPDATE counterfoil.review_review SET code = 'FOO'",
                "UPDATE counterfoil.review_plan SET kind = 'FOO'",
                "DELETE FROM counterfoil.review_review",
                "DELETE FROM counterfoil.vault_record WHERE kind = 'review.note'")) {
            shop = shops.open();
            reviews.record(owner(), ReviewKind.POLICY, "PRIVACY", new Reviews.Told(Outcome.FITS, NOTE, soon()));
            wellDone();
            DATABASE.change(change + (change.contains("WHERE") ? " AND " : " WHERE ") + "seller_id = '" + shop + "'");
            assertThat(books.of(shop).flaws())
                    .as(change)
                    .extracting(Flaw::wrong)
                    .isNotEmpty();
            notes.dayTurned(shop, clock.today());
        }
    }

    @Test
    void anotherShopsReviewsAreNotSeen() {
        reviews.record(owner(), ReviewKind.PURPOSE, Purpose.LABEL.name(), fits(20));
        shop = shops.open();
        assertThat(reviews.history(owner())).isEmpty();
        assertThat(reviews.one(shop, ReviewKind.PURPOSE, Purpose.LABEL.name()).lastAt())
                .isEmpty();
    }

    private LocalDate soon() {
        return clock.today().plusDays(30);
    }

    private LocalDate ends(UUID review) {
        return custody.in(shop, vault -> vault.endsOf(ReviewNote.KIND, List.of(review)))
                .getOrDefault(review, LocalDate.MIN);
    }

    private void wellDone() {
        assertThat(books.of(shop).flaws()).isEmpty();
    }
}
