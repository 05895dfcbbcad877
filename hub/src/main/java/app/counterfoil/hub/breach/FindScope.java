package app.counterfoil.hub.breach;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrdersInScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Counts whom an incident is about, by what the system has written itself: the access journal, the ledger of disclosures,
 * the orders, or a backup and the keys that live. It opens nobody's data.
 */
@Component
class FindScope {

    private static final String RECIPIENT = CountRecords.RECIPIENT;

    private final Custody custody;
    private final Disclosures disclosures;
    private final OrdersInScope orders;
    private final CountRecords count;
    private final CountBackup backup;
    private final ContactsInScope contacts;

    FindScope(
            Custody custody,
            Disclosures disclosures,
            OrdersInScope orders,
            CountRecords count,
            CountBackup backup,
            ContactsInScope contacts) {
        this.custody = custody;
        this.disclosures = disclosures;
        this.orders = orders;
        this.count = count;
        this.backup = backup;
        this.contacts = contacts;
    }

    /** @throws NotAnIncident if it is asked for a backup that is not known */
    void refuseUnknown(Question question) {
        if (question.asked() == Asked.BACKUP) {
            var unused = backup.file(question.backup());
        }
    }

    /** @param read is told how many records of a backup were read, which takes long */
    Scope.Found of(SellerId seller, Question question, LongConsumer read) {
        return switch (question.asked()) {
            case STAFF, TOKEN, TIME -> opened(seller, question.from(), question.before(), question.account());
            case RECIPIENT -> given(seller, question.service().orElseThrow(), question.from(), question.before());
            case CHANNEL -> sold(seller, question.service().orElseThrow(), question.from(), question.before());
            case BACKUP -> backup.of(seller, question.backup(), read);
        };
    }

    private Scope.Found opened(SellerId seller, Instant from, Instant before, Optional<UUID> account) {
        var opened = custody.in(seller, vault -> vault.journal().opened(from, before, account));
        return count.of(seller, opened);
    }

    /** The recipient has what it was given, whatever ends here; what still opens here is told of the same people. */
    private Scope.Found given(SellerId seller, OutsideService to, Instant from, Instant before) {
        var entries = disclosures.to(seller, to.name(), from, before).stream()
                .map(Disclosure.Entry::what)
                .toList();
        var about = entries.stream()
                .map(Disclosure::order)
                .filter(order -> !order.equals(Disclosure.NO_ORDER))
                .collect(Collectors.toSet());
        var subjects = new HashSet<>(entries.stream().map(Disclosure::subject).toList());
        var held = new HashMap<>(contacts.records(seller, subjects));
        held.put(RECIPIENT, about);
        var here = count.of(seller, held);
        return new Scope.Found(
                subjects.size(),
                entries.size(),
                here.readable(),
                here.ended(),
                here.forgotten(),
                0,
                here.contract(),
                entries.stream()
                        .flatMap(entry -> entry.categories().stream())
                        .map(DataCategory::title)
                        .toList(),
                entries.stream().map(Disclosure::purpose).collect(Collectors.toSet()),
                List.copyOf(about),
                List.of(),
                contacts.among(seller, subjects));
    }

    private Scope.Found sold(SellerId seller, OutsideService channel, Instant from, Instant before) {
        return count.ofOrders(seller, orders.placed(seller, channel, from, before));
    }
}
