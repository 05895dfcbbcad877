package app.counterfoil.hub.export;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The copies that were made: gives them out until their end, withdraws them, and destroys those in which somebody is named. */
@Component
public class Copies {

    private static final String WITHDRAWN = "EXPORT_WITHDRAWN";
    private static final String NAMES_REQUESTER = "EXPORT_NAMES_REQUESTER";

    private final CopyRows rows;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    Copies(CopyRows rows, Custody custody, SellerTransactions transactions, BusinessClock clock) {
        this.rows = rows;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A download.
     *
     * @param at when, business time
     * @param reader who
     */
    public record Fetch(Instant at, UUID reader) {}

    /** The copies that were made last, the latest first. */
    public List<Copy> latest(SellerId seller, int most) {
        return transactions.in(seller, () -> rows.latest(seller, most));
    }

    /**
     * One of them.
     *
     * @throws NoSuchCopy if the seller has none of that id
     */
    public Copy one(SellerId seller, UUID id) {
        return transactions.in(seller, () -> rows.one(seller, id).orElseThrow(NoSuchCopy::new));
    }

    /** Who has downloaded it, the latest first. */
    public List<Fetch> fetches(SellerId seller, UUID id) {
        return transactions.in(seller, () -> rows.fetches(seller, id));
    }

    /** Why it was made, in the words of who made it; empty for a reader whose role does not carry that, or once it has ended. */
    public Optional<String> reason(SellerId seller, Copy copy, Reader reader) {
        if (!reader.carries(Purpose.STAFF)) {
            return Optional.empty();
        }
        var opening = new Opening(reader, Purpose.STAFF, copy.journalled());
        return custody.in(
                        seller,
                        vault -> vault.openOne(opening, CopyReason.KIND, new RecordRef(copy.id(), copy.subject())))
                .opened()
                .map(CopyReason::text);
    }

    /**
     * Gives the file out. That it was fetched, and by whom, stands beside the copy, and in the journal if it names people.
     *
     * @throws Refusal if it has ended, was withdrawn or was never finished
     * @throws app.counterfoil.vault.PurposeNotCarried if the reader's role does not carry its purpose
     */
    public byte[] fetch(SellerId seller, UUID id, Reader reader) {
        return transactions.in(seller, () -> {
            var copy = rows.one(seller, id).orElseThrow(NoSuchCopy::new);
            if (!copy.standsOn(clock.today())) {
                throw new NothingToFetch(copy.stateOn(clock.today()));
            }
            var file = copy.purpose()
                    .carried()
                    .map(purpose -> opened(seller, copy, purpose, reader))
                    .orElseGet(() -> rows.facts(seller, id))
                    .orElseThrow(() -> new NothingToFetch("Ended"));
            rows.fetched(seller, id, reader.id());
            return file;
        });
    }

    private Optional<byte[]> opened(SellerId seller, Copy copy, Purpose purpose, Reader reader) {
        var opening = new Opening(reader, purpose, copy.journalled());
        var ref = new RecordRef(copy.id(), copy.subject());
        return custody.in(seller, vault -> vault.openOne(opening, SealedCopy.kind(purpose), ref))
                .opened()
                .map(SealedCopy::file);
    }

    /**
     * Withdraws a copy: nobody can fetch it from now on. One that cannot be fetched anyway stays as it is.
     *
     * @throws NoSuchCopy if the seller has none of that id
     */
    public void withdraw(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            var copy = rows.locked(seller, id).orElseThrow(NoSuchCopy::new);
            if (copy.standsOn(clock.today())) {
                end(seller, copy, CopyState.WITHDRAWN, WITHDRAWN, Optional.of(person));
            }
        });
    }

    /** The copies that name somebody of these orders, by order, the latest first; also those that have ended here. */
    public Map<UUID, List<Copy>> naming(SellerId seller, List<UUID> orders) {
        return transactions.in(seller, () -> rows.naming(seller, orders).stream()
                .collect(Collectors.groupingBy(
                        CopyRows.Naming::order, Collectors.mapping(CopyRows.Naming::copy, Collectors.toList()))));
    }

    /**
     * Destroys every copy that names somebody of these orders and can still be fetched, since their data is erased or its
     * use restricted; in the running transaction of the seller or one of its own.
     *
     * @return how many were destroyed
     */
    public int destroyNaming(SellerId seller, List<UUID> orders, Optional<UUID> person) {
        return transactions.in(seller, () -> {
            var ids = rows.naming(seller, orders).stream()
                    .map(each -> each.copy().id())
                    .distinct()
                    .sorted()
                    .toList();
            var destroyed = 0;
            for (var id : ids) {
                var copy = rows.locked(seller, id).orElseThrow(NoSuchCopy::new);
                if (copy.standsOn(clock.today())) {
                    end(seller, copy, CopyState.DESTROYED, NAMES_REQUESTER, person);
                    destroyed++;
                }
            }
            return destroyed;
        });
    }

    private void end(SellerId seller, Copy copy, CopyState state, String rule, Optional<UUID> person) {
        copy.purpose()
                .carried()
                .ifPresent(purpose ->
                        custody.in(seller, vault -> vault.forget(List.of(copy.subject()), Set.of(purpose), rule)));
        rows.state(seller, copy.id(), state, person);
        rows.tidy(seller, clock.today());
    }

    /** There is no such copy. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchCopy extends Refusal {
        NoSuchCopy() {
            super("There is no such copy.", "Look for it in the list of exports.");
        }
    }

    /** It cannot be fetched. */
    @ResponseStatus(HttpStatus.GONE)
    private static final class NothingToFetch extends Refusal {
        NothingToFetch(String state) {
            super("This copy cannot be fetched: " + state.toLowerCase(Locale.ROOT) + ".", "Make a new one.");
        }
    }
}
