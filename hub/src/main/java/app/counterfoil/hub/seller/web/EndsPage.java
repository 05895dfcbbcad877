package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.clock.ClockGuard;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.KeySettings;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.shell.May;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.erasure.Destruction;
import app.counterfoil.vault.store.Expected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What will end when, what has ended under which rule, and in a training installation the clock. */
@Controller
class EndsPage {

    private static final int MOST = 100;
    /** Six years and a few days. */
    private static final int FURTHEST = 2_200;

    private final Custody custody;
    private final BusinessClock clock;
    private final RetentionPolicies policies;
    private final ForecastPage forecasts;
    private final ClockGuard clockGuard;
    private final KeySettings keySettings;
    private final TrainingClock trainingClock;
    private final LongWork longWork;
    private final May may;

    EndsPage(
            Custody custody,
            BusinessClock clock,
            RetentionPolicies policies,
            ForecastPage forecasts,
            ClockGuard clockGuard,
            KeySettings keySettings,
            TrainingClock trainingClock,
            LongWork longWork,
            May may) {
        this.custody = custody;
        this.clock = clock;
        this.policies = policies;
        this.forecasts = forecasts;
        this.clockGuard = clockGuard;
        this.keySettings = keySettings;
        this.trainingClock = trainingClock;
        this.longWork = longWork;
        this.may = may;
    }

    /** How much of a purpose is held and when the next of it ends. */
    public record Held(Purpose purpose, long records, LocalDate next, long inThirtyDays) {}

    /** What has ended, and how long such data was kept then. */
    public record Ended(Destruction what, String life) {}

    @GetMapping("/ends")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var today = clock.today();
        List<Expected> expected =
                custody.in(me.seller(), vault -> vault.forecast().until(today.plusYears(20)));
        List<Destruction> ended =
                custody.in(me.seller(), vault -> vault.erasures().latest(MOST));
        model.addAttribute("today", today);
        model.addAttribute("held", held(expected, today));
        model.addAttribute("forecast", forecasts.of(me.seller()));
        var history = policies.history(me.seller());
        model.addAttribute(
                "ended",
                ended.stream()
                        .map(each -> new Ended(each, history.at(each.at()).lifeInWords(each.purpose())))
                        .toList());
        model.addAttribute("policy", history.now());
        model.addAttribute("policies", RetentionPolicy.CHANGEABLE);
        model.addAttribute("changes", history.changes());
        model.addAttribute("fewest", RetentionPolicy.DAYS_OF_AN_OPEN_ORDER);
        model.addAttribute("horizon", keySettings.backupHorizon().toDays());
        model.addAttribute("mayChange", may.act("/ends/policy"));
        model.addAttribute("jump", clockGuard.asks(me.seller()).orElse(null));
        model.addAttribute(
                "overdue",
                custody.in(me.seller(), vault -> vault.erasures().overdueSince())
                        .orElse(null));
        model.addAttribute("mayAnswer", may.act("/ends/clock/right"));
        model.addAttribute("movable", trainingClock.isMovable() && may.act("/ends/clock"));
        return "seller/ends";
    }

    @PostMapping("/ends/clock/right")
    String clockIsRight(@AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        clockGuard.answer(me.seller(), me.id());
        next.addFlashAttribute("toast", "Data ends by this clock again, within a quarter of an hour.");
        return "redirect:/ends";
    }

    @PostMapping("/ends/clock")
    String forward(@AuthenticationPrincipal SignedIn me, @RequestParam int days) {
        if (days < 1 || days > FURTHEST) {
            throw NotUsable.field("days", "Give 1 to " + FURTHEST + " days.");
        }
        return "redirect:"
                + longWork.start(
                        "Moving the training clock",
                        me.seller().toString(),
                        me.id().toString(),
                        new LongWork.Back("/ends", "Back to what ends"),
                        progress -> {
                            trainingClock.forward(
                                    days, turned -> progress.report(turned, days, "The days are turning…"));
                            return new LongWork.Done(
                                    "The clock is " + days + (days == 1 ? " day" : " days") + " further.",
                                    "/ends",
                                    "See what has ended");
                        });
    }

    private static List<Held> held(List<Expected> expected, LocalDate today) {
        var all = new ArrayList<Held>();
        for (var purpose : Purpose.values()) {
            var own =
                    expected.stream().filter(each -> each.purpose() == purpose).toList();
            if (!own.isEmpty()) {
                all.add(new Held(
                        purpose,
                        own.stream().mapToLong(Expected::records).sum(),
                        own.get(0).on(),
                        own.stream()
                                .filter(each -> !each.on().isAfter(today.plusDays(30)))
                                .mapToLong(Expected::records)
                                .sum()));
            }
        }
        return all;
    }
}
