package app.counterfoil.hub.breach;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrdersInScope;
import app.counterfoil.hub.safekeeping.KnownBackups;
import app.counterfoil.hub.safekeeping.SealedInBackup;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.Fate;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Counts whose data a backup gives away today to somebody who has the file and the living keys. Whoever was forgotten, and
 * whatever has ended, since it was made counts as given away until the epoch's key is destroyed: it is told how many.
 */
@Component
class CountBackup {

    /** Who started it is looked at as often: no more work for somebody whose access has ended. */
    private static final long TOLD_EVERY = 20_000;

    private final KnownBackups backups;
    private final Custody custody;
    private final OrdersInScope orders;
    private final CountRecords kinds;
    private final BusinessClock clock;

    CountBackup(KnownBackups backups, Custody custody, OrdersInScope orders, CountRecords kinds, BusinessClock clock) {
        this.backups = backups;
        this.custody = custody;
        this.orders = orders;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * What is told of one purpose.
     *
     * @param records how many sealed records are in the backup
     * @param readable how many of them open beside the living keys
     * @param people whose those are
     * @param ended how many of those that open have ended here since
     * @param forgotten of how many of those that open the person was forgotten here since
     */
    record Told(Purpose purpose, long records, long readable, long people, long ended, long forgotten) {}

    /**
     * What is in the backup, shop by shop and purpose by purpose; empty if the file opens for nobody.
     *
     * @param read is told again and again how many records were read
     */
    Optional<Map<SellerId, Map<Purpose, BackupTally>>> read(Path file, LongConsumer read) {
        var shops = new LinkedHashMap<SellerId, Map<Purpose, BackupTally>>();
        var today = clock.today();
        var records = new AtomicLong();
        var opens = backups.each(file, record -> {
            shops.computeIfAbsent(new SellerId(record.seller()), shop -> new EnumMap<>(Purpose.class))
                    .computeIfAbsent(record.purpose(), BackupTally::new)
                    .add(record, today);
            if (records.incrementAndGet() % TOLD_EVERY == 0) {
                read.accept(records.get());
            }
        });
        return opens ? Optional.of(shops) : Optional.empty();
    }

    /** What is told of it now, beside what has become of the shop's data since. */
    Told told(SellerId seller, BackupTally tally) {
        var forgotten = forgotten(seller, tally);
        return new Told(
                tally.purpose(),
                tally.records(),
                tally.readable(),
                tally.people().size(),
                ended(seller, tally, forgotten),
                tally.about(forgotten));
    }

    /** @throws NotAnIncident if it is none of the backups that are known */
    Path file(String name) {
        return backups.file(name)
                .orElseThrow(() ->
                        NotAnIncident.field("backup", "There is no such backup here.", "Choose one of the list."));
    }

    /** @throws NotAnIncident if it is none of the backups that are known */
    Scope.Found of(SellerId seller, String name, LongConsumer read) {
        var tallies = read(file(name), read)
                .map(shops -> shops.getOrDefault(seller, Map.of()))
                .orElse(Map.of());
        var told = tallies.values().stream().map(tally -> told(seller, tally)).toList();
        var people = new HashSet<SubjectId>();
        tallies.values().forEach(tally -> people.addAll(tally.people()));
        var about = orders.about(seller, people);
        return new Scope.Found(
                people.size(),
                told.stream().mapToLong(Told::records).sum(),
                told.stream().mapToLong(Told::readable).sum(),
                told.stream().mapToLong(Told::ended).sum(),
                told.stream().mapToLong(Told::forgotten).sum(),
                0,
                about.stream().anyMatch(order -> OutsideService.toldOfBreaches().contains(order.service())),
                categories(tallies.values().stream()
                        .flatMap(tally -> tally.kinds().stream())
                        .collect(Collectors.toSet())),
                told.stream()
                        .filter(each -> each.readable() > 0)
                        .map(Told::purpose)
                        .collect(Collectors.toSet()),
                about.stream().map(OrdersInScope.One::id).toList(),
                kinds.staff(seller, people),
                kinds.contacts(seller, people));
    }

    private List<String> categories(Set<String> names) {
        return kinds.declared().stream()
                .filter(kind -> names.contains(kind.name()))
                .flatMap(kind -> kind.holds().categories().stream())
                .toList();
    }

    private Set<SubjectId> forgotten(SellerId seller, BackupTally tally) {
        return custody.in(seller, vault -> vault.erasures().forgotten(tally.purpose(), tally.people()));
    }

    /** What was carried on meanwhile, and lives, has not ended, whatever day it had then. */
    private long ended(SellerId seller, BackupTally tally, Set<SubjectId> forgotten) {
        var past = tally.pastTheirDay().stream()
                .filter(record -> !forgotten.contains(record.subject()))
                .collect(Collectors.groupingBy(
                        SealedInBackup::kind, Collectors.mapping(SealedInBackup::id, Collectors.toSet())));
        return kinds.declared().stream()
                .filter(kind -> past.containsKey(kind.name()))
                .mapToLong(kind -> ended(seller, kind, past.getOrDefault(kind.name(), Set.of())))
                .sum();
    }

    private long ended(SellerId seller, RecordKind<?> kind, Set<UUID> ids) {
        var fates = custody.in(seller, vault -> vault.fatesOf(kind, ids));
        return ids.stream()
                .filter(id -> Optional.ofNullable(fates.get(id))
                        .filter(fate -> fate.state() == Fate.State.READABLE)
                        .isEmpty())
                .count();
    }
}
