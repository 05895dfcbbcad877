package app.counterfoil.hub.breach;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.letter.LetterFacts;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that the timeline of each incident is as it was written, each step after the other, and its texts are there. */
@Component
@Order(47)
class BreachBookCheck implements BookCheck {

    private final IncidentRows rows;
    private final TimelineSteps timeline;
    private final ScopeRows scopes;
    private final ToldRows told;
    private final Letters letters;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    BreachBookCheck(
            IncidentRows rows,
            TimelineSteps timeline,
            ScopeRows scopes,
            ToldRows told,
            Letters letters,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.scopes = scopes;
        this.told = told;
        this.letters = letters;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "breaches";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            try {
                var all = rows.all(seller);
                var wrong = new ArrayList<String>();
                all.forEach(incident -> changed(seller, incident).ifPresent(wrong::add));
                wrong.addAll(withoutTexts(seller, all));
                all.forEach(incident -> wrong.addAll(withoutLetters(seller, incident)));
                return new Checked(
                        "%,d incidents and drills".formatted(all.size()),
                        Flaw.each(wrong, Checked.CHANGED_PAST_THE_PROGRAM));
            } catch (IllegalArgumentException | NotAnIncident unknownWord) {
                return new Checked(
                        "unreadable",
                        Flaw.each(
                                List.of("An incident or a step of one says what nobody knows."),
                                Checked.CHANGED_PAST_THE_PROGRAM));
            }
        });
    }

    /** The first thing in the timeline that is not as it was written. */
    private Optional<String> changed(SellerId seller, Incident incident) {
        var counts = scopes.of(seller, incident.id()).stream().collect(Collectors.toMap(Scope::id, each -> each));
        var before = new byte[0];
        int number = 0;
        for (var kept : timeline.of(seller, incident.id())) {
            number++;
            var scope = kept.step().scope().map(counts::remove);
            var expected = TimelineSteps.hash(incident, scope, kept.step(), before);
            if (kept.step().number() != number || !Arrays.equals(expected, kept.hash())) {
                return Optional.of("Step " + number + " of incident " + incident.id() + " is not what was written.");
            }
            before = kept.hash();
        }
        var end = rows.endOf(seller, incident.id());
        if (end.steps() != number || !Arrays.equals(end.head(), before)) {
            return Optional.of("The timeline of incident " + incident.id() + " does not end where it was written to.");
        }
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of("A count of incident " + incident.id() + " stands in no step of it.");
    }

    private List<String> withoutTexts(SellerId seller, List<Incident> all) {
        var ids = all.stream().map(Incident::id).toList();
        var subjects = all.stream().map(Incident::subject).toList();
        return custody.in(seller, vault -> {
            var ends = vault.endsOf(BreachTexts.KIND, ids);
            var forgotten = vault.erasures().forgotten(Purpose.RIGHTS_REQUEST, subjects);
            return all.stream()
                    .filter(incident -> !ends.containsKey(incident.id()) && !forgotten.contains(incident.subject()))
                    .filter(incident -> !hasEnded(seller, incident))
                    .map(incident -> "What is written of incident " + incident.id() + " is not there.")
                    .toList();
        });
    }

    /** A letter that stands here is there, and none of an incident is there that does not stand here. */
    private List<String> withoutLetters(SellerId seller, Incident incident) {
        var here = told.letters(seller, incident.id()).stream()
                .map(ToldRows.Written::letter)
                .collect(Collectors.toSet());
        var there = letters.about(seller, incident.id()).stream()
                .map(LetterFacts::id)
                .collect(Collectors.toSet());
        return here.equals(there)
                ? List.of()
                : List.of(
                        "The letters to the people of incident " + incident.id() + " are not those that were written.");
    }

    /** Three years after it was closed, and not a day earlier, nothing is there rightly. */
    private boolean hasEnded(SellerId seller, Incident incident) {
        return timeline.of(seller, incident.id()).stream()
                .map(TimelineSteps.Kept::step)
                .filter(step -> step.act() == Act.CLOSED)
                .anyMatch(step -> !step.at()
                        .atZone(BusinessClock.ZONE)
                        .toLocalDate()
                        .plusYears(3)
                        .isAfter(clock.today()));
    }
}
