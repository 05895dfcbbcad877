package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.order.CorrectPeople.FasterColleague;
import app.counterfoil.hub.order.CorrectPeople.NothingToCorrect;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.PersonField;
import app.counterfoil.hub.rights.CorrectOnRequest;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts right what is held on the people of one order of a requester's, or lets a statement of theirs stand beside it. */
@Controller
@RequestMapping(RequestListPage.PATH + "/{id}/orders/{order}")
class CorrectionPage {

    private static final int LONGEST_STATEMENT = 4_000;

    private final CorrectOnRequest correct;
    private final Requests requests;
    private final Orders orders;

    CorrectionPage(CorrectOnRequest correct, Requests requests, Orders orders) {
        this.correct = correct;
        this.requests = requests;
        this.orders = orders;
    }

    @GetMapping("/correct")
    String form(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID order, Model model) {
        var held = correct.present(me.seller(), id, new OrderId(order), me);
        return shown(me, id, order, TypedCorrection.of(held), held.changes(), model);
    }

    /** What is typed stands in the form's fields; {@code close} is there if the request is done with it. */
    @PostMapping("/correct")
    String correct(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID order,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        var held = correct.present(me.seller(), id, new OrderId(order), me);
        var correction = TypedCorrection.of(held, typed);
        var errors = correction.errors();
        model.addAttribute("errors", errors);
        var seen = seen(typed.getOrDefault("changes", ""));
        if (!errors.isEmpty()) {
            return shown(me, id, order, correction, seen, model);
        }
        try {
            var changed = correct.correct(
                    me.seller(), id, new OrderId(order), correction.right(seen), typed.containsKey("close"), me);
            next.addFlashAttribute("toast", "Put right, and looked at again: " + PersonField.inWords(changed) + ".");
        } catch (NothingToCorrect refused) {
            model.addAttribute("refused", refused);
            return shown(me, id, order, correction, held.changes(), model);
        } catch (FasterColleague refused) {
            model.addAttribute("refused", refused);
            return form(me, id, order, model);
        }
        return "redirect:" + RequestListPage.PATH + "/" + id;
    }

    @PostMapping("/statement")
    String add(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID order,
            @RequestParam(defaultValue = "") String statement,
            RedirectAttributes next) {
        if (statement.isBlank() || statement.length() > LONGEST_STATEMENT) {
            throw NotUsable.field("statement", "Give 1 to " + LONGEST_STATEMENT + " characters.");
        }
        correct.add(me.seller(), id, new OrderId(order), statement.strip(), me.id());
        next.addFlashAttribute("toast", "It stands beside what is held, for whoever looks at it.");
        return "redirect:" + RequestListPage.PATH + "/" + id;
    }

    private String shown(SignedIn me, UUID id, UUID order, TypedCorrection correction, long changes, Model model) {
        model.addAttribute("request", requests.one(me.seller(), id));
        model.addAttribute("order", orders.one(me.seller(), new OrderId(order)).orElseThrow(NoSuchOrder::new));
        model.addAttribute("correction", correction);
        model.addAttribute("parts", correction.parts());
        model.addAttribute("changes", changes);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        return "rights/correction";
    }

    /** A form that does not say what it has seen has seen nothing. */
    private static long seen(String changes) {
        return changes.matches("\\d{1,9}") ? Long.parseLong(changes) : -1;
    }
}
