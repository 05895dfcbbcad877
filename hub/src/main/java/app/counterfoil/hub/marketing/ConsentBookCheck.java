package app.counterfoil.hub.marketing;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that each consent stands where its ledger has led to, with its address as long as it is kept and not a day longer. */
@Component
@Order(57)
class ConsentBookCheck implements BookCheck {

    private static final String PEOPLE = "SELECT count(*) FROM marketing_person WHERE seller_id = :seller";

    /** The last entry that moves somebody: a letter that asks moves nobody. */
    private static final String OTHERWISE =
            """
            SELECT 'Consent ' || person.person_id || ' is ' || person.state || ', and its ledger ends with '
                   || coalesce(latest.what, 'nothing') || '.'
              FROM marketing_person person
              LEFT JOIN LATERAL (
                   SELECT what FROM marketing_event event
                    WHERE event.seller_id = :seller AND event.person_id = person.person_id AND what <> 'ASKED'
                    ORDER BY event_no DESC LIMIT 1) AS latest ON true
             WHERE person.seller_id = :seller
               AND person.state IS DISTINCT FROM CASE latest.what
                       WHEN 'GIVEN' THEN 'AWAITING' WHEN 'SOFT_OPT_IN' THEN 'SOFT' WHEN 'CONFIRMED' THEN 'LIVE'
                       ELSE latest.what END
             LIMIT :most
            """;

    private static final String WITHOUT_PROOF =
            """
            SELECT 'Consent ' || person_id || ' has no entry that says what proves it.'
              FROM marketing_person person
             WHERE seller_id = :seller
               AND NOT EXISTS (
                   SELECT 1 FROM marketing_event event
                    WHERE event.seller_id = :seller AND event.person_id = person.person_id
                      AND proof <> '' AND wording_id IS NOT NULL)
             LIMIT :most
            """;

    private static final String SEALED =
            """
            SELECT person_id AS id, subject_id, ends_on, 'consent ' || person_id AS of_what
              FROM marketing_person
             WHERE seller_id = :seller AND state IN (%s) AND ends_on > :today AND person_id > :after
             ORDER BY person_id
             LIMIT :page
            """
                    .formatted(ConsentState.KEPT);

    private static final String OF_NOBODY =
            """
            SELECT 'An address is kept for marketing as ' || asked.id || ', to which nobody has agreed.'
              FROM unnest(:ids::uuid[]) AS asked (id)
              LEFT JOIN marketing_person person ON person.seller_id = :seller AND person.person_id = asked.id
             WHERE person.person_id IS NULL OR person.state NOT IN (%s)
            """
                    .formatted(ConsentState.KEPT);

    private final BookQuestions books;
    private final SellerTransactions transactions;

    ConsentBookCheck(BookQuestions books, SellerTransactions transactions) {
        this.books = books;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "consent to marketing";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<Flaw>();
            Stream.of(OTHERWISE, WITHOUT_PROOF)
                    .flatMap(sql -> books.sentences(seller, sql).stream())
                    .forEach(flaw -> flaws.add(new Flaw(flaw, Checked.CHANGED_PAST_THE_PROGRAM)));
            flaws.addAll(Flaw.each(
                    books.missing(seller, Contact.KIND, "address", SEALED),
                    "Restore a backup that has it; until then nobody is written to by it."));
            flaws.addAll(
                    Flaw.each(books.aboutSealed(seller, Contact.KIND, OF_NOBODY), Checked.CHANGED_PAST_THE_PROGRAM));
            return new Checked("%,d people taken in".formatted(books.count(seller, PEOPLE)), flaws);
        });
    }
}
