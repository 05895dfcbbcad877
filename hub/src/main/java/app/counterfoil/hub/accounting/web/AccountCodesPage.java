package app.counterfoil.hub.accounting.web;

import app.counterfoil.hub.accounting.AccountCodes;
import app.counterfoil.hub.accounting.JournalPlace;
import app.counterfoil.hub.seller.SignedIn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Under which codes the journal in files is written. */
@Controller
class AccountCodesPage {

    private static final String PATH = BookkeepingPage.PATH + "/accounts";

    private final AccountCodes codes;

    AccountCodesPage(AccountCodes codes) {
        this.codes = codes;
    }

    /** An account, and the code it has or is to have. */
    public record Row(JournalPlace place, String code) {}

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        return form(codes.of(me.seller()), model);
    }

    /** Each account is a field of its own, named as it is stored. */
    @PostMapping(PATH)
    String say(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes next) {
        Map<JournalPlace, String> said = new EnumMap<>(JournalPlace.class);
        for (var place : JournalPlace.values()) {
            said.put(place, Optional.ofNullable(form.getFirst(place.name())).orElse(""));
        }
        try {
            codes.say(me.seller(), said, me.id());
        } catch (AccountCodes.NotACode refused) {
            model.addAttribute("refused", refused);
            return form(said, model);
        }
        next.addFlashAttribute("toast", "Saved. Files have these codes from now on.");
        return "redirect:" + BookkeepingPage.PATH;
    }

    private static String form(Map<JournalPlace, String> said, Model model) {
        model.addAttribute("sales", rows(JournalPlace.ofSales(), said));
        model.addAttribute("payouts", rows(JournalPlace.ofPayouts(), said));
        return "accounting/accounts";
    }

    private static List<Row> rows(List<JournalPlace> places, Map<JournalPlace, String> said) {
        return places.stream()
                .map(place -> new Row(place, said.getOrDefault(place, "")))
                .toList();
    }
}
