package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.ChosenDocuments;
import app.counterfoil.hub.invoice.DocumentFilter;
import app.counterfoil.hub.invoice.DocumentFilter.Which;
import app.counterfoil.hub.invoice.FindDocuments;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.tax.VatTreatment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All documents that were ever issued: by what they are and by their days, or by a number. */
@Controller
class DocumentsPage {

    private static final String PATH = "/invoices/documents";
    private static final String VIEW = "invoice/documents";
    private static final int PAGE = 100;
    private static final int LONGEST = 100;

    private final FindDocuments documents;

    DocumentsPage(FindDocuments documents) {
        this.documents = documents;
    }

    @GetMapping(PATH)
    String show(
            @AuthenticationPrincipal SignedIn me,
            ChosenDocuments chosen,
            @RequestParam Optional<UUID> behind,
            Model model) {
        var filter = chosen.filter();
        var found = documents.page(me.seller(), filter, behind, PAGE + 1);
        model.addAttribute("chosen", chosen);
        model.addAttribute("documents", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("sums", documents.sums(me.seller(), filter));
        model.addAttribute("last", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        model.addAttribute("any", !filter.equals(DocumentFilter.ALL) || behind.isPresent());
        model.addAttribute("searched", "");
        return choices(model);
    }

    /** A search is posted: nobody can tell before looking what was typed. */
    @PostMapping(PATH)
    String search(@AuthenticationPrincipal SignedIn me, @RequestParam String number, Model model) {
        var typed = number.strip();
        if (typed.isEmpty() || typed.length() > LONGEST || typed.indexOf(0) >= 0) {
            throw new NotUsable(List.of(new NotUsable.Field(
                    "number",
                    "Give the whole number of a document, or the one that the channel has for the order, in up to "
                            + LONGEST + " characters.")));
        }
        model.addAttribute("chosen", ChosenDocuments.nothing());
        model.addAttribute("documents", documents.numbered(me.seller(), typed, PAGE));
        model.addAttribute("sums", List.of());
        model.addAttribute("any", true);
        model.addAttribute("searched", typed);
        return choices(model);
    }

    private static String choices(Model model) {
        model.addAttribute("kinds", Which.values());
        model.addAttribute("treatments", VatTreatment.values());
        return VIEW;
    }
}
