package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the seller's people: who they are by id, what they do, and since when no longer. */
@Component
class PersonRows {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    PersonRows(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One of the people.
     *
     * @param access counts changes of access, role and password
     * @param leftAt when access ended
     */
    record Row(UUID person, SubjectId subject, Role role, int access, Optional<Instant> leftAt) {}

    void add(SellerId seller, UUID person, SubjectId subject, Role role) {
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO seller_person (seller_id, person_id, subject_id, role, joined_at)
                        VALUES (:seller, :person, :subject, :role, :now)
                        """)
                .param("seller", seller.value())
                .param("person", person)
                .param("subject", subject.value())
                .param("role", role.name())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Everybody who ever worked there, those who came first at the front. */
    List<Row> all(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT person_id, subject_id, role, access, left_at
                          FROM seller_person
                         WHERE seller_id = :seller
                         ORDER BY joined_at, person_id
                        """)
                .param("seller", seller.value())
                .query((row, number) -> row(row))
                .list());
    }

    List<Row> working(SellerId seller) {
        return all(seller).stream().filter(row -> row.leftAt().isEmpty()).toList();
    }

    /** The one of that id, who has to have access. */
    Row working(SellerId seller, UUID person) {
        return one(seller, person).filter(row -> row.leftAt().isEmpty()).orElseThrow(NoSuchPerson::new);
    }

    Optional<Row> one(SellerId seller, UUID person) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT person_id, subject_id, role, access, left_at
                          FROM seller_person
                         WHERE seller_id = :seller AND person_id = :person
                        """)
                .param("seller", seller.value())
                .param("person", person)
                .query((row, number) -> row(row))
                .optional());
    }

    /** Whether somebody's access, role and password are as they were when they signed in. */
    boolean isStillHere(SignedIn me) {
        return one(me.seller(), me.id())
                .filter(row -> row.leftAt().isEmpty() && row.access() == me.access() && row.role() == me.role())
                .isPresent();
    }

    /** The owners who are there, locked until the transaction ends: two owners cannot put each other out. */
    List<UUID> lockedOwners(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT person_id
                          FROM seller_person
                         WHERE seller_id = :seller AND role = 'OWNER' AND left_at IS NULL
                         ORDER BY person_id
                           FOR UPDATE
                        """)
                .param("seller", seller.value())
                .query(UUID.class)
                .list());
    }

    /**
     * Ends the access of somebody who has it, and with it the sessions there are; so do the other changes below.
     *
     * @throws NoSuchPerson if somebody else has done so in the meantime
     */
    void leaves(SellerId seller, UUID person) {
        changed(transactions.in(seller, () -> db.sql(
                        """
                        UPDATE seller_person
                           SET left_at = :now, access = access + 1
                         WHERE seller_id = :seller AND person_id = :person AND left_at IS NULL
                        """)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("seller", seller.value())
                .param("person", person)
                .update()));
    }

    /** Gives access back to somebody who has left. */
    void comesBack(SellerId seller, UUID person) {
        changed(transactions.in(seller, () -> db.sql(
                        """
                        UPDATE seller_person
                           SET left_at = NULL, access = access + 1
                         WHERE seller_id = :seller AND person_id = :person AND left_at IS NOT NULL
                        """)
                .param("seller", seller.value())
                .param("person", person)
                .update()));
    }

    /** Changes what somebody with access does. */
    void does(SellerId seller, UUID person, Role role) {
        changed(transactions.in(seller, () -> db.sql(
                        """
                        UPDATE seller_person
                           SET role = :role, access = access + 1
                         WHERE seller_id = :seller AND person_id = :person AND left_at IS NULL
                        """)
                .param("role", role.name())
                .param("seller", seller.value())
                .param("person", person)
                .update()));
    }

    /** Ends the sessions of somebody with access, who signs in anew. */
    void signsInAnew(SellerId seller, UUID person) {
        changed(transactions.in(seller, () -> db.sql(
                        """
                        UPDATE seller_person
                           SET access = access + 1
                         WHERE seller_id = :seller AND person_id = :person AND left_at IS NULL
                        """)
                .param("seller", seller.value())
                .param("person", person)
                .update()));
    }

    /** What is held on somebody is sealed under another subject from now on. */
    void sealedUnder(SellerId seller, UUID person, SubjectId subject) {
        changed(transactions.in(seller, () -> db.sql(
                        """
                        UPDATE seller_person SET subject_id = :subject
                         WHERE seller_id = :seller AND person_id = :person AND left_at IS NOT NULL
                        """)
                .param("subject", subject.value())
                .param("seller", seller.value())
                .param("person", person)
                .update()));
    }

    private static void changed(int people) {
        if (people != 1) {
            throw new NoSuchPerson();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("person_id", UUID.class),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                Role.valueOf(row.getString("role")),
                row.getInt("access"),
                Optional.ofNullable(row.getObject("left_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
