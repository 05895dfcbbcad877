package app.counterfoil.hub.breach;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps whose people were written to after a breach: a letter for each address, and of each order whether it could be. */
@Component
class ToldRows {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    ToldRows(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A letter that was written.
     *
     * @param letter which
     * @param about the order or the account of the shop by which the address was found
     */
    record Written(UUID letter, UUID about) {}

    /** When the first letter and the last one was written; empty if none was. */
    record Times(Optional<Instant> first, Optional<Instant> last) {}

    /** Which of these were written to already. */
    Set<UUID> written(SellerId seller, UUID incident, Collection<UUID> of) {
        return new HashSet<>(transactions.in(seller, () -> db.sql(
                        """
                        SELECT about_id FROM breach_addressee
                         WHERE seller_id = :seller AND incident_id = :incident AND about_id = ANY (:of)
                           AND reach = 'WRITTEN'
                        """)
                .param("seller", seller.value())
                .param("incident", incident)
                .param("of", of.toArray(UUID[]::new))
                .query(UUID.class)
                .list()));
    }

    /** Whether a letter of the incident went to an address with that mark. */
    boolean has(SellerId seller, UUID incident, byte[] mark) {
        return db.sql(
                                """
                        SELECT count(*) FROM breach_letter
                         WHERE seller_id = :seller AND incident_id = :incident AND mark = :mark
                        """)
                        .param("seller", seller.value())
                        .param("incident", incident)
                        .param("mark", mark)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(SellerId seller, UUID incident, byte[] mark, Written written, UUID person) {
        db.sql(
                        """
                        INSERT INTO breach_letter
                               (seller_id, incident_id, mark, letter_id, about_id, made_at, person_id)
                        VALUES (:seller, :incident, :mark, :letter, :about, :now, :person)
                        """)
                .param("seller", seller.value())
                .param("incident", incident)
                .param("mark", mark)
                .param("letter", written.letter())
                .param("about", written.about())
                .param("now", now())
                .param("person", person)
                .update();
    }

    /** Notes whether somebody could be written to; whoever was once stays so. */
    void put(SellerId seller, UUID incident, UUID about, Reach reach) {
        db.sql(
                        """
                        INSERT INTO breach_addressee AS kept (seller_id, incident_id, about_id, reach, at)
                        VALUES (:seller, :incident, :about, :reach, :now)
                            ON CONFLICT (seller_id, incident_id, about_id)
                            DO UPDATE SET reach = excluded.reach, at = excluded.at WHERE kept.reach <> 'WRITTEN'
                        """)
                .param("seller", seller.value())
                .param("incident", incident)
                .param("about", about)
                .param("reach", reach.name())
                .param("now", now())
                .update();
    }

    /** How many there are so far of each. */
    Told told(SellerId seller, UUID incident) {
        var by = new EnumMap<Reach, Long>(Reach.class);
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT reach, count(*) FROM breach_addressee
                         WHERE seller_id = :seller AND incident_id = :incident
                         GROUP BY reach
                        """)
                .param("seller", seller.value())
                .param("incident", incident)
                .query(row -> {
                    by.put(Reach.valueOf(row.getString(1)), row.getLong(2));
                }));
        return new Told(
                letters(seller, incident).size(),
                by.getOrDefault(Reach.WRITTEN, 0L),
                by.getOrDefault(Reach.ENDED, 0L),
                by.getOrDefault(Reach.FORGOTTEN, 0L),
                by.getOrDefault(Reach.NOWHERE, 0L));
    }

    /** Those who could not be written to, and why; so many at most. */
    Map<UUID, Reach> unreached(SellerId seller, UUID incident, int most) {
        var found = new LinkedHashMap<UUID, Reach>();
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT about_id, reach FROM breach_addressee
                         WHERE seller_id = :seller AND incident_id = :incident AND reach <> 'WRITTEN'
                         ORDER BY reach, about_id
                         LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("incident", incident)
                .param("most", most)
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), Reach.valueOf(row.getString(2)));
                }));
        return found;
    }

    List<Written> letters(SellerId seller, UUID incident) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT letter_id, about_id FROM breach_letter
                         WHERE seller_id = :seller AND incident_id = :incident
                         ORDER BY made_at, letter_id
                        """)
                .param("seller", seller.value())
                .param("incident", incident)
                .query((row, number) -> new Written(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
    }

    Times times(SellerId seller, UUID incident) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT min(made_at), max(made_at) FROM breach_letter
                         WHERE seller_id = :seller AND incident_id = :incident
                        """)
                .param("seller", seller.value())
                .param("incident", incident)
                .query((row, number) -> new Times(
                        Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single());
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
