package app.counterfoil.hub.review;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.PeopleOfTheShop.AtWork;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Leads the quarterly review of who has access: for everybody an owner decides, by what their role opens and what they have
 * used of it, and nobody on themselves while there is another owner. It closes once everything is decided and carried out.
 */
@Component
public class AccessReviews {

    private static final int MONTHS_LOOKED_BACK = 3;

    private final AccessRows rows;
    private final Reviews reviews;
    private final ReviewRows lock;
    private final LastSignIns signIns;
    private final TokenReviews tokens;
    private final PeopleOfTheShop people;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    AccessReviews(
            AccessRows rows,
            Reviews reviews,
            ReviewRows lock,
            LastSignIns signIns,
            TokenReviews tokens,
            PeopleOfTheShop people,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.lock = lock;
        this.signIns = signIns;
        this.tokens = tokens;
        this.people = people;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The one that is open, if one is. */
    public Optional<AccessRound> open(SellerId seller) {
        return rows.open(seller);
    }

    /** All there were, the latest first. */
    public List<AccessRound> all(SellerId seller) {
        return rows.all(seller);
    }

    /** From when on it is counted what was opened. */
    public Instant countedFrom() {
        return clock.today()
                .minusMonths(MONTHS_LOOKED_BACK)
                .atStartOfDay(BusinessClock.ZONE)
                .toInstant();
    }

    /** How everybody uses their access, by what the system has written itself. */
    public Map<UUID, AccessDecision.Known> known(SellerId seller) {
        var last = signIns.of(seller);
        var opened = new HashMap<UUID, Map<Purpose, Long>>();
        custody.in(seller, vault -> vault.journal()
                        .counted(countedFrom(), clock.now().plus(1, ChronoUnit.DAYS)))
                .forEach(each -> opened.computeIfAbsent(each.reader(), reader -> new EnumMap<>(Purpose.class))
                        .put(each.purpose(), each.records()));
        return people.atWork(seller).stream()
                .map(AtWork::id)
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new AccessDecision.Known(
                                Optional.ofNullable(last.get(id)), opened.getOrDefault(id, Map.of()))));
    }

    /** Begins one with those who have access now; goes on with the one that is open, if one is. */
    public void start(SignedIn me) {
        var seller = me.seller();
        transactions.run(seller, () -> {
            lock.lock(seller);
            if (rows.open(seller).isEmpty()) {
                var atStart = people.atWork(seller).stream().collect(Collectors.toMap(AtWork::id, AtWork::role));
                rows.add(
                        seller,
                        new AccessRound(
                                UUID.randomUUID(),
                                clock.now(),
                                me.id(),
                                atStart,
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
            }
        });
    }

    /**
     * Records what an owner decides on somebody; it is carried out on that person's page.
     *
     * @throws NotAReview if none is open, the person has no access, or it is the owner and there is another
     */
    public void decide(SignedIn me, UUID person, Verdict verdict) {
        var seller = me.seller();
        transactions.run(seller, () -> {
            lock.lock(seller);
            var here = people.atWork(seller);
            var whom = here.stream()
                    .filter(each -> each.id().equals(person))
                    .findFirst()
                    .orElseThrow(NotAReview.Unknown::new);
            var round = rows.open(seller).orElseThrow(AccessReviews::noneOpen);
            if (person.equals(me.id()) && owners(here) > 1) {
                throw new NotAReview("", "Nobody decides on their own access.", "Ask another owner to do it.");
            }
            var known = known(seller).getOrDefault(person, new AccessDecision.Known(Optional.empty(), Map.of()));
            rows.add(
                    seller,
                    round.id(),
                    new AccessDecision(
                            person, whom.role(), verdict, known, person.equals(me.id()), clock.now(), me.id()));
        });
    }

    /**
     * Closes the one that is open, and plans the next.
     *
     * @throws NotAReview if none is open, or something is not decided or not carried out
     */
    public void close(SignedIn me) {
        var seller = me.seller();
        transactions.run(seller, () -> {
            lock.lock(seller);
            var round = rows.open(seller).orElseThrow(AccessReviews::noneOpen);
            var left = people.atWork(seller).stream()
                    .filter(each -> round.leftToDo(each.id(), Optional.of(each.role())) != AccessRound.LeftToDo.NOTHING)
                    .count();
            if (left > 0) {
                throw new NotAReview(
                        "",
                        left == 1
                                ? "Something is left to do about one person."
                                : "Something is left to do about " + left + " people.",
                        "Decide on everybody, and carry out what was decided; the list says what is left.");
            }
            var undecided = tokens.undecided(seller, round).size();
            if (undecided > 0) {
                throw new NotAReview(
                        "",
                        undecided == 1
                                ? "A token of a program is not decided on."
                                : undecided + " tokens of programs are not decided on.",
                        "Keep or withdraw each; they stand below the people.");
            }
            rows.close(seller, round.id(), clock.now(), me.id());
            reviews.keep(me, Reviewed.ACCESS, told(round));
        });
    }

    private Reviews.Told told(AccessRound round) {
        var verdicts = round.standing().values();
        var onTokens = round.standingOnTokens().values();
        var changed = Stream.concat(
                        verdicts.stream().map(AccessDecision::verdict),
                        onTokens.stream().map(TokenDecision::verdict))
                .filter(each -> each != Verdict.KEEP)
                .count();
        var programs =
                onTokens.isEmpty() ? "" : " and " + onTokens.size() + (onTokens.size() == 1 ? " token" : " tokens");
        return new Reviews.Told(
                changed == 0 ? Outcome.FITS : Outcome.CHANGED,
                "Decided on " + verdicts.size() + (verdicts.size() == 1 ? " person" : " people") + programs + "; "
                        + changed + " changed.",
                Reviewed.ACCESS.usualAfter(clock.today()));
    }

    private static long owners(List<AtWork> here) {
        return here.stream().filter(each -> each.role() == Role.OWNER).count();
    }

    static NotAReview noneOpen() {
        return new NotAReview("", "No review of access is open.", "Begin one under Who has access.");
    }
}
