package app.counterfoil.hub.channel.web;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.channel.DownloadState;
import app.counterfoil.hub.channel.DownloadStates;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.shell.LongWork;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** A download on demand that tells, while it runs, how many orders have come so far. */
@Component
class WatchedDownload implements DisposableBean {

    private static final long BETWEEN_LOOKS = 400;

    private final DownloadOrders downloadOrders;
    private final DownloadStates states;
    private final ExecutorService downloads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "download-on-demand");
        thread.setDaemon(true);
        return thread;
    });

    WatchedDownload(DownloadOrders downloadOrders, DownloadStates states) {
        this.downloadOrders = downloadOrders;
        this.states = states;
    }

    /** Whether a download of the account runs just now. */
    boolean isRunning(Account account) {
        return state(account).filter(states::isRunning).isPresent();
    }

    /** Downloads what is new; refused with the channel's reason if it could not be finished. */
    LongWork.Done run(Account account, LongWork.Progress progress) throws Exception {
        progress.report(0, 0, "Asking " + account.service().title() + " for what is new…");
        var whole = CompletableFuture.supplyAsync(() -> downloadOrders.from(account), downloads);
        while (!isOver(whole)) {
            state(account)
                    .filter(state -> state.placed() + state.changed() > 0)
                    .ifPresent(state -> progress.report(0, 0, soFar(state)));
        }
        var state = state(account).orElseThrow(ConnectionsPage.NoSuchAccount::new);
        if (whole.getNow(false)) {
            return new LongWork.Done(soFar(state), "/orders", "Show the orders");
        }
        if (state.runningSince().isPresent()) {
            throw new RunsAlready(account);
        }
        throw new Stopped(state);
    }

    @Override
    public void destroy() {
        downloads.shutdownNow();
    }

    private static boolean isOver(CompletableFuture<Boolean> whole) throws Exception {
        try {
            whole.get(BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception reason ? reason : failed;
        }
    }

    private Optional<DownloadState> state(Account account) {
        return states.of(account.seller()).stream()
                .filter(each -> each.account().equals(account.id()))
                .findFirst();
    }

    private static String soFar(DownloadState state) {
        return state.placed() + (state.placed() == 1 ? " new order, " : " new orders, ") + state.changed() + " changed"
                + (state.unread() > 0 ? ", " + state.unread() + " need attention" : "") + ".";
    }

    /** Another download of the account is under way. */
    static final class RunsAlready extends Refusal {
        RunsAlready(Account account) {
            super(
                    "A download from " + account.name() + " is running already.",
                    "Nothing is to be done: its orders come in by themselves.");
        }
    }

    /** The channel could not be used to the end. */
    private static final class Stopped extends Refusal {
        Stopped(DownloadState state) {
            super(state.lastWrong(), state.lastMend());
        }
    }
}
