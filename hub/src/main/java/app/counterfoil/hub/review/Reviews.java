package app.counterfoil.hub.review;

import app.counterfoil.hub.disclosure.Agreement;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Plans who looks again at what and by when, and records that somebody has; what was recorded stays. */
@Component
public class Reviews {

    private static final int LONGEST_NOTE = 4_000;

    private final ReviewRows rows;
    private final ThingsToReview things;
    private final ReviewNotes notes;
    private final PeopleOfTheShop people;
    private final Recipients recipients;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    Reviews(
            ReviewRows rows,
            ThingsToReview things,
            ReviewNotes notes,
            PeopleOfTheShop people,
            Recipients recipients,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.things = things;
        this.notes = notes;
        this.people = people;
        this.recipients = recipients;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What somebody says of a review.
     *
     * @param outcome what came of it
     * @param note what is to be noted, or empty
     * @param nextOn by which day somebody looks again
     */
    public record Told(Outcome outcome, String note, LocalDate nextOn) {
        @Override
        public String toString() {
            return "Told[" + outcome + ", " + nextOn + "]";
        }
    }

    /** Everything that is looked at again, what is due first at the front. */
    public List<ToReview> all(SellerId seller) {
        return transactions.in(seller, () -> {
            var plans = rows.plans(seller);
            var latest = rows.latest(seller);
            var here = people.atWork(seller);
            var all = new ArrayList<ToReview>();
            things.of(seller).forEach((thing, day) -> {
                var plan = Optional.ofNullable(plans.get(thing));
                var last = Optional.ofNullable(latest.get(thing));
                all.add(new ToReview(
                        thing,
                        owner(plan, here),
                        day.or(() -> plan.map(ReviewRows.Plan::nextOn))
                                .orElseGet(() -> thing.usualAfter(clock.today())),
                        last.map(ReviewRows.Kept::at),
                        last.map(ReviewRows.Kept::outcome)));
            });
            all.sort((one, other) -> one.nextOn().compareTo(other.nextOn()));
            return List.copyOf(all);
        });
    }

    /** What is overdue today. */
    public List<ToReview> overdue(SellerId seller) {
        return all(seller).stream()
                .filter(each -> each.isOverdue(clock.today()))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws NotAReview if the shop has nothing of that name
     */
    public ToReview one(SellerId seller, ReviewKind kind, String code) {
        var thing = Reviewed.of(kind, code);
        return all(seller).stream()
                .filter(each -> each.thing().equals(thing))
                .findFirst()
                .orElseThrow(NotAReview.Unknown::new);
    }

    /** All reviews there were, the latest first, their notes opened for the reader. */
    public List<Review> history(SignedIn reader) {
        var kept = rows.reviews(reader.seller());
        var opened = notes.of(reader, kept);
        return kept.stream()
                .map(each -> new Review(
                        each.note().id(),
                        each.thing(),
                        each.outcome(),
                        each.nextOn(),
                        each.at(),
                        each.by(),
                        Optional.ofNullable(opened.get(each.note().id()))))
                .toList();
    }

    /**
     * Says who looks at a thing and by when; of a recipient the day stands with its agreement and is not changed here.
     *
     * @throws NotAReview if that person is not there, or the day cannot be
     */
    public void plan(SignedIn me, ReviewKind kind, String code, UUID owner, LocalDate nextOn) {
        var seller = me.seller();
        transactions.run(seller, () -> {
            rows.lock(seller);
            var now = one(seller, kind, code);
            if (people.atWork(seller).stream().noneMatch(each -> each.id().equals(owner))) {
                throw new NotAReview("owner", "That person is not there.", "Choose somebody who works here.");
            }
            if (kind != ReviewKind.RECIPIENT) {
                refuseUnfitDay(now.thing(), nextOn);
            }
            var plan = new ReviewRows.Plan(Optional.of(owner), nextOn);
            rows.add(seller, now.thing(), plan, clock.now(), Optional.of(me.id()));
        });
    }

    /**
     * Records that somebody has looked.
     *
     * @throws NotAReview if what is told cannot be recorded
     */
    public void record(SignedIn me, ReviewKind kind, String code, Told told) {
        if (kind == ReviewKind.ACCESS) {
            throw new NotAReview(
                    "", "Access rights are looked at person by person.", "Go through everybody under Who has access.");
        }
        transactions.run(me.seller(), () -> keep(me, Reviewed.of(kind, code), told));
    }

    /** Keeps a review within the transaction that is running, and plans the next. */
    void keep(SignedIn me, Reviewed thing, Told told) {
        var seller = me.seller();
        rows.lock(seller);
        var now = one(seller, thing.kind(), thing.code());
        refuseUnfit(thing, told);
        if (thing.kind() == ReviewKind.RECIPIENT) {
            moveAgreement(me, thing, told.nextOn());
        }
        var ref = new RecordRef(UUID.randomUUID(), SubjectId.random());
        var says = !told.note().isBlank();
        rows.add(seller, new ReviewRows.Kept(thing, ref, told.outcome(), says, told.nextOn(), clock.now(), me.id()));
        rows.add(seller, thing, new ReviewRows.Plan(now.owner(), told.nextOn()), clock.now(), Optional.of(me.id()));
        if (says) {
            notes.seal(seller, ref, told.note().strip());
        }
    }

    /** Writes down what there is to look at and nobody has planned yet. */
    void planWhatIsNew(SellerId seller) {
        transactions.run(seller, () -> {
            rows.lock(seller);
            var planned = rows.plans(seller).keySet();
            all(seller).stream()
                    .filter(each -> !planned.contains(each.thing()))
                    .forEach(each -> rows.add(
                            seller,
                            each.thing(),
                            new ReviewRows.Plan(each.owner(), each.nextOn()),
                            clock.now(),
                            Optional.empty()));
        });
    }

    /** What is not planned is the first owner's, and so is what its owner has left behind. */
    private static Optional<UUID> owner(Optional<ReviewRows.Plan> plan, List<PeopleOfTheShop.AtWork> here) {
        var ids = here.stream().map(PeopleOfTheShop.AtWork::id).collect(Collectors.toSet());
        return plan.flatMap(ReviewRows.Plan::owner).filter(ids::contains).or(() -> here.stream()
                .filter(each -> each.role() == Role.OWNER)
                .map(PeopleOfTheShop.AtWork::id)
                .findFirst());
    }

    private void moveAgreement(SignedIn me, Reviewed thing, LocalDate nextOn) {
        var now = recipients
                .standing(me.seller(), thing.code())
                .orElseThrow(() -> new NotAReview(
                        "",
                        "It has no agreement on file.",
                        "Record the agreement under Recipients; that is its review."))
                .what();
        try {
            recipients.agree(
                    me.seller(),
                    new Agreement(
                            now.recipient(),
                            now.role(),
                            now.agreedOn(),
                            now.country(),
                            now.safeguard(),
                            now.safeguardOn(),
                            now.categories(),
                            nextOn),
                    Optional.of(me.id()));
        } catch (Agreement.NotAnAgreement refused) {
            throw new NotAReview("nextOn", refused.wrong(), "Look at its agreement under Recipients.");
        }
    }

    private void refuseUnfit(Reviewed thing, Told told) {
        refuseUnfitDay(thing, told.nextOn());
        if (told.note().length() > LONGEST_NOTE) {
            throw new NotAReview("note", "That is too long.", "Write at most " + LONGEST_NOTE + " letters.");
        }
        if (Set.of(Outcome.CHANGED, Outcome.TO_CHANGE).contains(told.outcome())
                && told.note().isBlank()) {
            throw new NotAReview("note", "It is not said what.", "Write what was changed, or has to be.");
        }
    }

    private void refuseUnfitDay(Reviewed thing, LocalDate day) {
        var last = thing.latestAfter(clock.today());
        if (!day.isAfter(clock.today()) || day.isAfter(last)) {
            throw new NotAReview(
                    "nextOn", "That is no day for the next review.", "Give a day after today, until " + last + ".");
        }
    }

    /** To when a note is sealed today. */
    static LocalDate end(LocalDate today) {
        return RetentionPolicy.staff(today);
    }
}
