package app.counterfoil.hub.export.web;

import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.export.Copy;
import app.counterfoil.hub.export.CopyState;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.seller.Staff;
import app.counterfoil.hub.shell.NavigationEntry;
import app.counterfoil.vault.Purpose;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The copies that were made: the list, one of them, its file, and its withdrawal. */
@Controller
class ExportPages {

    static final String PATH = "/exports";

    private static final int MOST = 100;

    private final Copies copies;
    private final NamesRecipients recipients;
    private final PeopleOfTheShop people;
    private final BusinessClock clock;

    ExportPages(Copies copies, NamesRecipients recipients, PeopleOfTheShop people, BusinessClock clock) {
        this.copies = copies;
        this.recipients = recipients;
        this.people = people;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry exportsEntry() {
        return new NavigationEntry("Exports", PATH, "download", "", 37);
    }

    /** A copy as the list shows it. */
    public record Row(Copy copy, String recipient, String state, boolean stands, boolean mine, boolean making) {}

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute(
                "rows",
                copies.latest(me.seller(), MOST).stream()
                        .map(copy -> row(me, copy))
                        .toList());
        return "export/list";
    }

    @GetMapping(PATH + "/{id}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var copy = copies.one(me.seller(), id);
        model.addAttribute("row", row(me, copy));
        model.addAttribute("reason", copies.reason(me.seller(), copy, me).orElse(null));
        model.addAttribute("fetches", copies.fetches(me.seller(), id));
        model.addAttribute("names", names(me));
        model.addAttribute("me", me.id());
        return "export/one";
    }

    @GetMapping(PATH + "/{id}/file")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var copy = copies.one(me.seller(), id);
        var file = copies.fetch(me.seller(), id, me);
        var name = ContentDisposition.attachment().filename(copy.fileName()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(copy.format().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file);
    }

    @PostMapping(PATH + "/{id}/withdraw")
    String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        copies.withdraw(me.seller(), id, me.id());
        next.addFlashAttribute("toast", "It is withdrawn: nobody can download it any more.");
        return "redirect:" + PATH + "/" + id;
    }

    private Row row(SignedIn me, Copy copy) {
        var today = clock.today();
        return new Row(
                copy,
                recipients.nameOf(copy.recipient()),
                copy.stateOn(today),
                copy.standsOn(today),
                copy.purpose().isFor(me),
                copy.state() == CopyState.MAKING);
    }

    /** Names of the shop's people, for those who may see them. */
    private Map<UUID, String> names(SignedIn me) {
        return me.carries(Purpose.STAFF)
                ? people.of(me).stream().collect(Collectors.toMap(Staff::id, Staff::shownName))
                : Map.of();
    }
}
