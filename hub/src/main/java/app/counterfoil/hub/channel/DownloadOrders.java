package app.counterfoil.hub.channel;

import app.counterfoil.hub.channel.Channel.Page;
import app.counterfoil.hub.channel.Channel.Window;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Downloads what an account's channel has changed, window by window and page by page. A page and the cursor behind it are
 * stored in one transaction, so a stop anywhere resumes where it was; orders are unique, so a page seen twice changes
 * nothing.
 */
@Component
public class DownloadOrders {

    private static final Logger LOG = LoggerFactory.getLogger(DownloadOrders.class);
    /** The first download goes back so far. */
    private static final Duration FIRST_REACH = Duration.ofDays(30);
    /** Amazon and eBay tell of the last two years and refuse a window that begins earlier; days are kept in hand. */
    private static final Duration LONGEST_REACH = Duration.ofDays(720);
    /** Windows overlap, since a channel's clock and index are not exact. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    /** Amazon wants the end of a window at least two minutes in the past; a little more for clocks that differ. */
    private static final Duration BEHIND = Duration.ofSeconds(150);

    /** A window that has moved is read once more; one that moves again is made shorter. */
    private static final int RESTARTS = 1;
    /** Windows are halved down to this; it is longer than their overlap, so that each gets further. */
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    /** What is so new can wait for the next download. */
    private static final Duration MAY_WAIT = Duration.ofMinutes(5);

    /** Pages in a row that bring nothing new and do not end: the channel repeats itself. */
    private static final int MOST_PAGES_WITHOUT_NEWS = 5;

    private final Map<OutsideService, Channel> channels;
    private final DownloadStates states;
    private final BusinessClock clock;
    private final AskForPages askForPages;
    private final StorePages storePages;
    private final AskForAddresses askForAddresses;

    DownloadOrders(
            List<Channel> channels,
            DownloadStates states,
            BusinessClock clock,
            AskForPages askForPages,
            StorePages storePages,
            AskForAddresses askForAddresses) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::service, Function.identity()));
        this.states = states;
        this.clock = clock;
        this.askForPages = askForPages;
        this.storePages = storePages;
        this.askForAddresses = askForAddresses;
    }

    /** Downloads until the window is whole, or until the channel cannot be used just now; tells whether it is whole. */
    public boolean from(Account account) {
        var taken = states.take(account);
        if (taken.isEmpty()) {
            return false;
        }
        try {
            readUpToNow(account, taken.get());
            askForAddresses.of(channel(account), account);
            states.end(account, "", "", channel(account).pause());
            return true;
        } catch (Refusal refused) {
            LOG.info("download stopped account={} why={}", account.id(), refused.wrong());
            states.end(account, refused.wrong(), refused.mend(), wait(refused));
            return false;
        } catch (RuntimeException failed) {
            var kind = failed.getClass().getSimpleName();
            LOG.error("download failed account={} kind={} at={}", account.id(), kind, failed.getStackTrace()[0]);
            states.end(
                    account,
                    "The download stopped through a fault on our side (" + kind + ").",
                    "Nothing is lost; we try again by ourselves. If it stays so, tell us.",
                    Duration.ofMinutes(5));
            return false;
        }
    }

    /**
     * Reads one window after the other until what is left can wait. A window that does not stand still long enough to be
     * read is halved, and so are those after it: in a shorter one fewer orders change meanwhile. What is whole stays so.
     */
    private void readUpToNow(Account account, DownloadState taken) {
        var until = clock.now().minus(BEHIND);
        var stopped = taken.window().filter(this::isWithinReach);
        var window = stopped.orElseGet(() -> open(account, beginning(taken, until), until, LONGEST_REACH));
        var resumeAt = stopped.isPresent() ? taken.cursor() : "";
        var longest = LONGEST_REACH;
        while (true) {
            try {
                readAll(account, window, resumeAt);
                if (!window.before().plus(MAY_WAIT).isBefore(until)) {
                    return;
                }
                window = open(account, window.before().minus(OVERLAP), until, longest);
            } catch (CursorLost lost) {
                longest = window.length().dividedBy(2);
                if (longest.compareTo(SHORTEST) < 0) {
                    throw lost;
                }
                window = open(account, window.after(), until, longest);
            }
            resumeAt = "";
        }
    }

    private static Instant beginning(DownloadState taken, Instant until) {
        var wished = taken.watermark().map(mark -> mark.minus(OVERLAP)).orElse(until.minus(FIRST_REACH));
        var earliest = until.minus(LONGEST_REACH);
        return wished.isBefore(earliest) ? earliest : wished;
    }

    private Window open(Account account, Instant after, Instant until, Duration longest) {
        var end = after.plus(longest);
        var window = new Window(after, end.isBefore(until) ? end : until);
        states.open(account, window);
        return window;
    }

    /** One that ends ahead was opened while the clock here was ahead, and is refused until its end has come. */
    private boolean isWithinReach(Window window) {
        return window.after().isAfter(clock.now().minus(LONGEST_REACH.plusDays(1)))
                && window.before().isBefore(clock.now());
    }

    private void readAll(Account account, Window window, String resumeAt) {
        var channel = channel(account);
        var asked = askForPages.ask(channel, account, window, resumeAt);
        int restarts = 0;
        int nothingNew = 0;
        var seen = new HashSet<String>();
        while (nothingNew < MOST_PAGES_WITHOUT_NEWS) {
            Page page;
            try {
                page = asked.page();
            } catch (CursorLost lost) {
                if (++restarts > RESTARTS) {
                    throw lost;
                }
                asked = askForPages.ask(channel, account, window, "");
                continue;
            }
            var news = page.isEmpty();
            for (var number : page.numbers()) {
                news |= seen.add(number);
            }
            nothingNew = news ? 0 : nothingNew + 1;
            var next = page.next().orElse("");
            if (!next.isEmpty()) {
                asked = askForPages.ask(channel, account, window, next);
            }
            storePages.store(account, page, next);
            if (next.isEmpty()) {
                return;
            }
        }
        throw new CursorLost(account.service().title());
    }

    private static Duration wait(Refusal refused) {
        if (refused instanceof ServiceUnusable unusable) {
            return unusable.kind() == ServiceUnusable.Kind.SIGN_IN
                    ? Duration.ofHours(1)
                    : unusable.retryAfter().orElse(Duration.ofMinutes(2));
        }
        return Duration.ofMinutes(5);
    }

    private Channel channel(Account account) {
        var channel = channels.get(account.service());
        if (channel == null) {
            throw new IllegalArgumentException(account.service() + " is no channel.");
        }
        return channel;
    }
}
