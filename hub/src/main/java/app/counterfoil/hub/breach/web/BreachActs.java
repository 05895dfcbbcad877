package app.counterfoil.hub.breach.web;

import app.counterfoil.hub.breach.Asked;
import app.counterfoil.hub.breach.BreachTexts;
import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.breach.Ground;
import app.counterfoil.hub.breach.NotAnIncident;
import app.counterfoil.hub.breach.Question;
import app.counterfoil.hub.breach.Scope;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.shell.NotUsable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done on the page of an incident: counting, writing, deciding, closing. */
@Controller
class BreachActs {

    private final Breaches breaches;
    private final LongWork longWork;
    private final BusinessClock clock;

    BreachActs(Breaches breaches, LongWork longWork, BusinessClock clock) {
        this.breaches = breaches;
        this.longWork = longWork;
        this.clock = clock;
    }

    @PostMapping("/breaches/{id}/scope")
    String scope(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Asked asked,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Optional<LocalDateTime> since,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Optional<LocalDateTime> before,
            @RequestParam Optional<UUID> person,
            @RequestParam Optional<UUID> token,
            @RequestParam Optional<OutsideService> service,
            @RequestParam(defaultValue = "") String backup,
            RedirectAttributes next) {
        var question = question(asked, since, before, asked == Asked.TOKEN ? token : person, service, backup);
        try {
            if (asked == Asked.BACKUP) {
                breaches.refuseUnfit(me.seller(), id, question);
                return "redirect:" + countsBackup(me, id, question);
            }
            next.addFlashAttribute(
                    "toast", counted(breaches.scope(me, id, question).found()));
        } catch (NotAnIncident refused) {
            throw NotUsable.field(refused.field(), refused.wrong() + " " + refused.mend());
        }
        return back(id);
    }

    /** It reads the whole file, which can take minutes. */
    private String countsBackup(SignedIn me, UUID id, Question question) {
        return longWork.start(
                "Counting what a backup gives away",
                me.seller().toString(),
                me.id().toString(),
                new LongWork.Back(BreachPages.PATH + "/" + id, "Back to the incident"),
                progress -> {
                    progress.report(0, 0, "Reading the backup…");
                    var found = breaches.scope(
                                    me,
                                    id,
                                    question,
                                    read -> progress.report(read, 0, "%,d records read".formatted(read)))
                            .found();
                    return new LongWork.Done(counted(found), BreachPages.PATH + "/" + id, "Look at the count");
                });
    }

    private static String counted(Scope.Found found) {
        return "Counted: %,d people, %,d records.".formatted(found.people(), found.records());
    }

    private Question question(
            Asked asked,
            Optional<LocalDateTime> since,
            Optional<LocalDateTime> before,
            Optional<UUID> account,
            Optional<OutsideService> service,
            String backup) {
        try {
            return new Question(
                    asked,
                    since.map(BreachPages::london).orElse(Instant.EPOCH),
                    before.map(BreachPages::london).orElseGet(clock::now),
                    asked == Asked.STAFF || asked == Asked.TOKEN ? account : Optional.empty(),
                    asked == Asked.RECIPIENT || asked == Asked.CHANNEL ? service : Optional.empty(),
                    asked == Asked.BACKUP ? backup : "");
        } catch (NotAnIncident refused) {
            throw NotUsable.field(refused.field(), refused.wrong() + " " + refused.mend());
        }
    }

    @PostMapping("/breaches/{id}/texts")
    String write(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String consequences,
            @RequestParam(defaultValue = "") String measures,
            @RequestParam(defaultValue = "") String late,
            RedirectAttributes next) {
        var texts = new BreachTexts(happened.strip(), consequences.strip(), measures.strip(), late.strip());
        try {
            breaches.write(me, id, texts);
        } catch (NotAnIncident refused) {
            throw NotUsable.field(refused.field(), refused.wrong() + " " + refused.mend());
        }
        next.addFlashAttribute("toast", "Written. The draft of the regulator's form has it.");
        return back(id);
    }

    @PostMapping("/breaches/{id}/done")
    String done(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Ground ground,
            RedirectAttributes next) {
        refuseUnless(ground.isForDoing());
        return decided(me, id, ground, next);
    }

    @PostMapping("/breaches/{id}/not-needed")
    String notNeeded(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Ground ground,
            RedirectAttributes next) {
        refuseUnless(!ground.isForDoing());
        return decided(me, id, ground, next);
    }

    @PostMapping("/breaches/{id}/close")
    String close(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        breaches.close(me, id);
        next.addFlashAttribute("toast", "Closed. What was written ends three years from today.");
        return back(id);
    }

    private String decided(SignedIn me, UUID id, Ground ground, RedirectAttributes next) {
        breaches.decide(me, id, ground);
        next.addFlashAttribute("toast", "Recorded: " + ground.title() + ".");
        return back(id);
    }

    private static void refuseUnless(boolean fits) {
        if (!fits) {
            throw NotUsable.field("ground", "Choose one of the reasons beside the button.");
        }
    }

    private static String back(UUID id) {
        return "redirect:" + BreachPages.PATH + "/" + id;
    }
}
