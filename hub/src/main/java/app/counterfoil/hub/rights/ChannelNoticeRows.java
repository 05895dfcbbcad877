package app.counterfoil.hub.rights;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.rights.ChannelNotices.Done;
import app.counterfoil.hub.rights.ChannelNotices.Standing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices of channels as they are stored; used within transactions of the seller. */
@Component
class ChannelNoticeRows {

    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient db;
    private final BusinessClock clock;

    ChannelNoticeRows(JdbcClient db, BusinessClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A deletion that nobody has carried out, and which channel has passed it on. */
    record ToErase(UUID request, String service) {}

    /** Those that have not come before; two that come at once wait for each other. */
    Map<String, AskedByChannel> fresh(Account account, Map<String, AskedByChannel> asked) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('rights_channel_notice ' || :seller, 0))")
                .param("seller", account.seller().toString())
                .query(row -> {});
        var known = new HashSet<>(db.sql(
                        """
                        SELECT encode(notice_hash, 'hex') FROM rights_channel_notice
                         WHERE seller_id = :seller AND service = :service
                           AND notice_hash IN (SELECT decode(each, 'hex') FROM unnest(CAST(:hashes AS text[])) AS each)
                        """)
                .param("seller", account.seller().value())
                .param("service", account.service().name())
                .param(
                        "hashes",
                        asked.keySet().stream().map(ChannelNoticeRows::hash).toArray(String[]::new))
                .query(String.class)
                .list());
        var fresh = new LinkedHashMap<>(asked);
        fresh.keySet().removeIf(id -> known.contains(hash(id)));
        return fresh;
    }

    /** A request has come of it. */
    void taken(Account account, String id, ChannelNoticeKind kind, LocalDate dueOn, UUID request) {
        insert(account, Map.of(id, kind), dueOn, Optional.of(request));
    }

    /** Nothing is held on those whom these are about. */
    void strangers(Account account, Map<String, ChannelNoticeKind> kinds, LocalDate dueOn) {
        insert(account, kinds, dueOn, Optional.empty());
    }

    private void insert(
            Account account, Map<String, ChannelNoticeKind> kinds, LocalDate dueOn, Optional<UUID> request) {
        db.sql(
                        """
                        INSERT INTO rights_channel_notice
                               (seller_id, service, notice_hash, kind, came_on, due_on, request_id)
                        SELECT :seller, :service, decode(hash, 'hex'), kind, :today, :due, CAST(:request AS uuid)
                          FROM unnest(CAST(:hashes AS text[]), CAST(:kinds AS text[])) AS came (hash, kind)
                        """)
                .param("seller", account.seller().value())
                .param("service", account.service().name())
                .param("today", clock.today())
                .param("due", dueOn)
                .param("request", request.orElse(null))
                .param(
                        "hashes",
                        kinds.keySet().stream().map(ChannelNoticeRows::hash).toArray(String[]::new))
                .param("kinds", kinds.values().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    List<ToErase> toErase(SellerId seller) {
        return db.sql(
                        """
                        SELECT request.request_id, notice.service
                          FROM rights_request request
                          JOIN rights_channel_notice notice
                            ON notice.seller_id = :seller AND notice.request_id = request.request_id
                         WHERE request.seller_id = :seller AND request.state = 'OPEN' AND request.kind = 'ERASURE'
                         ORDER BY request.received_on, request.request_no
                         LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("most", MOST_AT_ONCE)
                .query((row, number) -> new ToErase(row.getObject("request_id", UUID.class), row.getString("service")))
                .list();
    }

    Optional<Standing> standing(SellerId seller) {
        return db.sql(
                        """
                        SELECT count(*) AS came, count(*) FILTER (WHERE notice.request_id IS NULL) AS strangers,
                               count(*) FILTER (WHERE request.state IN ('OPEN', 'WAITING')) AS open,
                               min(notice.due_on) FILTER (WHERE request.state IN ('OPEN', 'WAITING')) AS oldest
                          FROM rights_channel_notice notice
                          LEFT JOIN rights_request request
                            ON request.seller_id = :seller AND request.request_id = notice.request_id
                         WHERE notice.seller_id = :seller
                        """)
                .param("seller", seller.value())
                .query((row, number) -> new Standing(
                        row.getLong("came"),
                        row.getLong("strangers"),
                        row.getLong("open"),
                        Optional.ofNullable(row.getObject("oldest", LocalDate.class)),
                        lastDone(seller)))
                .optional();
    }

    private Optional<Done> lastDone(SellerId seller) {
        return db.sql(
                        """
                        SELECT request.request_id, request.request_no, request.closed_at
                          FROM rights_channel_notice notice
                          JOIN rights_request request
                            ON request.seller_id = :seller AND request.request_id = notice.request_id
                         WHERE notice.seller_id = :seller AND request.state = 'DONE'
                         ORDER BY request.closed_at DESC
                         LIMIT 1
                        """)
                .param("seller", seller.value())
                .query((row, number) -> new Done(
                        row.getObject("request_id", UUID.class),
                        "R-" + row.getLong("request_no"),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void forgetStrangers(SellerId seller, LocalDate before) {
        db.sql(
                        """
                        DELETE FROM rights_channel_notice
                         WHERE seller_id = :seller AND came_on < :before AND request_id IS NULL
                        """)
                .param("seller", seller.value())
                .param("before", before)
                .update();
    }

    private static String hash(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
