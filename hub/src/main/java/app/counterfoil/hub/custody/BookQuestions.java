package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.RecordKind;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the books of a shop, in its transaction, for sentences about what is wrong in them: what every check has in common. */
@Component
public class BookQuestions {

    /** What is wrong in one way is often wrong a thousand times; so many are read. */
    private static final int MOST = 200;

    private final JdbcClient db;
    private final Custody custody;
    private final BusinessClock clock;

    BookQuestions(JdbcClient db, Custody custody, BusinessClock clock) {
        this.db = db;
        this.custody = custody;
        this.clock = clock;
    }

    /** The one number that a statement with {@code :seller} gives. */
    public long count(SellerId seller, String sql) {
        return db.sql(sql).param("seller", seller.value()).query(Long.class).single();
    }

    /** The sentences that a statement gives; it may name {@code :seller}, {@code :most}, and {@code :now} in business time. */
    public List<String> sentences(SellerId seller, String sql) {
        return db.sql(sql)
                .param("seller", seller.value())
                .param("most", MOST)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    /** Like {@link #sentences}, asked about the ids of all sealed records of a kind, a page of {@code :ids} at a time. */
    public List<String> aboutSealed(SellerId seller, RecordKind<?> kind, String sql) {
        var sentences = new ArrayList<String>();
        return custody.in(seller, vault -> {
            vault.eachId(
                    kind,
                    page -> sentences.addAll(db.sql(sql)
                            .param("ids", page.toArray(UUID[]::new))
                            .param("seller", seller.value())
                            .query(String.class)
                            .list()));
            return sentences;
        });
    }
}
