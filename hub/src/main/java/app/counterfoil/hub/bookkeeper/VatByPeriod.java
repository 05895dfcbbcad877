package app.counterfoil.hub.bookkeeper;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.vatreturn.VatPeriod;
import app.counterfoil.hub.vatreturn.VatPeriods;
import app.counterfoil.hub.vatreturn.VatReturns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The VAT of the latest periods: as it was declared, and where it was not, as documents stand now. */
@Component
public class VatByPeriod {

    private final VatReturns returns;
    private final VatPeriods periods;
    private final SellerTransactions transactions;

    VatByPeriod(VatReturns returns, VatPeriods periods, SellerTransactions transactions) {
        this.returns = returns;
        this.periods = periods;
        this.transactions = transactions;
    }

    /** The latest periods that have begun, the latest first. */
    public List<VatOfPeriod> latest(SellerId seller, int most) {
        return transactions.in(seller, () -> {
            var begun = periods.begun(seller);
            var latest = IntStream.range(Math.max(0, begun.size() - most), begun.size())
                    .mapToObj(at -> of(seller, begun.get(at)))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.reverse(latest);
            return List.copyOf(latest);
        });
    }

    private VatOfPeriod of(SellerId seller, VatPeriod period) {
        return returns.standing(seller, period)
                .map(made -> new VatOfPeriod(period, made.boxes(), true))
                .orElseGet(() -> new VatOfPeriod(
                        period, returns.draft(seller, period).figures().boxes(), false));
    }
}
