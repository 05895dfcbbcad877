package app.counterfoil.hub.breach;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Opens incidents and drills of one, and leads them to their end; each act is a step of the timeline. */
@Component
public class Breaches {

    /** What is written of an incident lives so long after it was closed, as what is written of a rights request does. */
    private static final int YEARS_AFTER = 3;

    private final IncidentRows rows;
    private final TimelineSteps timeline;
    private final ScopeRows scopes;
    private final FindScope findScope;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    Breaches(
            IncidentRows rows,
            TimelineSteps timeline,
            ScopeRows scopes,
            FindScope findScope,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.scopes = scopes;
        this.findScope = findScope;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All incidents and drills of a seller, the latest first. */
    public List<Incident> all(SellerId seller) {
        return rows.all(seller);
    }

    /**
     * An incident with all that is known of it, in facts.
     *
     * @throws app.counterfoil.hub.measure.Refusal if the seller has none of that id
     */
    public CaseFile one(SellerId seller, UUID id) {
        return transactions.in(seller, () -> {
            var incident = rows.one(seller, id).orElseThrow(NotAnIncident.Unknown::new);
            var steps = timeline.of(seller, id).stream()
                    .map(TimelineSteps.Kept::step)
                    .toList();
            return CaseFile.of(incident, steps, scopes.of(seller, id));
        });
    }

    /**
     * Writes an incident down.
     *
     * @return its id
     * @throws NotAnIncident if what is told of it does not fit together
     */
    public UUID open(SignedIn me, Incident.Told told) {
        refuseUnfit(told);
        var what = new Incident.Told(
                told.drill(),
                told.harms(),
                told.cause(),
                told.happenedAt().map(Breaches::micros),
                micros(told.foundAt()),
                micros(told.awareAt()));
        return transactions.in(me.seller(), () -> {
            var number = rows.next(me.seller(), what.drill());
            var incident = new Incident(UUID.randomUUID(), number, what, SubjectId.random(), now(), me.id());
            rows.add(me.seller(), incident);
            add(me, incident, Act.OPENED, Optional.empty(), Optional.empty(), Optional.empty());
            custody.in(me.seller(), vault -> {
                vault.seal(List.of(sealing(incident, BreachTexts.nothing())));
                return incident;
            });
            return incident.id();
        });
    }

    /** Counts whom it is about, as things stand, and keeps the numbers. */
    public Scope scope(SignedIn me, UUID id, Question question) {
        return scope(me, id, question, read -> {});
    }

    /**
     * Like {@link #scope(SignedIn, UUID, Question)}, for a backup, which takes long: nothing of the incident is held back
     * meanwhile.
     *
     * @param read is told again and again how many records were read
     */
    public Scope scope(SignedIn me, UUID id, Question question, LongConsumer read) {
        refuseUnfit(me.seller(), id, question);
        var found = findScope.of(me.seller(), question, read);
        return transactions.in(me.seller(), () -> {
            var incident = toAddTo(me.seller(), id);
            var scope = new Scope(UUID.randomUUID(), question, now(), found);
            scopes.add(me.seller(), id, scope);
            add(me, incident, Act.SCOPED, Optional.empty(), Optional.of(scope), Optional.empty());
            return scope;
        });
    }

    /**
     * Looks whether it can be counted at all, before that is begun.
     *
     * @throws app.counterfoil.hub.measure.Refusal if the incident is closed, or there is no such backup
     */
    public void refuseUnfit(SellerId seller, UUID id, Question question) {
        refuseClosed(seller, id);
        findScope.refuseUnknown(question);
    }

    /** What people have written of it, opened for this reader; empty once it has ended. */
    public Optional<BreachTexts> texts(SignedIn reader, Incident incident) {
        return custody.in(reader.seller(), vault -> vault.openOne(
                        reader.opening(Purpose.RIGHTS_REQUEST, "BREACH"), BreachTexts.KIND, ref(incident))
                .opened());
    }

    /**
     * Takes in what somebody writes of it, in place of what stood there.
     *
     * @throws NotAnIncident if it is too long
     */
    public void write(SignedIn me, UUID id, BreachTexts texts) {
        texts.refuseTooLong();
        transactions.run(me.seller(), () -> {
            var incident = toAddTo(me.seller(), id);
            custody.in(
                    me.seller(),
                    vault -> vault.replace(
                            me.opening(Purpose.RIGHTS_REQUEST, "BREACH_WRITTEN"),
                            BreachTexts.KIND,
                            List.of(sealing(incident, texts))));
            add(me, incident, Act.WRITTEN, Optional.empty(), Optional.empty(), Optional.empty());
        });
    }

    /** Decides on a duty: it was done, or is not owed, for that reason. A later decision takes its place; both stay. */
    public void decide(SignedIn me, UUID id, Ground ground) {
        transactions.run(me.seller(), () -> {
            var incident = toAddTo(me.seller(), id);
            add(me, incident, Act.DECIDED, Optional.of(ground), Optional.empty(), Optional.empty());
        });
    }

    /**
     * Closes it. Its texts end three years from now.
     *
     * @throws app.counterfoil.hub.measure.Refusal if a duty is not decided on
     */
    public void close(SignedIn me, UUID id) {
        transactions.run(me.seller(), () -> {
            var incident = toAddTo(me.seller(), id);
            var open = one(me.seller(), id).duties().stream()
                    .filter(duty -> duty.decided().isEmpty())
                    .map(duty -> duty.duty().title())
                    .collect(Collectors.joining(", "));
            if (!open.isEmpty()) {
                throw new NotAnIncident.Undecided(open);
            }
            carryOn(me.seller(), me.opening(Purpose.RIGHTS_REQUEST, "BREACH_CLOSED"), List.of(incident));
            add(me, incident, Act.CLOSED, Optional.empty(), Optional.empty(), Optional.empty());
        });
    }

    /** Carries on to the latest end there is what is written of these incidents. */
    void carryOn(SellerId seller, Opening opening, List<Incident> some) {
        var due = some.stream().collect(Collectors.toMap(Breaches::ref, incident -> end()));
        custody.in(
                seller,
                vault -> vault.carryOn(opening, BreachTexts.KIND, due)
                        + vault.carryOn(opening, SealedPeopleLetter.KIND, due));
    }

    /** To when texts are sealed today. */
    LocalDate end() {
        return clock.today().plusYears(YEARS_AFTER);
    }

    static RecordRef ref(Incident incident) {
        return new RecordRef(incident.id(), incident.subject());
    }

    private Sealing<BreachTexts> sealing(Incident incident, BreachTexts texts) {
        return new Sealing<>(BreachTexts.KIND, incident.id(), incident.subject(), end(), texts);
    }

    private void refuseClosed(SellerId seller, UUID id) {
        if (one(seller, id).closedAt().isPresent()) {
            throw new NotAnIncident.Closed();
        }
    }

    /** The incident, locked until the transaction ends, so that something is added to it. */
    Incident toAddTo(SellerId seller, UUID id) {
        var incident = rows.one(seller, id).orElseThrow(NotAnIncident.Unknown::new);
        rows.lock(seller, id);
        refuseClosed(seller, id);
        return incident;
    }

    /** Adds the step that people were written to, or what they are written was changed. */
    void add(SignedIn me, Incident incident, Act act, Optional<Told> told) {
        add(me, incident, act, Optional.empty(), Optional.empty(), told);
    }

    private void add(
            SignedIn me,
            Incident incident,
            Act act,
            Optional<Ground> ground,
            Optional<Scope> scope,
            Optional<Told> told) {
        var number = rows.endOf(me.seller(), incident.id()).steps() + 1;
        var step = new Step(number, act, ground, scope.map(Scope::id), told, now(), me.id());
        timeline.add(me.seller(), incident, scope, step);
    }

    private void refuseUnfit(Incident.Told told) {
        var now = clock.now();
        var later = new ArrayList<String>();
        if (told.harms().isEmpty()) {
            throw NotAnIncident.field("harms", "It is not said what happened.", "Tick at least one.");
        }
        told.happenedAt().filter(now::isBefore).ifPresent(ahead -> later.add("happenedAt"));
        if (told.foundAt().isAfter(now)) {
            later.add("foundAt");
        }
        if (told.awareAt().isAfter(now)) {
            later.add("awareAt");
        }
        if (!later.isEmpty()) {
            throw NotAnIncident.field(later.get(0), "That is still to come.", "Give a time that has passed.");
        }
        if (told.awareAt().isBefore(told.foundAt())) {
            throw NotAnIncident.field(
                    "awareAt", "That is before it was found.", "Give the time of finding it, or a later one.");
        }
    }

    private Instant now() {
        return micros(clock.now());
    }

    /** As the database keeps it, so that a hash over it is the same when it is read again. */
    private static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
