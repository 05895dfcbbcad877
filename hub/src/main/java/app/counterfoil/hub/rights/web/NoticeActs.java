package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.connection.RecipientCode;
import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.rights.NoticeLeftOut;
import app.counterfoil.hub.rights.Notices;
import app.counterfoil.hub.seller.SignedIn;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says that a recipient was told, has confirmed, or is not told and why. */
@Controller
class NoticeActs {

    private final Notices notices;
    private final NamesRecipients names;

    NoticeActs(Notices notices, NamesRecipients names) {
        this.notices = notices;
        this.names = names;
    }

    /** {@code leftOut}: why they are not told; without it they were told, or have confirmed it. */
    @PostMapping(RequestListPage.PATH + "/{id}/notices/{service}")
    String say(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable RecipientCode service,
            @RequestParam Optional<NoticeLeftOut> leftOut,
            @RequestParam(defaultValue = "false") boolean confirmed,
            RedirectAttributes next) {
        if (leftOut.isPresent()) {
            notices.leftOut(me.seller(), id, service.value(), leftOut.get(), me.id());
        } else if (confirmed) {
            notices.confirmed(me.seller(), id, service.value(), me.id());
        } else {
            notices.told(me.seller(), id, service.value(), me.id());
        }
        next.addFlashAttribute("toast", "It is written down for " + names.nameOf(service.value()) + ".");
        return "redirect:" + RequestListPage.PATH + "/" + id;
    }
}
