package app.counterfoil.hub.custody;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.measure.SellerId;
import java.util.ArrayList;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that what has been destroyed stands in the erasure ledger outside the database, and the other way round. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class LedgerBookCheck implements BookCheck {

    private static final String MEND =
            "The hub carries out what the ledger says when it starts, and every quarter of an hour: look again then. What"
                    + " stays was changed past the program: compare with a backup, and report it.";

    private final Custody custody;

    LedgerBookCheck(Custody custody) {
        this.custody = custody;
    }

    @Override
    public String name() {
        return "erasure ledger";
    }

    @Override
    public Checked of(SellerId seller) {
        int outstanding = custody.in(seller, vault -> vault.erasures().outstanding());
        var check = custody.in(seller, vault -> vault.erasures().check());
        var wrong = new ArrayList<String>();
        if (outstanding > 0) {
            wrong.add("%,d destructions stand in the erasure ledger and have not been carried out in this database."
                    .formatted(outstanding));
        }
        wrong.addAll(check.flaws());
        return new Checked("%,d entries".formatted(check.entries()), Checked.Flaw.each(wrong, MEND));
    }
}
