package app.counterfoil.hub.channel;

import app.counterfoil.hub.channel.Channel.Page;
import app.counterfoil.hub.channel.Channel.Window;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.ServiceUnusable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks a channel for pages beside the caller, so that the next page is on its way while one is being stored.
 */
@Component
class AskForPages implements DisposableBean {

    private static final int TRIES = 4;
    /** A channel that asks for more time gets it between two downloads, not within one. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final ExecutorService askers = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "ask-for-pages");
        thread.setDaemon(true);
        return thread;
    });
    private final Patience patience;

    AskForPages(@Value("${counterfoil.outside.pause:2s}") Duration pause) {
        this.patience = new Patience(TRIES, TRIES, pause, LONGEST_PAUSE);
    }

    /** A page that has been asked for. */
    static final class Asked {

        private final CompletableFuture<Page> answer;

        private Asked(CompletableFuture<Page> answer) {
            this.answer = answer;
        }

        /**
         * Waits for the page.
         *
         * @throws CursorLost if the cursor is not valid any more
         * @throws ServiceUnusable if the page cannot be had just now
         */
        Page page() {
            try {
                return answer.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException reason) {
                    throw reason;
                }
                throw failed;
            }
        }
    }

    /** Asks for the page behind the cursor. */
    Asked ask(Channel channel, Account account, Window window, String cursor) {
        return new Asked(
                CompletableFuture.supplyAsync(() -> patience.ask(() -> channel.page(account, window, cursor)), askers));
    }

    @Override
    public void destroy() {
        askers.shutdownNow();
    }
}
