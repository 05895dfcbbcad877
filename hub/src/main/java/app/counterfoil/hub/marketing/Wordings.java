package app.counterfoil.hub.marketing;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words that people are shown, version after version. The latest of a kind is what people are shown now. */
@Component
public class Wordings {

    private static final int LONGEST = 1_000;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final SellerDetails sellers;
    private final BusinessClock clock;

    Wordings(JdbcClient db, SellerTransactions transactions, SellerDetails sellers, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.sellers = sellers;
        this.clock = clock;
    }

    /** All versions of a kind, the latest first. */
    public List<Wording> all(SellerId seller, WordingKind kind) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT wording_id, kind, number, words, made_at FROM marketing_wording
                         WHERE seller_id = :seller AND kind = :kind ORDER BY number DESC
                        """)
                .param("seller", seller.value())
                .param("kind", kind.name())
                .query((row, number) -> wording(row))
                .list());
    }

    /** What people are shown now; empty if nothing was written yet. */
    public Optional<Wording> current(SellerId seller, WordingKind kind) {
        return all(seller, kind).stream().findFirst();
    }

    /** One version. */
    public Optional<Wording> one(SellerId seller, UUID id) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT wording_id, kind, number, words, made_at FROM marketing_wording
                         WHERE seller_id = :seller AND wording_id = :id
                        """)
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) -> wording(row))
                .optional());
    }

    /**
     * Writes a new version, which people are shown from now on. Who asks has to be named in it, or nobody has agreed to
     * anything by anybody (ICO's guidance on consent: named controllers).
     *
     * @throws NotTaken if it is empty or too long, or does not name the shop
     */
    public UUID write(SellerId seller, WordingKind kind, String words, Optional<UUID> staff) {
        var text = words.strip();
        var shop = sellers.of(seller).tradingName();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw NotTaken.words("Write from 1 to " + LONGEST + " letters.");
        }
        if (!text.toLowerCase(Locale.UK).contains(shop.toLowerCase(Locale.UK))) {
            throw NotTaken.words("Name the shop in them, as \"" + shop + "\": people have to read who asks.");
        }
        var id = UUID.randomUUID();
        transactions.run(seller, () -> {
            db.sql("SELECT pg_advisory_xact_lock(hashtextextended('wording ' || CAST(:seller AS text), 0))")
                    .param("seller", seller.value())
                    .query((row, number) -> seller)
                    .single();
            db.sql(
                            """
                            INSERT INTO marketing_wording (seller_id, wording_id, kind, number, words, made_at, made_by)
                            SELECT :seller, :id, :kind, coalesce(max(number), 0) + 1, :words, :now, CAST(:staff AS uuid)
                              FROM marketing_wording WHERE seller_id = :seller AND kind = :kind
                            """)
                    .param("seller", seller.value())
                    .param("id", id)
                    .param("kind", kind.name())
                    .param("words", text)
                    .param("now", ConsentRows.utc(clock.now()))
                    .param("staff", staff.orElse(null))
                    .update();
        });
        return id;
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(
                row.getObject("wording_id", UUID.class),
                WordingKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                row.getString("words"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
