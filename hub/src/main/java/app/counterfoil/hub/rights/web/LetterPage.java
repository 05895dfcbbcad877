package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.rights.LetterTemplate;
import app.counterfoil.hub.rights.Requester;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.rights.WriteToRequester;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A letter to whoever has asked: its text to be looked at and changed, then it goes. */
@Controller
class LetterPage {

    private static final int LONGEST = 10_000;
    private static final int LONGEST_LINE = 150;

    private final Requests requests;
    private final WriteToRequester write;
    private final SendLetters letters;
    private final Letters written;

    LetterPage(Requests requests, WriteToRequester write, SendLetters letters, Letters written) {
        this.requests = requests;
        this.write = write;
        this.letters = letters;
        this.written = written;
    }

    @GetMapping(RequestListPage.PATH + "/{id}/letter")
    String form(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam LetterTemplate template,
            Model model) {
        var request = requests.one(me.seller(), id);
        model.addAttribute("request", request);
        model.addAttribute("template", template);
        model.addAttribute(
                "to",
                requests.requester(me.seller(), request, me)
                        .opened()
                        .map(Requester::email)
                        .orElse(""));
        if (!model.containsAttribute("text")) {
            model.addAttribute("subjectLine", template.subjectLine());
            model.addAttribute("text", write.draft(me.seller(), request, template, me, receiptAddress(me)));
        }
        return "rights/letter";
    }

    @PostMapping(RequestListPage.PATH + "/{id}/letter")
    String send(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam LetterTemplate template,
            @RequestParam(defaultValue = "") String subjectLine,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes next) {
        refuseUnlessUsable("subjectLine", subjectLine, LONGEST_LINE);
        refuseUnlessUsable("text", text, LONGEST);
        try {
            write.send(me.seller(), id, template, subjectLine, text, me);
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("subjectLine", subjectLine);
            model.addAttribute("text", text);
            return form(me, id, template, model);
        }
        next.addFlashAttribute("toast", "The letter goes out at once; what becomes of it stands below.");
        return "redirect:" + RequestListPage.PATH + "/" + id;
    }

    @PostMapping(RequestListPage.PATH + "/{id}/letters/{letter}/again")
    String again(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID letter,
            RedirectAttributes next) {
        var request = requests.one(me.seller(), id);
        letters.tryAgain(me.seller(), letter);
        next.addFlashAttribute("toast", "It is tried again.");
        return "redirect:" + RequestListPage.PATH + "/" + request.id();
    }

    /** What a letter said that has been written; the look is in the journal. */
    @GetMapping(RequestListPage.PATH + "/{id}/letters/{letter}")
    String read(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID letter, Model model) {
        model.addAttribute("request", requests.one(me.seller(), id));
        model.addAttribute("written", written.text(me.seller(), id, letter, me).orElseThrow(NothingToRead::new));
        return "rights/letter-written";
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    private static final class NothingToRead extends Refusal {
        NothingToRead() {
            super("There is no such letter, or it has ended.", "Look at the request's page.");
        }
    }

    private static String receiptAddress(SignedIn me) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(ReceiptPage.PATH)
                        .toUriString()
                + "/" + me.seller() + "/";
    }

    private static void refuseUnlessUsable(String field, String typed, int longest) {
        if (typed.isBlank() || typed.length() > longest) {
            throw NotUsable.field(field, "Give 1 to " + longest + " characters.");
        }
    }
}
