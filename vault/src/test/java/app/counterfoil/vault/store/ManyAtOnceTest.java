package app.counterfoil.vault.store;

import static app.counterfoil.vault.store.Stories.opening;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.Stories.Contact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many records share is read once for all of them, also when the database knows well what is in its tables. */
class ManyAtOnceTest extends OneShopsVault {

    private static final int PEOPLE = 300;
    private static final int GROUPS = 120;
    /** All of them once, or one for each person; not all of them for each person. */
    private static final long MOST = GROUPS + 1 + PEOPLE;

    private final List<Sealing<Contact>> many = new ArrayList<>();

    @BeforeEach
    void manyPeopleAndManyGroups() {
        for (int i = 0; i < PEOPLE; i++) {
            many.add(sealing(SERVICE, UUID.randomUUID(), SubjectId.random(), 30, i));
        }
        database.run(seller, vault -> vault.seal(many));
        database.asOwner("INSERT INTO vault_group_key SELECT seller_id, gen_random_uuid(), epoch, wrapped, 2000"
                + " FROM vault_group_key, generate_series(1, " + GROUPS + ") WHERE seller_id = '" + seller + "'");
        database.asOwner("ANALYZE");
    }

    @Test
    void openingThemDoesNotReadAllGroupsForEach() throws SQLException {
        var refs = many.stream()
                .map(each -> new RecordRef(each.id(), each.subject()))
                .toList();
        try (var transaction = database.transaction(seller)) {
            var opened = database.vault().of(seller, transaction).open(opening(Purpose.SERVICE), SERVICE, refs);
            assertThat(opened.values()).hasSize(PEOPLE).allSatisfy(outcome -> assertThat(outcome)
                    .isInstanceOf(Outcome.Opened.class));
            assertThat(keysRead(transaction)).isBetween(1L, MOST);
            transaction.rollback();
        }
    }

    @Test
    void sealingThemAnewDoesNotReadAllGroupsForEach() throws SQLException {
        try (var transaction = database.transaction(seller)) {
            var unused = database.vault().of(seller, transaction).replace(opening(Purpose.SERVICE), SERVICE, many);
            assertThat(keysRead(transaction)).isBetween(1L, 2 * MOST);
            transaction.rollback();
        }
    }

    /** How many rows of group keys the transaction has read, by whatever way. */
    private static long keysRead(Connection transaction) throws SQLException {
        try (var statement = transaction.createStatement();
                var row = statement.executeQuery("SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables"
                        + " WHERE relname = 'vault_group_key'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
