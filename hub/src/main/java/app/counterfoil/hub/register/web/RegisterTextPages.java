package app.counterfoil.hub.register.web;

import app.counterfoil.hub.register.KeptPart;
import app.counterfoil.hub.register.KeptText;
import app.counterfoil.hub.register.KeptTexts;
import app.counterfoil.hub.register.RegisterTexts;
import app.counterfoil.hub.register.TextUnusable;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.vault.Purpose;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people add to the register: who answers, and why the legal basis of a purpose fits. */
@Controller
class RegisterTextPages {

    private static final String CONTACT = "/register/contacts/{part}";
    private static final String NOTE = "/register/notes/{purpose}";

    private final RegisterTexts texts;

    RegisterTextPages(RegisterTexts texts) {
        this.texts = texts;
    }

    @GetMapping(CONTACT)
    String contact(@AuthenticationPrincipal SignedIn me, @PathVariable KeptPart part, Model model) {
        refuseNote(part);
        return form(
                part.title(),
                CONTACT.replace("{part}", part.name()),
                part,
                texts.of(me).of(part),
                model);
    }

    @PostMapping(CONTACT)
    String sayContact(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable KeptPart part,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reach,
            @RequestParam(defaultValue = "") String note,
            Model model,
            RedirectAttributes next) {
        refuseNote(part);
        var typed = new KeptText(name.strip(), reach.strip(), note.strip());
        try {
            texts.say(me, part, Optional.empty(), typed);
        } catch (TextUnusable refused) {
            refused(typed, refused, model);
            return contact(me, part, model);
        }
        return done(part, next);
    }

    @GetMapping(NOTE)
    String note(@AuthenticationPrincipal SignedIn me, @PathVariable Purpose purpose, Model model) {
        model.addAttribute("basis", purpose.lawfulBasis());
        return form(
                "Legal basis: " + purpose.title().toLowerCase(Locale.ROOT),
                NOTE.replace("{purpose}", purpose.name()),
                KeptPart.BASIS_NOTE,
                texts.of(me).noteOn(purpose),
                model);
    }

    @PostMapping(NOTE)
    String sayNote(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Purpose purpose,
            @RequestParam(defaultValue = "") String note,
            Model model,
            RedirectAttributes next) {
        var typed = new KeptText("", "", note.strip());
        try {
            texts.say(me, KeptPart.BASIS_NOTE, Optional.of(purpose), typed);
        } catch (TextUnusable refused) {
            refused(typed, refused, model);
            return note(me, purpose, model);
        }
        return done(KeptPart.BASIS_NOTE, next);
    }

    private static void refused(KeptText typed, TextUnusable refused, Model model) {
        model.addAttribute("refused", refused);
        model.addAttribute("text", typed);
    }

    private static String form(
            String title, String path, KeptPart part, Optional<KeptTexts.Entry> standing, Model model) {
        if (!model.containsAttribute("text")) {
            model.addAttribute("text", standing.map(KeptTexts.Entry::text).orElseGet(() -> new KeptText("", "", "")));
        }
        model.addAttribute("standing", standing.orElse(null));
        model.addAttribute("title", title);
        model.addAttribute("path", path);
        model.addAttribute("part", part);
        return "register/text";
    }

    private static String done(KeptPart part, RedirectAttributes next) {
        next.addFlashAttribute("toast", "The register has it: " + part.title().toLowerCase(Locale.ROOT) + ".");
        return "redirect:" + RegisterPage.PATH;
    }

    private static void refuseNote(KeptPart part) {
        if (!KeptPart.contacts().contains(part)) {
            throw NotUsable.field("part", "A note belongs to a purpose; open it from the register.");
        }
    }
}
