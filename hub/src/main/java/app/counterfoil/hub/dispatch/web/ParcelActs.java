package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.AskCourier;
import app.counterfoil.hub.dispatch.CallOffBookings;
import app.counterfoil.hub.dispatch.PrintLabels;
import app.counterfoil.hub.dispatch.ToTellChannels;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a person does with parcels that are booked: prints their labels, asks the courier about them, sees to void ones,
 * has a channel told again.
 */
@Controller
class ParcelActs {

    private final PrintLabels printLabels;
    private final AskCourier askCourier;
    private final CallOffBookings callOffBookings;
    private final ToTellChannels toTellChannels;
    private final LongWork longWork;

    ParcelActs(
            PrintLabels printLabels,
            AskCourier askCourier,
            CallOffBookings callOffBookings,
            ToTellChannels toTellChannels,
            LongWork longWork) {
        this.printLabels = printLabels;
        this.askCourier = askCourier;
        this.callOffBookings = callOffBookings;
        this.toTellChannels = toTellChannels;
        this.longWork = longWork;
    }

    @PostMapping("/dispatch/labels")
    ResponseEntity<byte[]> labels(
            @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") List<UUID> shipment) {
        if (shipment.isEmpty()) {
            throw new NothingToPrint();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "inline; filename=\"labels.pdf\"")
                .body(printLabels.pdf(me, shipment));
    }

    @PostMapping("/dispatch/ask")
    String ask(@AuthenticationPrincipal SignedIn me) {
        return "redirect:"
                + longWork.start(
                        "Asking the courier",
                        me.seller().toString(),
                        me.id().toString(),
                        DispatchPage.BACK,
                        progress -> {
                            int known = askCourier.aboutAll(
                                    me.seller(), asked -> progress.report(asked, 0, asked + " asked about"));
                            var sentence = known == 0
                                    ? "The courier cannot say yet; we ask again by ourselves."
                                    : known + (known == 1 ? " is known now." : " are known now.");
                            return new LongWork.Done(sentence, DispatchPage.BACK.path(), DispatchPage.BACK.link());
                        });
    }

    @PostMapping("/dispatch/{shipment}/seen-to")
    String seenTo(@AuthenticationPrincipal SignedIn me, @PathVariable UUID shipment, RedirectAttributes next) {
        callOffBookings.seenTo(me, shipment);
        next.addFlashAttribute("toast", "Noted in the order's history.");
        return "redirect:/dispatch";
    }

    @PostMapping("/dispatch/{shipment}/tell")
    String tell(@AuthenticationPrincipal SignedIn me, @PathVariable UUID shipment, RedirectAttributes next) {
        toTellChannels.again(me.seller(), shipment);
        next.addFlashAttribute("toast", "The channel is told again within half a minute.");
        return "redirect:/dispatch";
    }

    /** Nothing was chosen for a page of labels, which opens in a window of its own. */
    static final class NothingToPrint extends Refusal {
        NothingToPrint() {
            super("No parcel was chosen.", "Close this page, tick at least one under Dispatch, and print again.");
        }
    }
}
