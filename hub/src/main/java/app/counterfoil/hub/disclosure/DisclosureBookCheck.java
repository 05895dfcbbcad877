package app.counterfoil.hub.disclosure;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.ListedNames;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that every disclosure names an act, a purpose and what was given in words that are known. */
@Component
@Order(45)
class DisclosureBookCheck implements BookCheck {

    private static final String COUNT = "SELECT count(*) FROM disclosure_entry WHERE seller_id = :seller";
    private static final String UNKNOWN =
            """
            SELECT 'The disclosure ' || act || ' of ' || record_id || ' names what nobody knows: '
                   || concat_ws(', ', act, purpose, array_to_string(categories, ', ')) || '.'
              FROM disclosure_entry
             WHERE seller_id = :seller
               AND NOT (act IN (%s) AND purpose IN (%s) AND categories <@ ARRAY[%s])
             LIMIT :most
            """
                    .formatted(all(DisclosingAct.values()), all(Purpose.values()), all(DataCategory.values()));

    private final BookQuestions books;
    private final SellerTransactions transactions;

    DisclosureBookCheck(BookQuestions books, SellerTransactions transactions) {
        this.books = books;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "disclosures";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(
                seller,
                () -> new Checked(
                        "%,d written".formatted(books.count(seller, COUNT)),
                        Flaw.each(books.sentences(seller, UNKNOWN), Checked.CHANGED_PAST_THE_PROGRAM)));
    }

    private static <T extends Enum<T>> String all(T[] values) {
        return ListedNames.of(values, value -> true);
    }
}
