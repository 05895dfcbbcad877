package app.counterfoil.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the application searches by is answered by an index, although the rows are guarded: a search that reads all rows of
 * a seller takes longer with every order.
 */
class IndexesAnswerTest {

    private static final UUID SELLER = UUID.randomUUID();

    private final HubDatabase database = HubDatabase.fresh();
    private JdbcTemplate app;

    @BeforeEach
    void aSellerWithManyOrders() throws Exception {
        app = new JdbcTemplate(new SingleConnectionDataSource(database.app().getConnection(), true));
        app.execute("SELECT vault_add_record_partition('DELIVERY', '2026-01-01', '2026-02-01');"
                + " SELECT vault_add_journal_partition('2026-01-01', '2026-02-01');"
                + " SELECT set_config('counterfoil.seller', '" + SELLER + "', false)");
        app.update(
                """
                INSERT INTO vault_record
                       (seller_id, purpose, kind, record_id, expires_on, version, subject_id, sealed, tokens)
                SELECT ?, 'DELIVERY', 'sample', gen_random_uuid(), '2026-01-07', 1, gen_random_uuid(), '', ARRAY[number]
                  FROM generate_series(1, 5000) AS number
                """,
                SELLER);
        app.update(
                """
                INSERT INTO vault_journal (seller_id, at, entry_id, reader_id, act, purpose, reason, kind, records)
                SELECT ?, '2026-01-07', gen_random_uuid(), gen_random_uuid(), 'OPEN', 'DELIVERY', 'TEST', 'sample',
                       ARRAY[gen_random_uuid()]
                  FROM generate_series(1, 5000)
                """,
                SELLER);
        app.update(
                """
                INSERT INTO order_line (seller_id, order_id, line, channel_line_id, sku, title, quantity, total_minor)
                SELECT ?, gen_random_uuid(), 1, number, 'sku-' || number, 'Mug', 1, 100
                  FROM generate_series(1, 5000) AS number
                """,
                SELLER);
        new JdbcTemplate(database.owner()).execute("ANALYZE vault_record; ANALYZE vault_journal; ANALYZE order_line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tokens_idx     | vault_record WHERE seller_id = 'SELLER' AND purpose = 'DELIVERY' AND tokens @> '{77}'",
                "records_idx    | vault_journal WHERE seller_id = 'SELLER' AND records @> ARRAY['SELLER']::uuid[]",
                "order_line_sku | order_line WHERE seller_id = 'SELLER' AND upper(sku) = 'SKU-77'"
            })
    void theIndexAnswers(String index, String asked) {
        var plan =
                app.queryForList("EXPLAIN SELECT 1 FROM " + asked.replace("SELLER", SELLER.toString()), String.class);
        assertThat(String.join("\n", plan)).contains(index);
    }
}
