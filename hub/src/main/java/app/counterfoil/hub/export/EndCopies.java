package app.counterfoil.hub.export;

import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When a day has begun, files of facts whose copies have ended go; sealed ones end by themselves. */
@Component
class EndCopies implements HearsDayTurn {

    private final CopyRows rows;
    private final SellerTransactions transactions;

    EndCopies(CopyRows rows, SellerTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        transactions.run(seller, () -> rows.tidy(seller, today));
    }
}
