package app.counterfoil.hub.privacy.web;

import app.counterfoil.hub.privacy.PromiseBoard;
import app.counterfoil.hub.privacy.Standing;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The promise board: what is promised and owed, how it is kept, what proves it, and how it stands today. */
@Controller
class PromisesPage {

    static final String PATH = "/promises";

    private final PromiseBoard board;

    PromisesPage(PromiseBoard board) {
        this.board = board;
    }

    @Bean
    static NavigationEntry promisesEntry() {
        return new NavigationEntry("Promises", PATH, "shield", "Data protection", 88);
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var now = board.of(me.seller());
        model.addAttribute("board", now);
        model.addAttribute("kept", now.count(Standing.KEPT));
        model.addAttribute("toLookAt", now.count(Standing.TO_LOOK_AT));
        model.addAttribute("notYet", now.count(Standing.NOT_YET));
        model.addAttribute("shop", me.seller());
        return "privacy/promises";
    }
}
