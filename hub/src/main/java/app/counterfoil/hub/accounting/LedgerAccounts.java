package app.counterfoil.hub.accounting;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The seller's accounts at accounting services, and who speaks to each. */
@Component
public class LedgerAccounts {

    private final List<Ledger> ledgers;
    private final Accounts accounts;

    LedgerAccounts(List<Ledger> ledgers, Accounts accounts) {
        this.ledgers = List.copyOf(ledgers);
        this.accounts = accounts;
    }

    /** All accounts at accounting services, the first connected first. */
    public List<Account> of(SellerId seller) {
        return accounts.of(seller).stream()
                .filter(account -> ledger(account).isPresent())
                .toList();
    }

    /**
     * One of them.
     *
     * @throws NoSuchBooks if there is none like that
     */
    public Account of(SellerId seller, UUID id) {
        return of(seller).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchBooks::new);
    }

    /**
     * What there is to choose from at the service.
     *
     * @throws app.counterfoil.hub.connection.ServiceUnusable if it cannot be asked
     */
    public Chart chart(Account account) {
        return of(account).chart(account);
    }

    /** Who speaks to the account. */
    Ledger of(Account account) {
        return ledger(account).orElseThrow(NoSuchBooks::new);
    }

    private Optional<Ledger> ledger(Account account) {
        return ledgers.stream()
                .filter(ledger -> ledger.service() == account.service())
                .findFirst();
    }

    /** There are no such books with this seller. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class NoSuchBooks extends Refusal {
        NoSuchBooks() {
            super("There are no such books.", "Look at the list under Bookkeeping.");
        }
    }
}
