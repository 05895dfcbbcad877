package app.counterfoil.hub.breach.web;

import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.breach.CaseFile;
import app.counterfoil.hub.breach.NotAnIncident;
import app.counterfoil.hub.breach.PeopleLetter;
import app.counterfoil.hub.breach.PeopleTold;
import app.counterfoil.hub.breach.Reach;
import app.counterfoil.hub.breach.Told;
import app.counterfoil.hub.breach.WriteToPeople;
import app.counterfoil.hub.letter.LetterState;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.vault.DataSubjects;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters to the people of an incident: whom they reach, what they say, writing them, and what became of them. */
@Controller
class PeoplePages {

    private final Breaches breaches;
    private final WriteToPeople write;
    private final PeopleTold told;
    private final Orders orders;
    private final LongWork longWork;

    PeoplePages(Breaches breaches, WriteToPeople write, PeopleTold told, Orders orders, LongWork longWork) {
        this.breaches = breaches;
        this.write = write;
        this.told = told;
        this.orders = orders;
        this.longWork = longWork;
    }

    @GetMapping("/breaches/{id}/people")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var file = breaches.one(me.seller(), id);
        var so = told.so(me.seller(), id);
        var written = write.written(me, file);
        var letter = written.orElseGet(() -> write.draft(me, file));
        var open = file.closedAt().isEmpty();
        model.addAttribute("file", file);
        model.addAttribute("open", open);
        model.addAttribute("ahead", told.ahead(me.seller(), file));
        model.addAttribute("so", so);
        model.addAttribute("letter", letter);
        model.addAttribute("saved", written.isPresent());
        model.addAttribute("counted", file.hasAddressees());
        model.addAttribute("unreached", why(so.unreached()));
        model.addAttribute("states", LetterState.values());
        var listed = new HashSet<>(so.unreached().keySet());
        so.troubles().forEach(trouble -> listed.add(trouble.about()));
        model.addAttribute("orders", named(me, listed));
        model.addAttribute("contacts", whose(me, listed));
        model.addAttribute("stopped", isStopped(file, so));
        return "breach/people";
    }

    @PostMapping("/breaches/{id}/people")
    String word(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String subjectLine,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        try {
            write.word(me, id, new PeopleLetter(subjectLine.strip(), text.strip()));
        } catch (NotAnIncident refused) {
            throw NotUsable.field(refused.field(), refused.wrong() + " " + refused.mend());
        }
        next.addFlashAttribute("toast", "Saved. Nobody is written to before you say so.");
        return "redirect:" + path(id);
    }

    @PostMapping("/breaches/{id}/people/letters")
    String send(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        write.refuseUnready(me, id);
        return "redirect:"
                + longWork.start(
                        "Writing to the people of an incident",
                        me.seller().toString(),
                        me.id().toString(),
                        new LongWork.Back(path(id), "Back to the letters"),
                        progress -> done(id, write.write(me, id, progress)));
    }

    @PostMapping("/breaches/{id}/people/again")
    String again(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        var letters = write.again(me.seller(), id);
        next.addFlashAttribute("toast", "%,d letters go once more.".formatted(letters));
        return "redirect:" + path(id);
    }

    private static LongWork.Done done(UUID id, Told told) {
        return new LongWork.Done(
                "Written so far: " + told.inWords() + ". The letters leave by themselves.",
                path(id),
                "Look what becomes of them");
    }

    /** Steps are noted at the end: if more people were looked at than the last one says, the work was stopped. */
    private static boolean isStopped(CaseFile file, PeopleTold.So so) {
        return so.looked() > 0
                && !file.told().map(last -> last.equals(so.told())).orElse(false);
    }

    private static Map<UUID, String> why(Map<UUID, Reach> unreached) {
        var why = new LinkedHashMap<UUID, String>();
        unreached.forEach((about, reach) -> why.put(about, reach.title()));
        return why;
    }

    /** The numbers of the orders that are listed. */
    private Map<UUID, String> named(SignedIn me, Set<UUID> listed) {
        return orders.of(me.seller(), listed.stream().map(OrderId::new).toList()).stream()
                .collect(Collectors.toMap(order -> order.id().value(), OrderFacts::channelOrderId));
    }

    /** What those are called who are listed and are behind no order and no account. */
    private Map<UUID, String> whose(SignedIn me, Set<UUID> listed) {
        var whose = new HashMap<UUID, String>();
        told.whose(me.seller(), listed)
                .forEach((about, who) -> whose.put(
                        about,
                        who == DataSubjects.SUBSCRIBERS
                                ? "Somebody who signed up to marketing"
                                : "Somebody who asked about their data"));
        return whose;
    }

    private static String path(UUID id) {
        return BreachPages.PATH + "/" + id + "/people";
    }
}
