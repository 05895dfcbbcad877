package app.counterfoil.hub.custody;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.journal.JournalFlaw;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that the access journal is as it was signed, and as long as it was seen outside the database. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class JournalBookCheck implements BookCheck {

    private static final String MEND =
            "Somebody has changed the database past the program. Keep it as it is, note who could reach it, and compare with"
                    + " the backups; after a restore from a backup, finish the restore.";

    private final Custody custody;

    JournalBookCheck(Custody custody) {
        this.custody = custody;
    }

    @Override
    public String name() {
        return "access journal";
    }

    @Override
    public Checked of(SellerId seller) {
        var check = custody.in(seller, vault -> vault.journal().check());
        var counted = "%,d entries under %,d checkpoints, %,d not signed yet, %s"
                .formatted(
                        check.covered(),
                        check.checkpoints(),
                        check.open(),
                        check.witnessed()
                                .map(number -> "checkpoint " + number + " seen outside")
                                .orElse("no checkpoint seen outside"));
        return new Checked(
                counted, check.flaws().stream().map(JournalBookCheck::flaw).toList());
    }

    private static Checked.Flaw flaw(JournalFlaw flaw) {
        return new Checked.Flaw(
                (flaw.checkpoint() == 0 ? "" : "Checkpoint " + flaw.checkpoint() + ": ") + flaw.what(), MEND);
    }
}
