package app.counterfoil.hub.order.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.retention.CaseReference;
import app.counterfoil.hub.retention.LegalHold;
import app.counterfoil.hub.retention.LegalHoldReason;
import app.counterfoil.hub.retention.LegalHolds;
import app.counterfoil.hub.retention.ReviewPeriod;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.May;
import app.counterfoil.hub.shell.NavigationEntry;
import app.counterfoil.hub.shell.NotUsable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Legal holds: the list, one of them with its copy opened, and putting an order's people on one. */
@Controller
class LegalHoldPages {

    private final LegalHolds holds;
    private final Orders orders;
    private final PeopleOfTheShop people;
    private final BusinessClock clock;
    private final May may;

    LegalHoldPages(LegalHolds holds, Orders orders, PeopleOfTheShop people, BusinessClock clock, May may) {
        this.holds = holds;
        this.orders = orders;
        this.people = people;
        this.clock = clock;
        this.may = may;
    }

    @Bean
    static NavigationEntry legalHoldsEntry() {
        return new NavigationEntry("Legal holds", "/holds", "lock", "Data protection", 84);
    }

    @GetMapping("/holds")
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        var all = holds.all(me.seller());
        model.addAttribute("holds", all);
        model.addAttribute(
                "overdue",
                all.stream().filter(hold -> hold.isOverdue(clock.today())).count());
        model.addAttribute("numbers", numbers(me, all));
        model.addAttribute("names", names(me));
        model.addAttribute("today", clock.today());
        return "order/holds";
    }

    @GetMapping("/holds/{id}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var hold = holds.one(me.seller(), id);
        model.addAttribute("hold", hold);
        model.addAttribute("copy", holds.open(me.seller(), id, me).orElse(null));
        model.addAttribute("number", numbers(me, List.of(hold)).get(hold.order()));
        model.addAttribute("owner", names(me).getOrDefault(hold.owner(), "Somebody who left"));
        model.addAttribute("today", clock.today());
        model.addAttribute("mayRelease", hold.stands() && may.act("/holds/" + id + "/release"));
        return "order/hold";
    }

    @PostMapping("/holds/{id}/review")
    String review(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam int reviewInDays,
            RedirectAttributes next) {
        holds.review(me.seller(), id, reviewed(reviewInDays));
        next.addFlashAttribute("toast", "It stays on hold. The next review has its day.");
        return "redirect:/holds/" + id;
    }

    @PostMapping("/holds/{id}/release")
    String release(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        holds.release(me.seller(), id, me.id());
        next.addFlashAttribute("toast", "Released. The copy is destroyed, and nobody can read it any more.");
        return "redirect:/holds";
    }

    @GetMapping("/orders/{id}/legal-hold")
    String form(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute("order", order(me, id));
        model.addAttribute("reasons", LegalHoldReason.values());
        return "order/legal-hold";
    }

    @PostMapping("/orders/{id}/legal-hold")
    String hold(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam LegalHoldReason reason,
            @RequestParam(defaultValue = "") String caseReference,
            @RequestParam int reviewInDays,
            Model model,
            RedirectAttributes next) {
        CaseReference reference;
        try {
            reference = new CaseReference(caseReference);
        } catch (CaseReference.NotACaseReference refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("reason", reason);
            model.addAttribute("typed", caseReference);
            model.addAttribute("reviewInDays", reviewInDays);
            return form(me, id, model);
        }
        var hold = holds.hold(me.seller(), order(me, id).id().value(), reason, reference, me, reviewed(reviewInDays));
        next.addFlashAttribute("toast", "The people of this order are on hold. Everything else ends on its day.");
        return "redirect:/holds/" + hold;
    }

    private static ReviewPeriod reviewed(int days) {
        try {
            return new ReviewPeriod(days);
        } catch (ReviewPeriod.NotAReviewPeriod refused) {
            throw NotUsable.field("reviewInDays", refused.mend());
        }
    }

    private OrderFacts order(SignedIn me, UUID id) {
        return orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new);
    }

    private Map<UUID, String> numbers(SignedIn me, List<LegalHold> of) {
        var ids = of.stream().map(hold -> new OrderId(hold.order())).collect(Collectors.toSet());
        return orders.of(me.seller(), ids).stream()
                .collect(Collectors.toMap(order -> order.id().value(), OrderFacts::channelOrderId));
    }

    private Map<UUID, String> names(SignedIn me) {
        var names = new HashMap<UUID, String>();
        people.of(me).forEach(person -> names.put(person.id(), person.shownName()));
        return names;
    }
}
