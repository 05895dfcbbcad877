package app.counterfoil.hub.payout.web;

import app.counterfoil.hub.payout.CompareOrders;
import app.counterfoil.hub.payout.NotASettlement;
import app.counterfoil.hub.payout.Settlement;
import app.counterfoil.hub.payout.Settlements;
import app.counterfoil.hub.payout.TakeInSettlements;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import app.counterfoil.hub.shell.NotUsable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The settlements of the shop, and how another is taken in: looked at first, and taken in with a second press. The page's own
 * script sends the file as the body of a request, so that it is read as it comes and stands on no disk.
 */
@Controller
class PayoutsPage {

    static final String PATH = "/payouts";
    private static final int MOST = 12;
    private static final int MOST_PAGES = 1_000;

    private final Settlements settlements;
    private final TakeInSettlements takeIn;
    private final CompareOrders compare;

    PayoutsPage(Settlements settlements, TakeInSettlements takeIn, CompareOrders compare) {
        this.settlements = settlements;
        this.takeIn = takeIn;
        this.compare = compare;
    }

    /** A settlement, and how many differences nobody has looked at. */
    public record Row(Settlement settlement, long open) {}

    @Bean
    static NavigationEntry payoutsEntry() {
        return new NavigationEntry("Payouts", PATH, "inbox", "", 36);
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "1") int page, Model model) {
        if (page < 1 || page > MOST_PAGES) {
            throw NotUsable.field("page", "Choose a page of the list.");
        }
        var found = settlements.latest(me.seller(), (page - 1) * MOST, MOST + 1);
        model.addAttribute(
                "rows",
                found.subList(0, Math.min(MOST, found.size())).stream()
                        .map(each -> row(me, each))
                        .toList());
        model.addAttribute("page", page);
        model.addAttribute("hasMore", found.size() > MOST);
        model.addAttribute("accounts", takeIn.accounts(me.seller()));
        model.addAttribute("where", takeIn.whereToFind());
        return "payout/list";
    }

    private Row row(SignedIn me, Settlement settlement) {
        return new Row(
                settlement,
                compare.of(me.seller(), settlement).stream()
                        .filter(each -> each.looked().isEmpty())
                        .count());
    }

    @GetMapping(PATH + "/new")
    String choose(@AuthenticationPrincipal SignedIn me, Model model) {
        return form(me, Optional.empty(), model);
    }

    @PostMapping(PATH + "/{account}/look")
    String look(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID account, HttpServletRequest request, Model model)
            throws IOException {
        try {
            model.addAttribute("look", takeIn.look(me.seller(), account, body(request)));
        } catch (NotASettlement refused) {
            model.addAttribute("refused", refused);
            return form(me, Optional.of(account), model);
        }
        model.addAttribute("account", account);
        return "payout/look";
    }

    @PostMapping(PATH + "/{account}/file")
    String file(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next)
            throws IOException {
        try {
            var taken = takeIn.takeIn(me.seller(), account, body(request), me.id());
            next.addFlashAttribute("toast", told(taken));
            return "redirect:" + PATH;
        } catch (NotASettlement refused) {
            model.addAttribute("refused", refused);
            return form(me, Optional.of(account), model);
        }
    }

    private static String told(int taken) {
        return switch (taken) {
            case 0 -> "Nothing is new: all of it was taken in before.";
            case 1 -> "1 settlement was taken in.";
            default -> taken + " settlements were taken in.";
        };
    }

    private static InputStream body(HttpServletRequest request) throws IOException {
        return new BufferedInputStream(request.getInputStream());
    }

    private String form(SignedIn me, Optional<UUID> account, Model model) {
        model.addAttribute("accounts", takeIn.accounts(me.seller()));
        model.addAttribute("chosen", account.map(UUID::toString).orElse(""));
        model.addAttribute("where", takeIn.whereToFind());
        return "payout/new";
    }
}
