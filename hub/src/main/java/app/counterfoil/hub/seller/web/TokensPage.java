package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.seller.ApiToken;
import app.counterfoil.hub.seller.ApiTokens;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import app.counterfoil.hub.shell.NotUsable;
import java.util.Set;
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

/** The tokens by which programs of the shop come in: which there are, making one, and revoking one. */
@Controller
class TokensPage {

    private static final String PATH = "/tokens";

    private final ApiTokens tokens;
    private final BusinessClock clock;

    TokensPage(ApiTokens tokens, BusinessClock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry tokensEntry() {
        return new NavigationEntry("Tokens", PATH, "key", "Set up", 76);
    }

    /** A token as the page shows it. */
    public record Row(ApiToken token, boolean stands, String state) {}

    /** What was typed, so that it is there again when it was refused. */
    public record Typed(String name, Set<ApiScope> scopes, int days) {
        static final Typed NOTHING = new Typed("", Set.of(), ApiTokens.USUAL_DAYS);
    }

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        return list(me, Typed.NOTHING, model);
    }

    @PostMapping(PATH)
    String make(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<ApiScope> scopes,
            @RequestParam(defaultValue = "90") int days,
            Model model,
            RedirectAttributes next) {
        try {
            next.addFlashAttribute("made", tokens.make(me, name, scopes, days));
            return "redirect:" + PATH;
        } catch (NotUsable refused) {
            model.addAttribute("refused", refused);
            return list(me, new Typed(name, scopes, days), model);
        }
    }

    @PostMapping(PATH + "/{id}/revoke")
    String revoke(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        tokens.revoke(me.seller(), id, me.id());
        next.addFlashAttribute("toast", "It is revoked: it opens nothing any more.");
        return "redirect:" + PATH;
    }

    private String list(SignedIn me, Typed typed, Model model) {
        model.addAttribute(
                "rows", tokens.all(me.seller()).stream().map(this::row).toList());
        model.addAttribute("scopes", ApiScope.values());
        model.addAttribute("typed", typed);
        model.addAttribute("mostDays", ApiTokens.MOST_DAYS);
        return "seller/tokens";
    }

    private Row row(ApiToken token) {
        var stands = token.standsOn(clock.today());
        return new Row(token, stands, stands ? "Open" : token.revokedAt().isPresent() ? "Revoked" : "Ended");
    }
}
