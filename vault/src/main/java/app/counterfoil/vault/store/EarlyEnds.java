package app.counterfoil.vault.store;

import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordsMoved;
import app.counterfoil.vault.sql.SellerRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Brings the ends of records forward. What still has a life is sealed again to its earlier day; what has outlived its
 * new day already is removed at once, and written down by the day it would have ended on.
 *
 * <p>The subject's secret stays: it opens what the subject is still held for, and a person whose data ended early by a
 * policy may be told to us again, which somebody who was forgotten may not.
 */
final class EarlyEnds {

    private static final String WRITE_DOWN =
            """
            INSERT INTO vault_destruction (seller_id, destruction_id, at, purpose, expires_on, rule, records)
            SELECT ?, gen_random_uuid(), ?, ?, day, ?, count(*)
              FROM unnest(?::date[]) AS gone (day)
             GROUP BY day
            """;

    private final SellerRows rows;
    private final Sealer sealer;
    private final Records records;
    private final Clock clock;

    EarlyEnds(SellerRows rows, Sealer sealer, Records records, Clock clock) {
        this.rows = rows;
        this.sealer = sealer;
        this.records = records;
        this.clock = clock;
    }

    /** Of opened records, whose subjects are locked. */
    <T> Shortened bring(RecordKind<T> kind, List<OpenedRow<T>> opened, Map<UUID, LocalDate> ends, String rule) {
        var today = LocalDate.now(clock);
        var living = new ArrayList<OpenedRow<T>>();
        var outlived = new HashMap<UUID, LocalDate>();
        for (var record : opened) {
            var place = record.place();
            if (ends.getOrDefault(place.id(), place.endsOn()).isAfter(today)) {
                living.add(record);
            } else {
                outlived.put(place.id(), place.endsOn());
            }
        }
        return new Shortened(sealer.sealEarlier(kind, living, ends), remove(kind, outlived, rule));
    }

    private int remove(RecordKind<?> kind, Map<UUID, LocalDate> outlived, String rule) {
        if (outlived.isEmpty()) {
            return 0;
        }
        int removed = records.remove(kind, outlived.keySet());
        if (removed != outlived.size()) {
            throw new RecordsMoved(outlived.size(), removed);
        }
        rows.change(
                WRITE_DOWN,
                rows.seller(),
                clock.instant(),
                kind.purpose().name(),
                rule,
                rows.array("date", outlived.values()));
        return removed;
    }
}
