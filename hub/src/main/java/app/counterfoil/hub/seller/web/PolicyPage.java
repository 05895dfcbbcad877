package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.custody.KeySettings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.retention.ChangePolicy;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.retention.WorthALook;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.shell.May;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long data of a purpose is kept: what another life would end is shown before it is chosen. */
@Controller
class PolicyPage {

    private final ChangePolicy changePolicy;
    private final RetentionPolicies policies;
    private final List<WorthALook> looks;
    private final KeySettings keySettings;
    private final BusinessClock clock;
    private final LongWork longWork;
    private final May may;

    PolicyPage(
            ChangePolicy changePolicy,
            RetentionPolicies policies,
            ObjectProvider<WorthALook> looks,
            KeySettings keySettings,
            BusinessClock clock,
            LongWork longWork,
            May may) {
        this.changePolicy = changePolicy;
        this.policies = policies;
        this.looks = looks.orderedStream().toList();
        this.keySettings = keySettings;
        this.clock = clock;
        this.longWork = longWork;
        this.may = may;
    }

    /** Something that would end earlier, and has a reason to be looked at first. */
    public record Earlier(String title, String path, String reason, LocalDate from, LocalDate to) {}

    @GetMapping("/ends/policy")
    String preview(
            @AuthenticationPrincipal SignedIn me, @RequestParam Purpose purpose, @RequestParam int days, Model model) {
        refuseUnlessUsable(purpose, days);
        var now = policies.of(me.seller());
        var then = now.with(purpose, days);
        model.addAttribute("purpose", purpose);
        model.addAttribute("days", days);
        model.addAttribute("before", now.daysOf(purpose));
        model.addAttribute("today", clock.today());
        var horizon = keySettings.backupHorizon().toDays();
        model.addAttribute("horizon", horizon);
        model.addAttribute("backupsUntil", clock.today().plusDays(horizon));
        model.addAttribute("preview", changePolicy.preview(me.seller(), purpose, days));
        model.addAttribute("looks", earlier(me, purpose, then));
        model.addAttribute("mayDecide", now.daysOf(purpose) != days && may.act("/ends/policy"));
        return "seller/policy";
    }

    @PostMapping("/ends/policy")
    String decide(@AuthenticationPrincipal SignedIn me, @RequestParam Purpose purpose, @RequestParam int days) {
        refuseUnlessUsable(purpose, days);
        changePolicy.decide(me.seller(), purpose, days, me.id());
        return "redirect:"
                + longWork.start(
                        "Changing how long " + purpose.title().toLowerCase(Locale.ROOT) + " data is kept",
                        me.seller().toString(),
                        me.id().toString(),
                        new LongWork.Back("/ends", "Back to what ends"),
                        progress -> {
                            changePolicy.carryOut(
                                    me.seller(),
                                    moved -> progress.report(0, 0, moved + " records have their new day…"));
                            return new LongWork.Done(
                                    "It is kept for " + days + " days now; all that is there follows it.",
                                    "/ends",
                                    "See what ends");
                        });
    }

    private List<Earlier> earlier(SignedIn me, Purpose purpose, RetentionPolicy then) {
        var last = clock.today().plusDays(RetentionPolicy.DEFAULT.daysOf(purpose));
        return looks.stream()
                .flatMap(each -> each.endingUntil(me.seller(), last).stream())
                .map(look -> new Earlier(
                        look.title(), look.path(), look.reason(), look.endsOn(), look.endUnder(then, purpose)))
                .filter(look -> look.to().isBefore(look.from()))
                .toList();
    }

    private static void refuseUnlessUsable(Purpose purpose, int days) {
        if (!RetentionPolicy.CHANGEABLE.contains(purpose)) {
            throw NotUsable.field(
                    "purpose", "Choose delivery, customer service or label: the law decides on the rest.");
        }
        int most = RetentionPolicy.DEFAULT.daysOf(purpose);
        if (days < RetentionPolicy.DAYS_OF_AN_OPEN_ORDER || days > most) {
            throw NotUsable.field("days", "Give " + RetentionPolicy.DAYS_OF_AN_OPEN_ORDER + " to " + most + " days.");
        }
    }
}
