package app.counterfoil.hub.shell;

import app.counterfoil.hub.measure.Refusal;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs work that takes longer than a page may, and lets the person who started it watch how far it is. */
@Component
public class LongWork {

    private static final Logger LOG = LoggerFactory.getLogger(LongWork.class);
    private static final int REMEMBERED = 500;

    private final Map<String, RunningWork> works = new LinkedHashMap<>();
    private final FairQueue queue = new FairQueue();
    private final ObjectProvider<WhoIsHere> whoIsHere;

    LongWork(ObjectProvider<WhoIsHere> whoIsHere) {
        this.whoIsHere = whoIsHere;
    }

    /**
     * Starts the work and returns the path of its page; only that person of that seller may look at it. If their access
     * ends or changes meanwhile, or they are signed out everywhere, it stops where it next tells how far it is.
     *
     * @throws TooMuchWork when twenty-five works of this seller are waiting already, or a hundred of all
     */
    public String start(String title, String seller, String person, Back back, Work work) {
        var running = new RunningWork(UUID.randomUUID().toString(), title, seller, person, back);
        var stillHere = whoIsHere.stream().map(WhoIsHere::stillHere).toList();
        Progress progress = (done, total, sentence) -> {
            if (!stillHere.stream().allMatch(BooleanSupplier::getAsBoolean)) {
                throw new NoLongerHere();
            }
            running.report(done, total, sentence);
        };
        try {
            queue.add(seller, () -> run(running, work, progress));
        } catch (RejectedExecutionException full) {
            throw new TooMuchWork();
        }
        remember(running);
        return "/work/" + running.id();
    }

    Optional<RunningWork> find(String id, String seller, String person) {
        synchronized (works) {
            return Optional.ofNullable(works.get(id)).filter(work -> work.belongsTo(seller, person));
        }
    }

    private void remember(RunningWork running) {
        synchronized (works) {
            works.put(running.id(), running);
            var oldest = works.values().iterator();
            // At most 104 works are unfinished, so among five hundred there is always one to let go.
            while (works.size() > REMEMBERED && oldest.hasNext()) {
                if (oldest.next().state().isOver()) {
                    oldest.remove();
                }
            }
        }
    }

    private static void run(RunningWork running, Work work, Progress progress) {
        try {
            running.finish(work.run(progress));
        } catch (Exception error) {
            Refused.by(error)
                    .ifPresentOrElse(told -> running.fail(told.wrong(), told.mend()), () -> fail(running, error));
        }
    }

    private static void fail(RunningWork running, Exception error) {
        var wrong = WhatWentWrong.from(error);
        LOG.error("work failed id={} type={}", wrong.id(), error.getClass().getName());
        running.fail(wrong.wrong(), wrong.mend() + " Error id " + wrong.id() + ".");
    }

    @PreDestroy
    void stop() {
        queue.stop();
    }

    /** Work that tells how far it is. */
    @FunctionalInterface
    public interface Work {
        /** Does the work; a {@link Refusal} is shown with its two sentences. */
        Done run(Progress progress) throws Exception;
    }

    /** Where work tells how far it is. */
    @FunctionalInterface
    public interface Progress {
        /** So many of so many are done; the sentence holds no personal value. */
        void report(long done, long total, String sentence);
    }

    /**
     * How work ended well.
     *
     * @param sentence what was done
     * @param path where its result is
     * @param link the words of the link to it
     */
    public record Done(String sentence, String path, String link) {}

    /**
     * Where to go on from work that failed.
     *
     * @param path a path of ours
     * @param link the words of the link to it
     */
    public record Back(String path, String link) {}

    /** Whoever has started the work may not do it any more. */
    static final class NoLongerHere extends Refusal {
        NoLongerHere() {
            super(
                    "It was stopped, because whoever started it was signed out or has another access by now.",
                    "What was done before is done. Look at what is left, and start it again.");
        }
    }

    /** Too much is waiting already. */
    public static final class TooMuchWork extends Refusal {
        TooMuchWork() {
            super("Too many long works are waiting already.", "Wait until some are done and start this one again.");
        }
    }
}
