package app.counterfoil.hub.export.web;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.export.Copy;
import app.counterfoil.hub.export.ExportWish;
import app.counterfoil.hub.export.Leash;
import app.counterfoil.hub.export.MakePapers;
import app.counterfoil.hub.export.Maker;
import app.counterfoil.hub.export.PapersWish;
import app.counterfoil.hub.invoice.ChosenDocuments;
import app.counterfoil.hub.invoice.DocumentFilter.Which;
import app.counterfoil.hub.invoice.FindDocuments;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.tax.VatTreatment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks which documents are wanted as PDFs, who receives them and until when, and has the files made. */
@Controller
class PapersPage {

    private static final String PATH = ExportPages.PATH + "/papers";
    private static final LongWork.Back BACK = new LongWork.Back(ExportPages.PATH, "Back to the exports");

    private final MakePapers makePapers;
    private final FindDocuments documents;
    private final Recipients recipients;
    private final LongWork longWork;

    PapersPage(MakePapers makePapers, FindDocuments documents, Recipients recipients, LongWork longWork) {
        this.makePapers = makePapers;
        this.documents = documents;
        this.recipients = recipients;
        this.longWork = longWork;
    }

    /** What was typed, so that it is there again when it was refused. */
    record Typed(String recipient, String reason, int days) {
        static final Typed NOTHING = new Typed("", "", ExportWish.USUAL_DAYS);

        @Override
        public String toString() {
            return "Typed[hidden]";
        }
    }

    @GetMapping(PATH)
    String form(@AuthenticationPrincipal SignedIn me, ChosenDocuments chosen, Model model) {
        return form(me, chosen, Typed.NOTHING, model);
    }

    @PostMapping(PATH)
    String make(
            @AuthenticationPrincipal SignedIn me,
            ChosenDocuments chosen,
            @RequestParam Optional<OutsideService> recipient,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "7") int days,
            Model model) {
        var maker = Maker.of(me);
        var leash = new Leash(recipient.map(Enum::name), reason, days);
        var wish = new PapersWish(leash, chosen.filter());
        try {
            makePapers.refuseUnlessAllowed(maker, wish);
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            return form(me, chosen, new Typed(recipient.map(Enum::name).orElse(""), reason, days), model);
        }
        return "redirect:"
                + longWork.start(
                        "Making a file of documents",
                        me.seller().toString(),
                        me.id().toString(),
                        BACK,
                        progress -> done(makePapers.make(maker, wish, progress)));
    }

    private static LongWork.Done done(List<Copy> made) {
        var papers = made.stream().mapToInt(Copy::rows).sum();
        var first = made.get(0);
        return made.size() == 1
                ? new LongWork.Done(
                        "Copy %d is made: %,d %s."
                                .formatted(first.number(), papers, papers == 1 ? "document" : "documents"),
                        ExportPages.PATH + "/" + first.id(),
                        "Go on to download it")
                : new LongWork.Done(
                        "%,d documents are made, in %d files of up to %d."
                                .formatted(papers, made.size(), MakePapers.IN_ONE),
                        ExportPages.PATH,
                        "Go on to download them");
    }

    private String form(SignedIn me, ChosenDocuments chosen, Typed typed, Model model) {
        model.addAttribute("chosen", chosen);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "found",
                documents.sums(me.seller(), chosen.filter()).stream()
                        .mapToLong(FindDocuments.Sum::documents)
                        .sum());
        model.addAttribute("inOne", MakePapers.IN_ONE);
        model.addAttribute("most", MakePapers.MOST);
        model.addAttribute("kinds", Which.values());
        model.addAttribute("treatments", VatTreatment.values());
        model.addAttribute(
                "recipients",
                Arrays.stream(OutsideService.values())
                        .filter(service ->
                                recipients.standing(me.seller(), service.name()).isPresent())
                        .toList());
        model.addAttribute("mostDays", ExportWish.MOST_DAYS);
        return "export/papers";
    }
}
