package app.counterfoil.hub.retention;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.RecordRef;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that every legal hold that stands has its copy. */
@Component
@Order(40)
class LegalHoldBookCheck implements BookCheck {

    private static final String MEND =
            "Restore a backup that has it. If there is none, release the hold, and hold the order anew while its own data lives.";

    private final LegalHoldRows rows;
    private final LegalHolds legalHolds;
    private final SellerTransactions transactions;

    LegalHoldBookCheck(LegalHoldRows rows, LegalHolds legalHolds, SellerTransactions transactions) {
        this.rows = rows;
        this.legalHolds = legalHolds;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "legal holds";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            // What was released and is not closed yet is closed with the next turn of the day.
            var copies = rows.standingCopies(seller);
            var released = legalHolds.destroyed(seller, copies);
            var holds = copies.stream()
                    .map(RecordRef::id)
                    .filter(hold -> !released.contains(hold))
                    .toList();
            var ends = legalHolds.endsOf(seller, holds);
            return new Checked(
                    "%,d that stand".formatted(holds.size()),
                    holds.stream()
                            .filter(hold -> !ends.containsKey(hold))
                            .map(hold -> new Flaw("Legal hold " + hold + " stands, and its copy is not there.", MEND))
                            .toList());
        });
    }
}
