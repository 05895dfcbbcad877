package app.counterfoil.hub.review.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.review.AccessDecision;
import app.counterfoil.hub.review.AccessReviews;
import app.counterfoil.hub.review.AccessRound;
import app.counterfoil.hub.review.AccessRound.LeftToDo;
import app.counterfoil.hub.review.NotAReview;
import app.counterfoil.hub.review.ReviewKind;
import app.counterfoil.hub.review.Reviews;
import app.counterfoil.hub.review.TokenDecision;
import app.counterfoil.hub.review.TokenReviews;
import app.counterfoil.hub.review.Verdict;
import app.counterfoil.hub.seller.ApiToken;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.seller.Staff;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.vault.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The quarterly review of who has access, in one page. */
@Controller
class AccessPages {

    private static final String PATH = ReviewPages.PATH + "/access";

    private final AccessReviews access;
    private final TokenReviews tokens;
    private final Reviews reviews;
    private final PeopleOfTheShop people;
    private final BusinessClock clock;

    AccessPages(
            AccessReviews access, TokenReviews tokens, Reviews reviews, PeopleOfTheShop people, BusinessClock clock) {
        this.access = access;
        this.tokens = tokens;
        this.reviews = reviews;
        this.people = people;
        this.clock = clock;
    }

    /** Somebody with access, as the page shows them. */
    public record Row(
            Staff person,
            String purposes,
            AccessDecision.Known known,
            String opened,
            Optional<AccessDecision> decision,
            LeftToDo left,
            String changed,
            boolean isMine) {}

    /** Somebody who had access when the review began, and has it no more. */
    public record Gone(String name, Role role) {}

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var round = access.open(me.seller());
        var known = access.known(me.seller());
        var staff = people.of(me);
        var names = ReviewPages.names(people, me);
        var owners = staff.stream().filter(each -> each.role() == Role.OWNER).count();
        var rows = staff.stream()
                .map(each -> row(me, each, known.get(each.id()), round, owners))
                .toList();
        model.addAttribute("round", round.orElse(null));
        model.addAttribute("rows", rows);
        model.addAttribute("gone", round.map(each -> gone(each, staff, names)).orElse(List.of()));
        model.addAttribute(
                "left",
                rows.stream().filter(row -> row.left() != LeftToDo.NOTHING).count());
        model.addAttribute("verdicts", Verdict.values());
        var programs = programs(me, round);
        model.addAttribute("programs", programs);
        model.addAttribute("tokenNames", tokens.names(me.seller()));
        model.addAttribute(
                "undecided",
                round.map(each -> tokens.undecided(me.seller(), each).size()).orElse(0));
        model.addAttribute("names", names);
        model.addAttribute("isOwner", me.role() == Role.OWNER);
        model.addAttribute("alone", owners == 1 && me.role() == Role.OWNER);
        model.addAttribute("me", me.id());
        model.addAttribute("countedFrom", access.countedFrom());
        model.addAttribute("review", reviews.one(me.seller(), ReviewKind.ACCESS, "ACCESS"));
        model.addAttribute("today", clock.today());
        model.addAttribute("staff", staff);
        model.addAttribute(
                "past",
                access.all(me.seller()).stream()
                        .filter(each -> each.closedAt().isPresent())
                        .toList());
        return "review/access";
    }

    @PostMapping(PATH)
    String start(@AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        access.start(me);
        next.addFlashAttribute("toast", "The review has begun. Decide on everybody.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/people/{id}")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Verdict verdict,
            RedirectAttributes next) {
        access.decide(me, id, verdict);
        next.addFlashAttribute(
                "toast",
                verdict == Verdict.KEEP ? "Recorded." : "Recorded. It is not carried out yet: do so on their page.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/close")
    String close(@AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        access.close(me);
        next.addFlashAttribute("toast", "Closed. What was decided is kept as evidence.");
        return "redirect:" + PATH;
    }

    /** A program's token, as the page shows it; one that was withdrawn in the review is still shown. */
    public record Program(ApiToken token, Optional<TokenDecision> decision, boolean stands) {}

    private List<Program> programs(SignedIn me, Optional<AccessRound> round) {
        var decided = round.map(AccessRound::standingOnTokens).orElse(Map.of());
        return tokens.shown(me.seller(), round).stream()
                .map(token ->
                        new Program(token, Optional.ofNullable(decided.get(token.id())), token.standsOn(clock.today())))
                .toList();
    }

    @PostMapping(PATH + "/tokens/{id}")
    String decideOnToken(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Verdict verdict,
            RedirectAttributes next) {
        try {
            tokens.decide(me, id, verdict);
        } catch (NotAReview.NoRole refused) {
            throw NotUsable.field("verdict", refused.wrong() + " " + refused.mend());
        }
        next.addFlashAttribute(
                "toast", verdict == Verdict.KEEP ? "Recorded." : "Withdrawn. The program comes in no more.");
        return "redirect:" + PATH;
    }

    private static Row row(
            SignedIn me, Staff person, AccessDecision.@Nullable Known known, Optional<AccessRound> round, long owners) {
        var knows = known == null ? new AccessDecision.Known(Optional.empty(), Map.of()) : known;
        return new Row(
                person,
                purposes(person.role()),
                knows,
                opened(knows),
                round.map(each -> each.standing().get(person.id())),
                round.map(each -> each.leftToDo(person.id(), Optional.of(person.role())))
                        .orElse(LeftToDo.NOTHING),
                round.map(each -> changed(each, person)).orElse(""),
                person.id().equals(me.id()) && owners > 1);
    }

    private static String changed(AccessRound round, Staff person) {
        var before = round.atStart().get(person.id());
        if (before == null) {
            return "Came after the review began";
        }
        return before == person.role() ? "" : "Was " + before.title() + " when the review began";
    }

    private static List<Gone> gone(AccessRound round, List<Staff> here, Map<UUID, String> names) {
        var ids = here.stream().map(Staff::id).collect(Collectors.toSet());
        return round.atStart().entrySet().stream()
                .filter(each -> !ids.contains(each.getKey()))
                .map(each -> new Gone(names.getOrDefault(each.getKey(), "Somebody who left"), each.getValue()))
                .toList();
    }

    private static String purposes(Role role) {
        return Arrays.stream(Purpose.values())
                .filter(role::carries)
                .map(Purpose::title)
                .collect(Collectors.joining(", "));
    }

    private static String opened(AccessDecision.Known known) {
        return Arrays.stream(Purpose.values())
                .filter(known.opened()::containsKey)
                .map(purpose ->
                        "%s %,d".formatted(purpose.title(), known.opened().get(purpose)))
                .collect(Collectors.joining(", "));
    }
}
