package app.counterfoil.hub.register;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.ListedNames;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that what was added to the register is sealed and there, and about something that is known. */
@Component
@Order(46)
class RegisterBookCheck implements BookCheck {

    private static final String COUNT = "SELECT count(*) FROM register_text WHERE seller_id = :seller";
    private static final String UNKNOWN =
            """
            SELECT 'The text ' || text_id || ' of the register is about what nobody knows: ' || part || ' ' || purpose
              FROM register_text
             WHERE seller_id = :seller AND NOT (part IN (%s) AND (purpose = '' OR purpose IN (%s)))
             LIMIT :most
            """
                    .formatted(
                            ListedNames.of(KeptPart.values(), part -> true),
                            ListedNames.of(Purpose.values(), purpose -> true));
    private static final String HOMELESS =
            """
            SELECT 'The sealed text ' || id || ' belongs to no register.'
              FROM unnest(CAST(:ids AS uuid[])) AS id
             WHERE NOT EXISTS (SELECT 1 FROM register_text WHERE seller_id = :seller AND text_id = id)
            """;

    private final BookQuestions books;
    private final RegisterRows rows;
    private final Custody custody;
    private final SellerTransactions transactions;

    RegisterBookCheck(BookQuestions books, RegisterRows rows, Custody custody, SellerTransactions transactions) {
        this.books = books;
        this.rows = rows;
        this.custody = custody;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "register";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<>(Flaw.each(books.sentences(seller, UNKNOWN), Checked.CHANGED_PAST_THE_PROGRAM));
            if (flaws.isEmpty()) {
                flaws.addAll(Flaw.each(missing(seller), "Write it again under Register."));
            }
            flaws.addAll(
                    Flaw.each(books.aboutSealed(seller, KeptText.KIND, HOMELESS), Checked.CHANGED_PAST_THE_PROGRAM));
            return new Checked("%,d texts".formatted(books.count(seller, COUNT)), flaws);
        });
    }

    /** What was forgotten, as after a backup that was brought back, is missing rightly. */
    private List<String> missing(SellerId seller) {
        var standing = rows.standing(seller);
        var ids = standing.stream().map(row -> row.ref().id()).toList();
        var subjects = standing.stream().map(row -> row.ref().subject()).toList();
        return custody.in(seller, vault -> {
            var ends = vault.endsOf(KeptText.KIND, ids);
            var forgotten = vault.erasures().forgotten(Purpose.STAFF, subjects);
            return standing.stream()
                    .filter(row -> !ends.containsKey(row.ref().id())
                            && !forgotten.contains(row.ref().subject()))
                    .map(row -> "What the register says of " + row.part() + " is not there.")
                    .toList();
        });
    }
}
