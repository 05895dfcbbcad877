package app.counterfoil.hub.marketing;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that nobody stands in an audience whose consent has ended, and that notices to newsletter services can be told. */
@Component
@Order(58)
class AudienceBookCheck implements BookCheck {

    private static final String MEMBERS = "SELECT count(*) FROM marketing_member WHERE seller_id = :seller";

    private static final String WITHOUT_CONSENT =
            """
            SELECT 'Consent ' || person_id || ' is ' || person.state || ' and stands in an audience as '
                   || member.state || '.'
              FROM marketing_member member JOIN marketing_person person USING (seller_id, person_id)
             WHERE seller_id = :seller AND member.state <> 'GONE' AND person.state <> 'LIVE'
             LIMIT :most
            """;

    private static final String KEYS =
            """
            SELECT farewell_id AS id, subject_id, ends_on, 'notice ' || farewell_id AS of_what
              FROM marketing_farewell
             WHERE seller_id = :seller AND done_at IS NULL AND ends_on > :today AND farewell_id > :after
             ORDER BY farewell_id
             LIMIT :page
            """;

    private static final String OF_NOTHING =
            """
            SELECT 'By which name a newsletter service knows somebody is kept as ' || asked.id || ', for nothing.'
              FROM unnest(:ids::uuid[]) AS asked (id)
              LEFT JOIN marketing_farewell farewell
                ON farewell.seller_id = :seller AND farewell.farewell_id = asked.id AND done_at IS NULL
             WHERE farewell.farewell_id IS NULL
            """;

    private final BookQuestions books;
    private final SellerTransactions transactions;

    AudienceBookCheck(BookQuestions books, SellerTransactions transactions) {
        this.books = books;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "audiences";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            flaws.addAll(Flaw.each(books.sentences(seller, WITHOUT_CONSENT), Checked.CHANGED_PAST_THE_PROGRAM));
            flaws.addAll(Flaw.each(
                    books.missing(seller, MemberKey.KIND, "name", KEYS),
                    "Look the person up at the newsletter service, and end it there."));
            flaws.addAll(
                    Flaw.each(books.aboutSealed(seller, MemberKey.KIND, OF_NOTHING), Checked.CHANGED_PAST_THE_PROGRAM));
            return new Checked("%,d hand-overs".formatted(books.count(seller, MEMBERS)), flaws);
        });
    }
}
