package app.counterfoil.hub.channel;

import app.counterfoil.hub.channel.Channel.Page;
import app.counterfoil.hub.channel.Channel.Read;
import app.counterfoil.hub.channel.Channel.Unreadable;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.order.PlaceOrders;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.CrashPoint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stores a page and the cursor behind it in one transaction. Where an order of it cannot be stored, it alone is put aside
 * for somebody to look at, and the rest of the page goes on.
 */
@Component
class StorePages {

    private static final Logger LOG = LoggerFactory.getLogger(StorePages.class);

    private final DownloadStates states;
    private final PlaceOrders placeOrders;
    private final OrdersPutAside putAside;
    private final SellerTransactions transactions;

    StorePages(
            DownloadStates states, PlaceOrders placeOrders, OrdersPutAside putAside, SellerTransactions transactions) {
        this.states = states;
        this.placeOrders = placeOrders;
        this.putAside = putAside;
        this.transactions = transactions;
    }

    /** Stores the page; {@code next} is the cursor behind it, empty at the end of the window. */
    void store(Account account, Page page, String next) {
        try {
            transactions.run(account.seller(), () -> {
                var placed = placeOrders.place(account, page.orders());
                finish(
                        account,
                        page.orders(),
                        page.unreadable(),
                        next,
                        placed.placed().size(),
                        placed.changed());
                CrashPoint.reached("import.stored");
            });
            CrashPoint.reached("import.committed");
        } catch (RuntimeException failed) {
            if (cannotBeStored(failed).isEmpty()) {
                throw failed;
            }
            storeOneByOne(account, page, next);
        }
    }

    /** Stores a page of one order, or puts it aside again; returns why, if it was put aside. */
    Optional<OrderUnreadable> storeOne(Account account, Page page) {
        var aside = new ArrayList<>(page.unreadable());
        for (var read : page.read()) {
            try {
                transactions.run(account.seller(), () -> {
                    placeOrders.place(account, List.of(read.order()));
                    putAside.resolve(account, List.of(read.order().channelOrderId()));
                });
            } catch (RuntimeException failed) {
                aside.add(unreadable(read, cannotBeStored(failed).orElseThrow(() -> failed)));
            }
        }
        aside.forEach(unreadable -> keep(account, unreadable));
        return aside.stream().map(Unreadable::reason).findFirst();
    }

    private void keep(Account account, Unreadable unreadable) {
        putAside.keep(
                account,
                unreadable.channelOrderId(),
                unreadable.reason().wrong(),
                unreadable.reason().mend(),
                unreadable.sent());
    }

    private void storeOneByOne(Account account, Page page, String next) {
        var stored = new ArrayList<OrderDraft>();
        var aside = new ArrayList<>(page.unreadable());
        int placed = 0;
        int changed = 0;
        for (var read : page.read()) {
            try {
                var one = placeOrders.place(account, List.of(read.order()));
                placed += one.placed().size();
                changed += one.changed();
                stored.add(read.order());
            } catch (RuntimeException failed) {
                var why = cannotBeStored(failed).orElseThrow(() -> failed);
                LOG.warn("an order was put aside account={} why={}", account.id(), why);
                aside.add(unreadable(read, why));
            }
        }
        int placedNow = placed;
        int changedNow = changed;
        transactions.run(account.seller(), () -> finish(account, stored, aside, next, placedNow, changedNow));
    }

    private void finish(
            Account account, List<OrderDraft> stored, List<Unreadable> aside, String next, int placed, int changed) {
        aside.forEach(unreadable -> keep(account, unreadable));
        putAside.resolve(
                account, stored.stream().map(OrderDraft::channelOrderId).toList());
        states.advance(account, next, placed, changed, aside.size());
        if (next.isEmpty()) {
            states.close(account);
        }
    }

    private static Unreadable unreadable(Read read, String why) {
        return new Unreadable(
                read.order().channelOrderId(),
                new OrderUnreadable(
                        "(order)",
                        "holds something that cannot be stored (" + why + ")",
                        "Look at it at the channel; it is tried again when it changes there."),
                read.sent().get());
    }

    /**
     * Whether it is the order's own content that cannot be stored: a value out of range, against a rule of a table, or
     * larger than its place (SQLSTATE classes 22, 23 and 54). Anything else may pass and is not for people to mend.
     */
    private static Optional<String> cannotBeStored(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArithmeticException) {
                return Optional.of("an amount out of range");
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                return state.startsWith("22") || state.startsWith("23") || state.startsWith("54")
                        ? Optional.of("SQL state " + state)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
