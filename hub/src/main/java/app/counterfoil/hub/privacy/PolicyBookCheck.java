package app.counterfoil.hub.privacy;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that published policies are as they were published, one after the other. */
@Component
@Order(49)
class PolicyBookCheck implements BookCheck {

    private static final String COUNT = "SELECT count(*) FROM privacy_policy WHERE seller_id = :seller";
    private static final String CHANGED =
            """
            SELECT 'Version ' || version || ' of the privacy policy is not what was published.'
              FROM (SELECT version, row_number() OVER (ORDER BY version) AS place,
                           hash = sha256(convert_to(text, 'UTF8')) AS holds
                      FROM privacy_policy
                     WHERE seller_id = :seller) AS published
             WHERE NOT holds OR version <> place
             LIMIT :most
            """;

    private final BookQuestions books;
    private final SellerTransactions transactions;

    PolicyBookCheck(BookQuestions books, SellerTransactions transactions) {
        this.books = books;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(
                seller,
                () -> new Checked(
                        "%,d versions".formatted(books.count(seller, COUNT)),
                        Flaw.each(books.sentences(seller, CHANGED), Checked.CHANGED_PAST_THE_PROGRAM)));
    }
}
