package app.counterfoil.hub.export.web;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.export.CopyFormat;
import app.counterfoil.hub.export.ExportPurpose;
import app.counterfoil.hub.export.ExportWish;
import app.counterfoil.hub.export.MakeCopy;
import app.counterfoil.hub.export.Maker;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks what a file is for, who receives it and until when, and has it made. */
@Controller
class NewExportPage {

    private static final LongWork.Back BACK = new LongWork.Back(ExportPages.PATH, "Back to the exports");

    private final MakeCopy makeCopy;
    private final Orders orders;
    private final Recipients recipients;
    private final LongWork longWork;

    NewExportPage(MakeCopy makeCopy, Orders orders, Recipients recipients, LongWork longWork) {
        this.makeCopy = makeCopy;
        this.orders = orders;
        this.recipients = recipients;
        this.longWork = longWork;
    }

    /** What was typed, so that it is there again when it was refused. */
    record Typed(ExportPurpose purpose, String recipient, String reason, CopyFormat format, int days) {
        static final Typed NOTHING = new Typed(ExportPurpose.FACTS, "", "", CopyFormat.XLSX, ExportWish.USUAL_DAYS);

        @Override
        public String toString() {
            return "Typed[hidden]";
        }
    }

    @GetMapping(ExportPages.PATH + "/new")
    String form(@AuthenticationPrincipal SignedIn me, Chosen chosen, Model model) {
        var unused = chosen.filter();
        return form(me, chosen, Typed.NOTHING, model);
    }

    @PostMapping(ExportPages.PATH)
    String make(
            @AuthenticationPrincipal SignedIn me,
            Chosen chosen,
            @RequestParam ExportPurpose purpose,
            @RequestParam Optional<OutsideService> recipient,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam CopyFormat fileFormat,
            @RequestParam(defaultValue = "7") int days,
            Model model) {
        var maker = Maker.of(me);
        var wish = new ExportWish(purpose, recipient.map(Enum::name), reason, fileFormat, days, chosen.filter());
        try {
            makeCopy.refuseUnlessAllowed(maker, wish);
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            return form(
                    me,
                    chosen,
                    new Typed(purpose, recipient.map(Enum::name).orElse(""), reason, fileFormat, days),
                    model);
        }
        return "redirect:"
                + longWork.start(
                        "Making a file", me.seller().toString(), me.id().toString(), BACK, progress -> {
                            progress.report(0, 0, "Looking for the orders…");
                            var copy = makeCopy.make(maker, wish, makeCopy.begin(maker, wish), progress);
                            return new LongWork.Done(
                                    "Copy " + copy.number() + " is made: " + copy.rows() + " rows, " + copy.people()
                                            + " of them with people.",
                                    ExportPages.PATH + "/" + copy.id(),
                                    "Go on to download it");
                        });
    }

    private String form(SignedIn me, Chosen chosen, Typed typed, Model model) {
        model.addAttribute("chosen", chosen);
        model.addAttribute("typed", typed);
        model.addAttribute("purposes", ExportPurpose.of(me));
        model.addAttribute("recipients", withAgreement(me));
        model.addAttribute("formats", CopyFormat.ofRows());
        model.addAttribute("states", OrderState.values());
        model.addAttribute("channels", OutsideService.channels());
        model.addAttribute("territories", orders.territories(me.seller()));
        model.addAttribute("mostDays", ExportWish.MOST_DAYS);
        return "export/new";
    }

    /** Those with whom an agreement stands; whether it covers the columns is looked at when they are known. */
    private List<OutsideService> withAgreement(SignedIn me) {
        return Arrays.stream(OutsideService.values())
                .filter(service ->
                        recipients.standing(me.seller(), service.name()).isPresent())
                .toList();
    }
}
