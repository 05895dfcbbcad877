package app.counterfoil.hub.channel;

import app.counterfoil.hub.channel.Channel.Window;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.storage.StorageSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the downloads of the seller's accounts stand. */
@Component
public class DownloadStates {

    /** A download that has stored no page for so long has lost its node. */
    private static final Duration LOST = Duration.ofMinutes(15);

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    /** What was taken before cannot be at work any more; the beginning of time where other programs may be at work. */
    private final Instant nobodyBefore;

    DownloadStates(JdbcClient db, SellerTransactions transactions, BusinessClock clock, StorageSettings storage) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.nobodyBefore = storage.isForThisProgramAlone() ? clock.now() : Instant.EPOCH;
    }

    /** The state of each channel account of the seller. */
    public List<DownloadState> of(SellerId seller) {
        return transactions.in(seller, () -> db.sql("SELECT * FROM channel_sync WHERE seller_id = :seller")
                .param("seller", seller.value())
                .query((row, number) -> state(row))
                .list());
    }

    /** Whether a download runs just now: one that has lost its node, or was stopped with its program, does not. */
    public boolean isRunning(DownloadState state) {
        return state.runningSince()
                .filter(since -> !since.isBefore(lostBefore()))
                .isPresent();
    }

    /** Starts keeping the state of a new account; its first download is due at once. */
    void add(Account account) {
        transactions.run(account.seller(), () -> db.sql(
                        """
                        INSERT INTO channel_sync (seller_id, account_id, next_run_at)
                        VALUES (:seller, :account, :now) ON CONFLICT DO NOTHING
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("now", now())
                .update());
    }

    /** Makes the next download due now. */
    void dueAtOnce(Account account) {
        transactions.run(account.seller(), () -> db.sql(
                        """
                        UPDATE channel_sync SET next_run_at = :now WHERE seller_id = :seller AND account_id = :account
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("now", now())
                .update());
    }

    /** Takes the account for a download, unless one is running. */
    Optional<DownloadState> take(Account account) {
        return transactions.in(account.seller(), () -> db.sql(
                        """
                        UPDATE channel_sync
                           SET running_since = :now,
                               placed = CASE WHEN window_before IS NULL THEN 0 ELSE placed END,
                               changed = CASE WHEN window_before IS NULL THEN 0 ELSE changed END,
                               unread = CASE WHEN window_before IS NULL THEN 0 ELSE unread END
                         WHERE seller_id = :seller AND account_id = :account
                           AND (running_since IS NULL OR running_since < :lost)
                        RETURNING *
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("now", now())
                .param("lost", lostBefore().atOffset(ZoneOffset.UTC))
                .query((row, number) -> state(row))
                .optional());
    }

    /** Opens a window, at its first page. */
    void open(Account account, Window window) {
        transactions.run(account.seller(), () -> db.sql(
                        """
                        UPDATE channel_sync
                           SET window_after = :after, window_before = :before, cursor = ''
                         WHERE seller_id = :seller AND account_id = :account
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("after", window.after().atOffset(ZoneOffset.UTC))
                .param("before", window.before().atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Moves the cursor; in the transaction that stores the page. */
    void advance(Account account, String cursor, int placed, int changed, int unread) {
        db.sql(
                        """
                        UPDATE channel_sync
                           SET cursor = :cursor, placed = placed + :placed, changed = changed + :changed,
                               unread = unread + :unread, running_since = :now
                         WHERE seller_id = :seller AND account_id = :account
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("cursor", cursor)
                .param("now", now())
                .param("placed", placed)
                .param("changed", changed)
                .param("unread", unread)
                .update();
    }

    /** Closes the window: everything before its end is stored; in the transaction that stores the last page. */
    void close(Account account) {
        db.sql(
                        """
                        UPDATE channel_sync
                           SET watermark = window_before, window_after = NULL, window_before = NULL, cursor = ''
                         WHERE seller_id = :seller AND account_id = :account
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .update();
    }

    /** Ends the download, with what went wrong or nothing, and says when the next is due. */
    void end(Account account, String wrong, String mend, Duration pause) {
        transactions.run(account.seller(), () -> db.sql(
                        """
                        UPDATE channel_sync
                           SET running_since = NULL, last_ended_at = :now, last_wrong = :wrong, last_mend = :mend,
                               next_run_at = :next
                         WHERE seller_id = :seller AND account_id = :account
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("now", now())
                .param("wrong", wrong)
                .param("mend", mend)
                .param("next", clock.now().plus(pause).atOffset(ZoneOffset.UTC))
                .update());
    }

    private Instant lostBefore() {
        var silentSince = clock.now().minus(LOST);
        return silentSince.isAfter(nobodyBefore) ? silentSince : nobodyBefore;
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static DownloadState state(ResultSet row) throws SQLException {
        var after = time(row, "window_after");
        var before = time(row, "window_before");
        return new DownloadState(
                row.getObject("account_id", UUID.class),
                time(row, "watermark"),
                after.flatMap(start -> before.map(end -> new Window(start, end))),
                row.getString("cursor"),
                time(row, "running_since"),
                time(row, "last_ended_at"),
                row.getString("last_wrong"),
                row.getString("last_mend"),
                row.getInt("placed"),
                row.getInt("changed"),
                row.getInt("unread"),
                row.getObject("next_run_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
