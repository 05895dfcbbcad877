package app.counterfoil.hub.letter;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what became of letters, without opening one. */
@Component
public class Letters {

    private static final String FACTS =
            """
            SELECT letter_id, about_id, template, state, made_at, sent_at, tries, wrong, mend
              FROM letter_letter
             WHERE seller_id = :seller
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final MailServer mail;
    private final Custody custody;

    Letters(JdbcClient db, SellerTransactions transactions, MailServer mail, Custody custody) {
        this.db = db;
        this.transactions = transactions;
        this.mail = mail;
        this.custody = custody;
    }

    /** The letters that belong to something, the first written first. */
    public List<LetterFacts> about(SellerId seller, UUID about) {
        var unready = mail.unready();
        return transactions.in(seller, () -> db.sql(FACTS + " AND about_id = :about ORDER BY made_at, letter_id")
                .param("seller", seller.value())
                .param("about", about)
                .query((row, number) -> facts(row, unready))
                .list());
    }

    /**
     * What a letter says, and to whom. Personal: it does not print.
     *
     * @param to the e-mail address
     * @param subjectLine the subject line
     * @param text the text
     */
    public record Written(String to, String subjectLine, String text) {
        @Override
        public String toString() {
            return "Written[hidden]";
        }
    }

    /** What a letter that belongs to something says, opened for that reader; it stands in the journal. Empty once it ended. */
    public Optional<Written> text(SellerId seller, UUID about, UUID letter, Reader reader) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT subject_id FROM letter_letter
                         WHERE seller_id = :seller AND letter_id = :letter AND about_id = :about
                        """)
                .param("seller", seller.value())
                .param("letter", letter)
                .param("about", about)
                .query((row, number) -> new RecordRef(letter, new SubjectId(row.getObject(1, UUID.class))))
                .optional()
                .flatMap(ref -> custody.in(
                                seller,
                                vault -> vault.openOne(
                                        new Opening(reader, Purpose.RIGHTS_REQUEST, "READ_LETTER"),
                                        LetterText.KIND,
                                        ref))
                        .opened()
                        .map(text -> new Written(text.to(), text.subjectLine(), text.text()))));
    }

    /** How many letters that belong to something stand where. */
    public Map<LetterState, Long> states(SellerId seller, UUID about) {
        var states = new EnumMap<LetterState, Long>(LetterState.class);
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT state, count(*) FROM letter_letter
                         WHERE seller_id = :seller AND about_id = :about
                         GROUP BY state
                        """)
                .param("seller", seller.value())
                .param("about", about)
                .query(row -> {
                    states.put(LetterState.valueOf(row.getString(1)), row.getLong(2));
                }));
        return states;
    }

    /** Letters that belong to something and were refused, came back, or could not be sent so far; so many at most. */
    public List<LetterFacts> unsentAbout(SellerId seller, UUID about, int most) {
        var unready = mail.unready();
        return transactions.in(seller, () -> db.sql(
                        FACTS
                                + """
                                   AND about_id = :about AND state <> 'SENT' AND wrong <> ''
                                 ORDER BY state = 'WAITING', made_at, letter_id
                                 LIMIT :most
                                """)
                .param("seller", seller.value())
                .param("about", about)
                .param("most", most)
                .query((row, number) -> facts(row, unready))
                .list());
    }

    /** What keeps all letters from leaving, such as that no mail server is set up. */
    public Optional<Refusal> unready() {
        return mail.unready();
    }

    /** Letters that have not arrived as far as is known, the first written first, so many at most. */
    public List<LetterFacts> unsent(SellerId seller, int most) {
        var unready = mail.unready();
        return transactions.in(
                seller, () -> db.sql(FACTS + " AND state <> 'SENT' ORDER BY made_at, letter_id LIMIT :most")
                        .param("seller", seller.value())
                        .param("most", most)
                        .query((row, number) -> facts(row, unready))
                        .list());
    }

    /** What keeps all letters from going is told of each that waits. */
    private static LetterFacts facts(ResultSet row, Optional<Refusal> unready) throws SQLException {
        var state = LetterState.valueOf(row.getString("state"));
        var allWait = unready.filter(why -> state == LetterState.WAITING);
        return new LetterFacts(
                row.getObject("letter_id", UUID.class),
                row.getObject("about_id", UUID.class),
                row.getString("template"),
                state,
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("tries"),
                allWait.map(Refusal::wrong).orElse(row.getString("wrong")),
                allWait.map(Refusal::mend).orElse(row.getString("mend")));
    }
}
