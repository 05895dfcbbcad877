package app.counterfoil.hub.review.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.review.NotAReview;
import app.counterfoil.hub.review.Outcome;
import app.counterfoil.hub.review.Reminders;
import app.counterfoil.hub.review.ReviewKind;
import app.counterfoil.hub.review.Reviews;
import app.counterfoil.hub.seller.Leaver;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.seller.Staff;
import app.counterfoil.hub.shell.NavigationEntry;
import app.counterfoil.hub.shell.NotUsable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is looked at again, by whom and when; and recording that somebody has. */
@Controller
class ReviewPages {

    static final String PATH = "/reviews";

    private final Reviews reviews;
    private final Reminders reminders;
    private final PeopleOfTheShop people;
    private final BusinessClock clock;

    ReviewPages(Reviews reviews, Reminders reminders, PeopleOfTheShop people, BusinessClock clock) {
        this.reviews = reviews;
        this.reminders = reminders;
        this.people = people;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry reviewsEntry() {
        return new NavigationEntry("Reviews", PATH, "calendar", "Data protection", 87);
    }

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        var all = reviews.all(me.seller());
        var today = clock.today();
        var overdue = all.stream().filter(each -> each.isOverdue(today)).toList();
        model.addAttribute(
                "soon", all.stream().filter(each -> !each.isOverdue(today)).toList());
        model.addAttribute("overdue", overdue);
        model.addAttribute("reminders", reminders.of(me.seller(), overdue));
        model.addAttribute("never", LocalDate.EPOCH);
        model.addAttribute("names", names(people, me));
        return "review/list";
    }

    @GetMapping(PATH + "/{kind}/{thing}")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable ReviewKind kind,
            @PathVariable String thing,
            Model model) {
        var review = reviews.one(me.seller(), kind, thing);
        var today = clock.today();
        model.addAttribute("review", review);
        model.addAttribute("isOverdue", review.isOverdue(today));
        model.addAttribute("isRecipient", kind == ReviewKind.RECIPIENT);
        model.addAttribute("isOnFile", review.nextOn().isAfter(LocalDate.EPOCH));
        model.addAttribute("staff", people.of(me));
        model.addAttribute("names", names(people, me));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute(
                "history",
                reviews.history(me).stream()
                        .filter(each -> each.thing().equals(review.thing()))
                        .toList());
        if (!model.containsAttribute("told")) {
            model.addAttribute(
                    "told", new Reviews.Told(Outcome.FITS, "", review.thing().usualAfter(today)));
        }
        return "review/one";
    }

    @PostMapping(PATH + "/{kind}/{thing}")
    String record(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable ReviewKind kind,
            @PathVariable String thing,
            @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "") String note,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate nextOn,
            Model model,
            RedirectAttributes next) {
        var told = new Reviews.Told(outcome, note.strip(), nextOn);
        try {
            reviews.record(me, kind, thing, told);
        } catch (NotAReview refused) {
            if (refused.field().isEmpty()) {
                throw refused;
            }
            model.addAttribute("refused", refused);
            model.addAttribute("told", told);
            return show(me, kind, thing, model);
        }
        next.addFlashAttribute("toast", "Recorded. It is kept as evidence, with your name and the day.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{kind}/{thing}/plan")
    String plan(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable ReviewKind kind,
            @PathVariable String thing,
            @RequestParam UUID owner,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> nextOn,
            RedirectAttributes next) {
        var now = reviews.one(me.seller(), kind, thing);
        try {
            reviews.plan(me, kind, thing, owner, nextOn.orElse(now.nextOn()));
        } catch (NotAReview refused) {
            throw NotUsable.field(refused.field(), refused.wrong() + " " + refused.mend());
        }
        next.addFlashAttribute("toast", now.thing().title() + " has its owner and its day.");
        return "redirect:" + PATH;
    }

    /** The names of everybody who works or worked there, as far as they can still be opened. */
    static Map<UUID, String> names(PeopleOfTheShop people, SignedIn me) {
        var names = new HashMap<UUID, String>();
        for (Leaver gone : people.whoLeft(me)) {
            names.put(gone.id(), gone.shownName() + " (left)");
        }
        for (Staff here : people.of(me)) {
            names.put(here.id(), here.shownName());
        }
        return names;
    }
}
