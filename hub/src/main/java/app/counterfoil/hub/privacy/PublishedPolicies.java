package app.counterfoil.hub.privacy;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Keeps what a shop has told people about their data: each published version as it was. What is published promises only what
 * is kept that day; what is not kept later is left out of the public page until it is kept again.
 */
@Component
public class PublishedPolicies {

    /** Anybody may open the public page, and looking at everything takes time. */
    private static final Duration LOOKED_AT_LASTS = Duration.ofMinutes(10);

    private static final String ALL =
            """
            SELECT version, text, hash, published_at, published_by
              FROM privacy_policy
             WHERE seller_id = :seller
             ORDER BY version DESC
            """;

    private final PromiseBoard board;
    private final WritePolicy write;
    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final Map<SellerId, Looked> looked = new ConcurrentHashMap<>();

    PublishedPolicies(
            PromiseBoard board,
            WritePolicy write,
            JdbcClient db,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.board = board;
        this.write = write;
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Looked(Instant at, Set<String> kept) {}

    /**
     * A published policy.
     *
     * @param number counts from 1
     * @param text what it says
     * @param hash over its text, in hexadecimal digits
     * @param at when it was published
     * @param by the person of the shop who did
     */
    public record Version(int number, PolicyText text, String hash, Instant at, UUID by) {}

    /**
     * What stands on the public page.
     *
     * @param version the version it is; empty while none is published
     * @param text what it says today
     * @param leftOut how many promises of the version are left out today
     */
    public record Shown(Optional<Version> version, PolicyText text, long leftOut) {}

    /** All versions, the latest first. */
    public List<Version> all(SellerId seller) {
        return transactions.in(seller, () -> db.sql(ALL)
                .param("seller", seller.value())
                .query((row, number) -> new Version(
                        row.getInt("version"),
                        PolicyText.of(row.getString("text")),
                        PolicyText.hex(row.getBytes("hash")),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getObject("published_by", UUID.class)))
                .list());
    }

    /**
     * One of them.
     *
     * @throws Refusal if there is none of that number
     */
    public Version one(SellerId seller, int number) {
        return all(seller).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(NoSuchVersion::new);
    }

    /** As it would be published now. */
    public PolicyText draft(SellerId seller) {
        return write.of(seller, kept(seller));
    }

    /** What everybody may read today. */
    public Shown shown(SellerId seller) {
        var kept = looked.compute(
                        seller,
                        (shop, last) ->
                                last != null && last.at().plus(LOOKED_AT_LASTS).isAfter(clock.now())
                                        ? last
                                        : new Looked(clock.now(), kept(shop)))
                .kept();
        return all(seller).stream()
                .findFirst()
                .map(version -> {
                    var text = version.text().keeping(kept);
                    return new Shown(Optional.of(version), text, version.text().size() - text.size());
                })
                .orElseGet(() -> new Shown(Optional.empty(), write.of(seller, kept), 0));
    }

    /**
     * Publishes it as it would be now.
     *
     * @throws Refusal if it says what the latest version says
     */
    public Version publish(SignedIn me) {
        var seller = me.seller();
        var json = draft(seller).json();
        transactions.run(seller, () -> {
            lock(seller);
            var latest = all(seller).stream().findFirst();
            if (latest.filter(each -> each.text().json().equals(json)).isPresent()) {
                throw new NothingNew();
            }
            db.sql(
                            """
                            INSERT INTO privacy_policy (seller_id, version, text, hash, published_at, published_by)
                            VALUES (:seller, :version, :text, :hash, :now, :person)
                            """)
                    .param("seller", seller.value())
                    .param("version", latest.map(Version::number).orElse(0) + 1)
                    .param("text", json)
                    .param("hash", PolicyText.hash(json))
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .param("person", me.id())
                    .update();
        });
        looked.remove(seller);
        return all(seller).get(0);
    }

    private Set<String> kept(SellerId seller) {
        return board.of(seller).groups().get(0).rows().stream()
                .filter(row -> row.standing() == Standing.KEPT)
                .map(row -> ((PolicySentence) row.promised()).name())
                .collect(Collectors.toSet());
    }

    private void lock(SellerId seller) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('policy ' || CAST(:seller AS text), 0))")
                .param("seller", seller.value())
                .query((row, number) -> seller)
                .single();
    }

    private static final class NothingNew extends Refusal {
        NothingNew() {
            super("The policy says what the published one says.", "There is nothing to publish.");
        }
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    private static final class NoSuchVersion extends Refusal {
        NoSuchVersion() {
            super("There is no such version of the policy.", "Look at the list under the policy.");
        }
    }
}
