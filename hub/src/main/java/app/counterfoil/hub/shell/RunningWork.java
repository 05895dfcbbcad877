package app.counterfoil.hub.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One long work, how far it is, and the pages that watch it. */
final class RunningWork {

    private final String id;
    private final String title;
    private final String seller;
    private final String person;
    private final LongWork.Back back;
    private final List<SseEmitter> watchers = new ArrayList<>();
    private State state = new State("RUNNING", 0, 0, "Waiting to start", "", "", "");

    RunningWork(String id, String title, String seller, String person, LongWork.Back back) {
        this.id = id;
        this.title = title;
        this.seller = seller;
        this.person = person;
        this.back = back;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    boolean belongsTo(String askingSeller, String askingPerson) {
        return seller.equals(askingSeller) && person.equals(askingPerson);
    }

    synchronized State state() {
        return state;
    }

    void report(long done, long total, String sentence) {
        turn(new State("RUNNING", done, total, sentence, "", "", ""));
    }

    void finish(LongWork.Done done) {
        turn(new State("DONE", 1, 1, done.sentence(), "", done.path(), done.link()));
    }

    void fail(String wrong, String mend) {
        var last = state();
        turn(new State("FAILED", last.done(), last.total(), wrong, mend, back.path(), back.link()));
    }

    synchronized SseEmitter watch() {
        var watcher = new SseEmitter(300_000L);
        watchers.add(watcher);
        watcher.onCompletion(() -> forget(watcher));
        watcher.onTimeout(watcher::complete);
        tell(watcher);
        return watcher;
    }

    private synchronized void turn(State next) {
        state = next;
        List.copyOf(watchers).forEach(this::tell);
    }

    private synchronized void forget(SseEmitter watcher) {
        watchers.remove(watcher);
    }

    private void tell(SseEmitter watcher) {
        try {
            watcher.send(state);
            if (state.isOver()) {
                watchers.remove(watcher);
                watcher.complete();
            }
        } catch (IOException | IllegalStateException gone) {
            // The page was closed; the work goes on without it.
            watchers.remove(watcher);
        }
    }

    record State(String name, long done, long total, String sentence, String mend, String path, String link) {
        public boolean isOver() {
            return !name.equals("RUNNING");
        }
    }
}
