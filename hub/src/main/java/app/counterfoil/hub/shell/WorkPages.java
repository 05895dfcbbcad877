package app.counterfoil.hub.shell;

import app.counterfoil.hub.measure.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The page of a long work: a bar that moves by itself, or by reloading. */
@Controller
class WorkPages {

    private final LongWork works;
    private final ObjectProvider<WhoIsHere> whoIsHere;

    WorkPages(LongWork works, ObjectProvider<WhoIsHere> whoIsHere) {
        this.works = works;
        this.whoIsHere = whoIsHere;
    }

    @GetMapping("/work/{id}")
    String page(@PathVariable String id, Model model) {
        var work = mine(id);
        model.addAttribute("id", work.id());
        model.addAttribute("title", work.title());
        model.addAttribute("state", work.state());
        return "shell/work";
    }

    @GetMapping(path = "/work/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String id) {
        return mine(id).watch();
    }

    private RunningWork mine(String id) {
        return whoIsHere.stream()
                .flatMap(who -> who.here().stream())
                .flatMap(here -> works.find(id, here.seller(), here.person()).stream())
                .findFirst()
                .orElseThrow(NoSuchWork::new);
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchWork extends Refusal {
        NoSuchWork() {
            super(
                    "This work is not known here any more; it ended, or the program was started anew.",
                    "What it did is kept: look under Orders, Dispatch, Connections or What ends.");
        }
    }
}
