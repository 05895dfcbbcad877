package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the books of a shop, in its transaction, for sentences about what is wrong in them: what every check has in common. */
@Component
public class BookQuestions {

    /** What is wrong in one way is often wrong a thousand times; so many are read. */
    private static final int MOST = 200;

    private static final int PAGE = 5_000;

    /** A record that the books know, and until when it should open. */
    private record Sealed(UUID id, SubjectId subject, LocalDate endsOn, String ofWhat) {}

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
            vault.checks()
                    .eachId(
                            kind,
                            page -> sentences.addAll(db.sql(sql)
                                    .param("ids", page.toArray(UUID[]::new))
                                    .param("seller", seller.value())
                                    .query(String.class)
                                    .list()));
            return sentences;
        });
    }

    /**
     * Who should open and is not there, though nobody was forgotten, in sentences.
     *
     * @param what the record, as in "recipient"
     * @param sql gives {@code id}, {@code subject_id}, {@code ends_on} and {@code of_what} of records of the kind that are
     *     sealed beyond {@code :today}: a {@code :page} of them in the order of their ids, {@code :after} the last one's
     */
    public List<String> missing(SellerId seller, RecordKind<?> kind, String what, String sql) {
        var missing = new ArrayList<String>();
        var after = new UUID(0, 0);
        for (var page = page(seller, sql, after);
                !page.isEmpty() && missing.size() < MOST;
                page = page(seller, sql, after)) {
            after = page.get(page.size() - 1).id();
            missing.addAll(missing(seller, kind, what, page));
        }
        return missing;
    }

    private List<String> missing(SellerId seller, RecordKind<?> kind, String what, List<Sealed> page) {
        var ends = new HashMap<UUID, LocalDate>();
        page.forEach(each -> ends.put(each.id(), each.endsOn()));
        var absent = custody.in(seller, vault -> vault.checks().absent(kind, ends));
        var suspects = page.stream().filter(each -> absent.contains(each.id())).toList();
        var subjects = suspects.stream().map(Sealed::subject).toList();
        var forgotten = custody.in(seller, vault -> vault.erasures().forgotten(kind.purpose(), subjects));
        return suspects.stream()
                .filter(each -> !forgotten.contains(each.subject()))
                .map(each -> "The sealed " + what + " of " + each.ofWhat() + " is not there, and ends on "
                        + each.endsOn() + " only.")
                .toList();
    }

    private List<Sealed> page(SellerId seller, String sql, UUID after) {
        return db.sql(sql)
                .param("seller", seller.value())
                .param("today", clock.today())
                .param("after", after)
                .param("page", PAGE)
                .query((row, number) -> new Sealed(
                        row.getObject("id", UUID.class),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("of_what")))
                .list();
    }
}
