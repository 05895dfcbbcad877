package app.counterfoil.hub.bookkeeper;

import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.accounting.Postings;
import app.counterfoil.hub.invoice.IssuedByMonth;
import app.counterfoil.hub.invoice.IssuedByMonth.Issued;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.vatreturn.FrozenReturn;
import app.counterfoil.hub.vatreturn.VatReturns;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Answers of each month what was issued in it, what of that is in the books and in a return, and what may still change. */
@Component
public class MonthsOfBooks {

    private final IssuedByMonth issued;
    private final Postings postings;
    private final LedgerAccounts ledgers;
    private final VatReturns returns;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    MonthsOfBooks(
            IssuedByMonth issued,
            Postings postings,
            LedgerAccounts ledgers,
            VatReturns returns,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.issued = issued;
        this.postings = postings;
        this.ledgers = ledgers;
        this.returns = returns;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The months in which anything was issued, the latest first, of so many until today. */
    public List<MonthOfBooks> latest(SellerId seller, int months) {
        return transactions.in(seller, () -> {
            var now = YearMonth.from(clock.today());
            var from = now.minusMonths(months - 1L).atDay(1);
            var before = now.plusMonths(1).atDay(1);
            var byMonth = issued.of(seller, from, before).stream().collect(Collectors.groupingBy(Issued::month));
            var hasBooks = !ledgers.of(seller).isEmpty();
            var entered = postings.entered(seller, from, before);
            var declared = returns.standing(seller);
            return byMonth.keySet().stream()
                    .sorted(Comparator.reverseOrder())
                    .map(month -> new MonthOfBooks(
                            month,
                            byMonth.getOrDefault(month, List.of()),
                            hasBooks ? Optional.of(entered.getOrDefault(month, 0L)) : Optional.empty(),
                            of(month, declared)))
                    .toList();
        });
    }

    private static Optional<FrozenReturn> of(YearMonth month, List<FrozenReturn> declared) {
        var last = month.atEndOfMonth();
        return declared.stream()
                .filter(each -> !each.period().start().isAfter(last)
                        && !each.period().end().isBefore(last))
                .findFirst();
    }
}
