package app.counterfoil.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.measure.SellerId;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SellerTransactionsTest {

    private final HubDatabase database = HubDatabase.fresh();
    private final HikariDataSource pool = pool(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
    private final JdbcTemplate template = template(pool);
    private final JdbcClient db = JdbcClient.create(template);
    private final SellerTransactions seller = new SellerTransactions(transactions, pool);
    private SellerId anna = new SellerId(UUID.randomUUID());
    private SellerId ben = new SellerId(UUID.randomUUID());

    @BeforeAll
    void aSampleTable() {
        new JdbcTemplate(database.owner())
                .execute("CREATE TABLE sample (seller_id uuid PRIMARY KEY); SELECT guard_seller_table('sample')");
    }

    @AfterAll
    void thePoolEnds() {
        pool.close();
    }

    @BeforeEach
    void twoNewSellers() {
        anna = new SellerId(UUID.randomUUID());
        ben = new SellerId(UUID.randomUUID());
    }

    @Test
    void twoSellersNeverSeeEachOthersRows() {
        seller.run(anna, () -> put(anna));
        seller.run(ben, () -> put(ben));

        assertThat(seller.in(anna, this::rows)).containsExactly(anna.value());
        assertThat(seller.in(ben, this::rows)).containsExactly(ben.value());
    }

    @Test
    void withoutASellerThereAreNoRows() {
        seller.run(anna, () -> put(anna));

        assertThat(rows()).isEmpty();
    }

    @Test
    void nobodyWritesARowForAnother() {
        assertThatThrownBy(() -> seller.run(anna, () -> put(ben))).rootCause().hasMessageContaining("SQL state 42501");
    }

    @Test
    void theConnectionGoesBackWithoutTheSeller() {
        assertThat(seller.in(anna, this::currentSeller)).isEqualTo(anna.toString());

        assertThat(currentSeller()).isEmpty();
    }

    @Test
    void workOfTheSameSellerJoinsTheRunningTransaction() {
        assertThatThrownBy(() -> seller.run(anna, () -> {
                    seller.run(anna, () -> put(anna));
                    throw new IllegalStateException("the outer work failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(seller.in(anna, this::rows)).isEmpty();
    }

    @Test
    void aRunningTransactionWithoutASellerIsGivenOne() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            seller.run(anna, () -> put(anna));
            assertThat(rows()).containsExactly(anna.value());
        });
    }

    @Test
    void anotherSellersTransactionIsRefusedAndUndone() {
        assertThatThrownBy(() -> seller.run(anna, () -> {
                    put(anna);
                    seller.run(ben, () -> put(ben));
                }))
                .isInstanceOf(AnotherSellersTransaction.class);

        assertThat(seller.in(anna, this::rows)).isEmpty();
        assertThat(seller.in(ben, this::rows)).isEmpty();
    }

    @Test
    void aNewTransactionInsideASellersMayBeAnothersAndTheFirstGoesOn() {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        seller.run(anna, () -> {
            apart.executeWithoutResult(status -> seller.run(ben, () -> put(ben)));
            put(anna);
        });

        assertThat(seller.in(anna, this::rows)).containsExactly(anna.value());
        assertThat(seller.in(ben, this::rows)).containsExactly(ben.value());
    }

    @Test
    void aFailedStatementShowsNoValueAndNoStatement() {
        seller.run(anna, () -> put(anna));

        assertThatThrownBy(() -> seller.run(anna, () -> put(anna)))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("SQL state 23505, table sample, constraint sample_pkey")
                .satisfies(this::showsNothing);
        assertThatThrownBy(() -> seller.run(
                        anna,
                        () -> template.batchUpdate(
                                "INSERT INTO sample VALUES (?)",
                                List.of(new Object[] {anna.value()}, new Object[] {anna.value()}))))
                .isInstanceOf(DuplicateKeyException.class)
                .satisfies(this::showsNothing);
        assertThatThrownBy(() ->
                        db.sql("SELECT '" + anna + "' FROM nowhere").query().listOfRows())
                .isInstanceOf(BadSqlGrammarException.class)
                .satisfies(this::showsNothing);
    }

    private void showsNothing(Throwable failure) {
        var all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain(anna.toString()).doesNotContain("INSERT INTO");
    }

    /** Two connections, so that a seller left on one of them would be met again. */
    private static HikariDataSource pool(HubDatabase database) {
        var config = new HikariConfig();
        config.setDataSource(database.app());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static JdbcTemplate template(DataSource pool) {
        var template = new JdbcTemplate(pool);
        template.setExceptionTranslator(new ValuesStayOut());
        return template;
    }

    private void put(SellerId row) {
        db.sql("INSERT INTO sample VALUES (:seller)")
                .param("seller", row.value())
                .update();
    }

    private List<UUID> rows() {
        return db.sql("SELECT seller_id FROM sample").query(UUID.class).list();
    }

    private String currentSeller() {
        return db.sql("SELECT COALESCE(current_setting('counterfoil.seller', true), '')")
                .query(String.class)
                .single();
    }
}
