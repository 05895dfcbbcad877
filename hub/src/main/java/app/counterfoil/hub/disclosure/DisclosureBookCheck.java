package app.counterfoil.hub.disclosure;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.ListedNames;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that disclosures and agreements name acts, purposes, categories and safeguards in words that are known. */
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

    private static final String UNKNOWN_AGREEMENT =
            """
            SELECT 'The agreement ' || agreement_id || ' says what nobody knows: '
                   || concat_ws(', ', role, safeguard, array_to_string(categories, ', ')) || '.'
              FROM disclosure_agreement
             WHERE seller_id = :seller
               AND NOT (role IN (%s) AND safeguard IN (%s) AND categories <@ ARRAY[%s])
             LIMIT :most
            """
                    .formatted(all(RecipientRole.values()), all(Safeguard.values()), all(DataCategory.values()));

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
                        Stream.of(UNKNOWN, UNKNOWN_AGREEMENT)
                                .flatMap(sql -> books.sentences(seller, sql).stream())
                                .map(flaw -> new Flaw(flaw, Checked.CHANGED_PAST_THE_PROGRAM))
                                .toList()));
    }

    private static <T extends Enum<T>> String all(T[] values) {
        return ListedNames.of(values, value -> true);
    }
}
