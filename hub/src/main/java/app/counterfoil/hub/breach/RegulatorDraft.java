package app.counterfoil.hub.breach;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.register.KeptPart;
import app.counterfoil.hub.register.KeptText;
import app.counterfoil.hub.register.KeptTexts;
import app.counterfoil.hub.register.RegisterTexts;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Prepares the answers that the regulator's form asks for in its six parts, from the facts of an incident and what people
 * have written of it. It names nobody who is affected. The form itself cannot be saved half-way; this can.
 */
@Component
public class RegulatorDraft {

    static final String TO_SAY = "(still to be said)";

    private final SellerDetails details;
    private final RegisterTexts register;
    private final BusinessClock clock;

    RegulatorDraft(SellerDetails details, RegisterTexts register, BusinessClock clock) {
        this.details = details;
        this.register = register;
        this.clock = clock;
    }

    /**
     * A part of the form.
     *
     * @param title what it is about
     * @param lines the answers, a line each
     */
    public record Part(String title, List<String> lines) {

        /** Copies the list. */
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** The six parts; in the first stands the seller's own contact, opened for the reader. */
    public List<Part> of(SignedIn reader, CaseFile file, BreachTexts texts) {
        return List.of(
                new Part("1 Who tells, and whether for the first time", whoTells(reader, file)),
                new Part("2 What happened", whatHappened(file, texts)),
                new Part("3 Whose data, and how much of it", howMuch(file)),
                new Part("4 What may follow for people", List.of(said(texts.consequences()), risk(file))),
                new Part(
                        "5 What was in place, and what is done",
                        List.of(
                                "In place before: personal data sealed for each person and each day of its end, opened by"
                                        + " role and purpose, each opening in a signed journal, keys outside the database.",
                                said(texts.measures()))),
                new Part("6 Who else was told", whoElse(file)));
    }

    /** The parts as a text to be copied. */
    public static String text(CaseFile file, List<Part> parts) {
        var text = new StringBuilder(file.incident().name() + ": answers for the regulator's form\n");
        if (file.incident().what().drill()) {
            text.append("THIS IS A DRILL. It is sent to nobody.\n");
        }
        for (var part : parts) {
            text.append('\n').append(part.title()).append('\n');
            part.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }

    private List<String> whoTells(SignedIn reader, CaseFile file) {
        var kept = register.of(reader);
        var told = duty(file, Duty.REGULATOR).isDone();
        return List.of(
                "Organisation: " + details.of(reader.seller()).tradingName(),
                "Contact: " + contact(kept, KeptPart.CONTACT),
                "Data protection officer: " + contact(kept, KeptPart.OFFICER),
                "Report: " + (told ? "a follow-up to the one that was sent" : "the first one"));
    }

    private static String contact(KeptTexts kept, KeptPart part) {
        return kept.of(part)
                .map(KeptTexts.Entry::text)
                .map(RegulatorDraft::inOneLine)
                .orElse(TO_SAY + ", under Register");
    }

    private static String inOneLine(KeptText text) {
        return text.reach().isEmpty() ? text.name() : text.name() + ", " + text.reach();
    }

    private List<String> whatHappened(CaseFile file, BreachTexts texts) {
        var what = file.incident().what();
        var lines = new ArrayList<>(List.of(
                said(texts.happened()),
                "How: " + what.cause().title(),
                "What happened to the data: " + file.incident().harmsInWords(),
                "When it happened: " + what.happenedAt().map(Written::moment).orElse("not known"),
                "When it was found: " + Written.moment(what.foundAt()),
                "When we became aware: " + Written.moment(what.awareAt())));
        if (duty(file, Duty.REGULATOR).isLate(clock.now())) {
            lines.add("More than 72 hours have passed. Why: " + said(texts.late()));
        }
        return lines;
    }

    private static List<String> howMuch(CaseFile file) {
        if (file.scopes().isEmpty()) {
            return List.of("Not counted yet.");
        }
        var lines = new ArrayList<String>();
        for (var scope : file.scopes()) {
            lines.add(scope.question().inWords() + ": " + inNumbers(scope.found()));
            lines.add("Kinds of data: " + String.join(", ", scope.found().categories()));
            lines.add("Held for: "
                    + scope.found().purposes().stream()
                            .sorted()
                            .map(Purpose::title)
                            .collect(Collectors.joining(", ")));
        }
        if (file.scopes().size() > 1) {
            lines.add("The same people can be in more than one of these counts.");
        }
        return lines;
    }

    private static String inNumbers(Scope.Found found) {
        return "%,d people, %,d records, %,d of them readable when counted"
                .formatted(found.people(), found.records(), found.readable());
    }

    private static String risk(CaseFile file) {
        return "Risk to people: "
                + duty(file, Duty.REGULATOR)
                        .decided()
                        .flatMap(Step::ground)
                        .map(Ground::title)
                        .orElse(TO_SAY);
    }

    private static List<String> whoElse(CaseFile file) {
        return Stream.concat(decisions(file), letters(file)).toList();
    }

    /** How many were written to, and when that was told last. */
    private static Stream<String> letters(CaseFile file) {
        return file.steps().stream()
                .filter(step -> step.told().isPresent())
                .reduce((earlier, later) -> later)
                .map(step -> step.inWords() + ", " + Written.moment(step.at()))
                .stream();
    }

    private static Stream<String> decisions(CaseFile file) {
        return file.duties().stream()
                .filter(each -> each.duty() != Duty.REGULATOR)
                .map(each -> each.duty().title() + ": "
                        + each.decided()
                                .map(step -> step.inWords()
                                                .substring(each.duty().title().length() + 2) + ", "
                                        + Written.moment(step.at()))
                                .orElse("not decided yet"));
    }

    private static DutyState duty(CaseFile file, Duty duty) {
        return file.duties().stream()
                .filter(each -> each.duty() == duty)
                .findFirst()
                .orElseThrow();
    }

    private static String said(String text) {
        return text.isBlank() ? TO_SAY : text;
    }
}
