package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.rights.Bundles;
import app.counterfoil.hub.rights.Law;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.rights.RightsRequest;
import app.counterfoil.hub.rights.TakeInRequests;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What whoever is signed in asks about their own account, and the copy that was made for them. */
@Controller
@RequestMapping(OwnDataPage.PATH)
class OwnDataPage {

    static final String PATH = "/your-data";

    private static final int LONGEST_SAID = 4_000;

    private final Requests requests;
    private final TakeInRequests takeIn;
    private final Bundles bundles;
    private final BusinessClock clock;

    OwnDataPage(Requests requests, TakeInRequests takeIn, Bundles bundles, BusinessClock clock) {
        this.requests = requests;
        this.takeIn = takeIn;
        this.bundles = bundles;
        this.clock = clock;
    }

    /** A request of theirs, how much time it has, and whether a copy can be fetched. */
    public record Own(RightsRequest request, TimeLeft.Words left, boolean copy) {}

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("kinds", RequestKind.values());
        model.addAttribute(
                "own",
                requests.ofStaff(me.seller(), me.id()).stream()
                        .map(request -> new Own(
                                request,
                                TimeLeft.of(request, clock.today()),
                                bundles.latest(me.seller(), request.id()).isPresent()))
                        .toList());
        return "rights/your-data";
    }

    @PostMapping
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam RequestKind kind,
            @RequestParam Law law,
            @RequestParam(defaultValue = "") String said,
            RedirectAttributes next) {
        if (said.length() > LONGEST_SAID) {
            throw NotUsable.field("said", "Give at most " + LONGEST_SAID + " characters.");
        }
        var unused = takeIn.takeInFromStaff(me.seller(), kind, law, me.id(), said.strip(), me.id());
        next.addFlashAttribute("toast", "It is with whoever answers for personal data here, within a month.");
        return "redirect:" + PATH;
    }

    @GetMapping("/{id}/bundle.pdf")
    ResponseEntity<byte[]> fetch(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"your-data.pdf\"")
                .body(bundles.fetchOwn(me.seller(), id, me.id()));
    }
}
