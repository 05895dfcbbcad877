package app.counterfoil.hub.review;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.BookQuestions;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.ListedNames;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that reviews are about what is known, and that what was noted of the latest is sealed and there. */
@Component
@Order(48)
class ReviewBookCheck implements BookCheck {

    private static final String COUNT = "SELECT count(*) FROM review_review WHERE seller_id = :seller";
    private static final String UNKNOWN =
            """
            SELECT 'A review, or the plan of one, is about what nobody knows: ' || kind || ' ' || code
              FROM (SELECT kind, code FROM review_review WHERE seller_id = :seller AND outcome IN (%5$s)
                     UNION SELECT kind, code FROM review_plan WHERE seller_id = :seller
                     UNION SELECT outcome, '' FROM review_review
                            WHERE seller_id = :seller AND outcome NOT IN (%5$s)) AS told
             WHERE NOT (kind = 'PURPOSE' AND code IN (%1$s) OR kind = 'RECIPIENT' AND code IN (%2$s)
                        OR kind = 'POLICY' AND code IN (%3$s) OR kind = 'ACCESS' AND code = '%4$s')
             LIMIT :most
            """
                    .formatted(
                            ListedNames.of(Purpose.values(), each -> true),
                            ListedNames.of(OutsideService.values(), each -> true),
                            ListedNames.of(Policy.values(), each -> true),
                            Reviewed.ACCESS.code(),
                            ListedNames.of(Outcome.values(), each -> true));
    private static final String UNKNOWN_DECISION =
            """
            SELECT 'A decision of the review of access ' || round_id || ' says what nobody knows.'
              FROM review_access_decision
             WHERE seller_id = :seller
               AND NOT (role IN (%1$s) AND verdict IN (%2$s)
                        AND purposes <@ CAST(ARRAY[%3$s] AS text[]))
             LIMIT :most
            """
                    .formatted(
                            ListedNames.of(Role.values(), each -> true),
                            ListedNames.of(Verdict.values(), each -> true),
                            ListedNames.of(Purpose.values(), each -> true));
    private static final String UNKNOWN_ON_TOKEN =
            """
            SELECT 'A decision on a token in the review of access ' || round_id || ' says what nobody knows.'
              FROM review_token_decision
             WHERE seller_id = :seller
               AND NOT (verdict IN (%1$s) AND scopes <@ CAST(ARRAY[%2$s] AS text[]))
             LIMIT :most
            """
                    .formatted(
                            ListedNames.of(Verdict.values(), each -> each != Verdict.CHANGE_ROLE),
                            ListedNames.of(ApiScope.values(), each -> true));
    private static final String HOMELESS =
            """
            SELECT 'The sealed note ' || id || ' belongs to no review.'
              FROM unnest(CAST(:ids AS uuid[])) AS id
             WHERE NOT EXISTS (SELECT 1 FROM review_review WHERE seller_id = :seller AND review_id = id)
            """;

    private final BookQuestions books;
    private final ReviewRows rows;
    private final Custody custody;
    private final SellerTransactions transactions;

    ReviewBookCheck(BookQuestions books, ReviewRows rows, Custody custody, SellerTransactions transactions) {
        this.books = books;
        this.rows = rows;
        this.custody = custody;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var flaws = new ArrayList<>(Flaw.each(books.sentences(seller, UNKNOWN), Checked.CHANGED_PAST_THE_PROGRAM));
            flaws.addAll(Flaw.each(books.sentences(seller, UNKNOWN_DECISION), Checked.CHANGED_PAST_THE_PROGRAM));
            flaws.addAll(Flaw.each(books.sentences(seller, UNKNOWN_ON_TOKEN), Checked.CHANGED_PAST_THE_PROGRAM));
            if (flaws.isEmpty()) {
                flaws.addAll(Flaw.each(missing(seller), Checked.CHANGED_PAST_THE_PROGRAM));
            }
            flaws.addAll(
                    Flaw.each(books.aboutSealed(seller, ReviewNote.KIND, HOMELESS), Checked.CHANGED_PAST_THE_PROGRAM));
            return new Checked("%,d reviews".formatted(books.count(seller, COUNT)), flaws);
        });
    }

    /** What was forgotten, as after a backup that was brought back, is missing rightly. */
    private List<String> missing(SellerId seller) {
        var standing = rows.standingNotes(seller);
        var ids = standing.stream().map(RecordRef::id).toList();
        var subjects = standing.stream().map(RecordRef::subject).toList();
        return custody.in(seller, vault -> {
            var ends = vault.endsOf(ReviewNote.KIND, ids);
            var forgotten = vault.erasures().forgotten(Purpose.STAFF, subjects);
            return standing.stream()
                    .filter(ref -> !ends.containsKey(ref.id()) && !forgotten.contains(ref.subject()))
                    .map(ref -> "What was noted of the review " + ref.id() + " is not there.")
                    .toList();
        });
    }
}
