package app.counterfoil.hub.letter;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks the letters: each stands where a letter can stand, and opens until its day comes. */
@Component
@Order(27)
class LetterBookCheck implements BookCheck {

    private static final String LETTERS = "SELECT count(*) FROM letter_letter WHERE seller_id = :seller";
    private static final String STATES =
            """
            SELECT 'Letter ' || letter_id || CASE
                       WHEN state NOT IN (%s) THEN ' stands where no letter can stand.'
                       WHEN state = 'WAITING' THEN ' waits without a time at which it is sent.'
                       ELSE ' was sent without the time of it.' END
              FROM letter_letter
             WHERE seller_id = :seller
               AND (state NOT IN (%s)
                 OR state = 'WAITING' AND due_at IS NULL
                 OR state = 'SENT' AND sent_at IS NULL)
             LIMIT :most
            """
                    .formatted(LetterState.ALL, LetterState.ALL);
    private static final String SEALED =
            """
            SELECT letter_id AS id, subject_id, ends_on, 'letter ' || letter_id AS of_what
              FROM letter_letter
             WHERE seller_id = :seller AND ends_on > :today AND letter_id > :after
             ORDER BY letter_id
             LIMIT :page
            """;
    private static final String OF_NOTHING =
            """
            SELECT 'A letter is sealed as ' || asked.id || ', of which nobody knows what became.'
              FROM unnest(:ids::uuid[]) AS asked (id)
              LEFT JOIN letter_letter letter ON letter.seller_id = :seller AND letter.letter_id = asked.id
             WHERE letter.letter_id IS NULL
            """;

    private final BookQuestions books;
    private final SellerTransactions transactions;

    LetterBookCheck(BookQuestions books, SellerTransactions transactions) {
        this.books = books;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            flaws.addAll(Flaw.each(books.sentences(seller, STATES), Checked.CHANGED_PAST_THE_PROGRAM));
            flaws.addAll(Flaw.each(
                    books.missing(seller, LetterText.KIND, "text", SEALED),
                    "Restore a backup that has it, or write a new letter."));
            flaws.addAll(Flaw.each(
                    books.aboutSealed(seller, LetterText.KIND, OF_NOTHING), Checked.CHANGED_PAST_THE_PROGRAM));
            return new Checked("%,d written".formatted(books.count(seller, LETTERS)), flaws);
        });
    }
}
