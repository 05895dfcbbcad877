package app.counterfoil.hub.export.web;

import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.export.FoundFile;
import app.counterfoil.hub.export.WhoseCopy;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells of a file that was found somewhere which copy it is. It is posted, looked through in memory, and kept nowhere. */
@Controller
class WhosePage {

    private static final String PATH = ExportPages.PATH + "/whose";
    private static final int MOST_SHOWN = 10;

    private final WhoseCopy whose;
    private final NamesRecipients recipients;

    WhosePage(WhoseCopy whose, NamesRecipients recipients) {
        this.whose = whose;
        this.recipients = recipients;
    }

    /** A copy that it may be, and who has received it. */
    public record Row(WhoseCopy.Match match, String recipient) {}

    @GetMapping(PATH)
    String ask() {
        return "export/whose";
    }

    @PostMapping(PATH)
    String pasted(@AuthenticationPrincipal SignedIn me, @RequestParam String rows, Model model) {
        if (rows.isBlank()) {
            throw NotUsable.field("rows", "Paste some rows of what was found.");
        }
        return told(me, rows, model);
    }

    @PostMapping(path = PATH + "/file", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    String file(@AuthenticationPrincipal SignedIn me, HttpServletRequest request, Model model) throws IOException {
        var file = request.getInputStream().readNBytes(FoundFile.MOST_BYTES + 1);
        if (file.length > FoundFile.MOST_BYTES) {
            throw NotUsable.field("file", "Give a file of at most 20 MB, or paste rows of it.");
        }
        return told(me, FoundFile.text(file), model);
    }

    private String told(SignedIn me, String text, Model model) {
        var verdict = whose.of(me.seller(), text);
        model.addAttribute("verdict", verdict);
        model.addAttribute("rows", rows(verdict));
        return "export/whose";
    }

    private List<Row> rows(WhoseCopy.Verdict verdict) {
        return verdict.matches().stream()
                .limit(MOST_SHOWN)
                .map(match -> new Row(match, recipients.nameOf(match.copy().recipient())))
                .toList();
    }
}
