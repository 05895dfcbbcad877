package app.counterfoil.hub.breach;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.KeepsAddresses;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.Fate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The people of an incident who stand behind no order and no account of the shop, and of whom an address is kept all the same:
 * who has agreed to a newsletter, who has asked about their data. Each is known by the subject under whom they are sealed.
 */
@Component
class ContactsInScope {

    private final Custody custody;
    private final ObjectProvider<KeepsAddresses<?>> keepers;

    ContactsInScope(Custody custody, ObjectProvider<KeepsAddresses<?>> keepers) {
        this.custody = custody;
        this.keepers = keepers;
    }

    /** Those of these subjects of whom an address is kept, or was. */
    List<UUID> among(SellerId seller, Collection<SubjectId> subjects) {
        return keepers.orderedStream()
                .flatMap(keeper -> keeper.of(seller, subjects).stream())
                .map(record -> record.subject().value())
                .distinct()
                .toList();
    }

    /** What is kept of these subjects, by the name of its kind. */
    Map<String, Set<UUID>> records(SellerId seller, Collection<SubjectId> subjects) {
        return keepers.orderedStream()
                .collect(Collectors.toMap(keeper -> keeper.kind().name(), keeper -> keeper.of(seller, subjects).stream()
                        .map(RecordRef::id)
                        .collect(Collectors.toSet())));
    }

    /** Who each of them is, as far as it is still known. */
    Map<UUID, DataSubjects> whose(SellerId seller, Collection<UUID> contacts) {
        var whose = new HashMap<UUID, DataSubjects>();
        keepers.orderedStream().forEach(keeper -> keeper.of(seller, subjects(contacts))
                .forEach(record -> whose.putIfAbsent(record.subject().value(), keeper.whose())));
        return whose;
    }

    /** Which categories are kept of those who are called so. */
    Set<String> categories(DataSubjects whose) {
        return keepers.orderedStream()
                .filter(keeper -> keeper.whose() == whose)
                .flatMap(keeper -> keeper.kind().holds().categories().stream())
                .collect(Collectors.toSet());
    }

    /** How their data stands, nobody opened: what is readable is still {@code WRITTEN} to be. */
    Map<UUID, Reach> standing(SellerId seller, Collection<UUID> contacts) {
        var subjects = subjects(contacts);
        var readable = keepers.orderedStream()
                .flatMap(keeper -> readable(seller, keeper, subjects))
                .collect(Collectors.toSet());
        var forgotten = forgotten(seller, subjects);
        var standing = new HashMap<UUID, Reach>();
        subjects.forEach(subject ->
                standing.put(subject.value(), readable.contains(subject) ? Reach.WRITTEN : gone(forgotten, subject)));
        return standing;
    }

    /** Opens them, each kind one entry of the journal. */
    List<AddressesInScope.Found> open(SellerId seller, Opening opening, Collection<UUID> contacts) {
        var subjects = subjects(contacts);
        var addresses = new LinkedHashMap<SubjectId, Set<String>>();
        keepers.orderedStream().forEach(keeper -> open(seller, opening, keeper, subjects, addresses));
        var forgotten = forgotten(seller, subjects);
        return subjects.stream()
                .map(subject -> {
                    var usable = AddressesInScope.usable(addresses.getOrDefault(subject, Set.of()).stream());
                    var reach = usable.isEmpty()
                            ? addresses.containsKey(subject) ? Reach.NOWHERE : gone(forgotten, subject)
                            : Reach.WRITTEN;
                    return new AddressesInScope.Found(subject.value(), subject, usable, reach);
                })
                .toList();
    }

    private <T> void open(
            SellerId seller,
            Opening opening,
            KeepsAddresses<T> keeper,
            Collection<SubjectId> subjects,
            Map<SubjectId, Set<String>> addresses) {
        var records = keeper.of(seller, subjects);
        if (records.isEmpty()) {
            return;
        }
        Map<UUID, Outcome<T>> outcomes =
                custody.in(seller, vault -> vault.onRequest(opening).open(keeper.kind(), records));
        for (var record : records) {
            if (outcomes.get(record.id()) instanceof Outcome.Opened<T> opened) {
                addresses
                        .computeIfAbsent(record.subject(), first -> new LinkedHashSet<>())
                        .add(keeper.address(opened.content()));
            }
        }
    }

    private Stream<SubjectId> readable(SellerId seller, KeepsAddresses<?> keeper, Collection<SubjectId> subjects) {
        var ids = keeper.of(seller, subjects).stream().map(RecordRef::id).toList();
        return custody.in(seller, vault -> vault.fatesOf(keeper.kind(), ids)).values().stream()
                .filter(fate -> fate.state() == Fate.State.READABLE)
                .map(Fate::subject);
    }

    private Set<SubjectId> forgotten(SellerId seller, Collection<SubjectId> subjects) {
        var forgotten = new HashSet<SubjectId>();
        keepers.orderedStream()
                .map(keeper -> keeper.kind().purpose())
                .distinct()
                .forEach(purpose -> forgotten.addAll(
                        custody.in(seller, vault -> vault.erasures().forgotten(purpose, subjects))));
        return forgotten;
    }

    private static Reach gone(Set<SubjectId> forgotten, SubjectId subject) {
        return forgotten.contains(subject) ? Reach.FORGOTTEN : Reach.ENDED;
    }

    private static List<SubjectId> subjects(Collection<UUID> contacts) {
        return contacts.stream().map(SubjectId::new).toList();
    }
}
