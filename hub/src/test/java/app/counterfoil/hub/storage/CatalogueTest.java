package app.counterfoil.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class CatalogueTest {

    private static final String GOOD =
            """
            CREATE TABLE sample (seller_id uuid, sample_id uuid, content bytea, colour text, tokens bigint[],
                                 PRIMARY KEY (seller_id, sample_id));
            COMMENT ON TABLE sample IS 'Samples.';
            COMMENT ON COLUMN sample.seller_id IS 'id: the seller';
            COMMENT ON COLUMN sample.sample_id IS 'id: the sample';
            COMMENT ON COLUMN sample.content IS 'sealed: the content';
            COMMENT ON COLUMN sample.colour IS 'fact: RED or BLUE';
            COMMENT ON COLUMN sample.tokens IS 'token: words of the content';
            SELECT guard_seller_table('sample');
            """;

    @Test
    void everyTableColumnAndRoleOfTheSchemaKeepsTheRules() {
        var database = HubDatabase.fresh();
        // The vault's tables get their partitions while the hub runs; those are held to the rules as well.
        new JdbcTemplate(database.app())
                .execute("SELECT vault_add_record_partition('DELIVERY', '2026-01-01', '2026-01-02');"
                        + " SELECT vault_add_journal_partition('2026-01-01', '2026-02-01')");

        assertThat(violations(database)).isEmpty();
    }

    @Test
    void aWellMadeTableBreaksNoRule() {
        assertThat(violationsAfter("")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void everyBreachIsTold(String violation, String breach) {
        assertThat(violationsAfter(breach)).contains(violation);
    }

    @Test
    void whatTheApplicationOwnsIsTold() throws SQLException {
        var database = HubDatabase.fresh();
        new JdbcTemplate(database.owner()).execute(GOOD);
        database.change("ALTER TABLE counterfoil.sample OWNER TO " + database.appRole());
        assertThat(violations(database)).contains("sample is owned by the application");
    }

    static Stream<Arguments> breaches() {
        var unguarded = "sample belongs to sellers without exactly the one policy that shows a seller its own rows";
        var unforced = "sample belongs to sellers without row level security enabled and forced";
        var unclassified = "is not classified as fact, id, pseudonym, sealed, token or secret with a sentence";
        var power = "can be emptied past its policy, or changed in shape, by the application";
        var ofTables = Stream.of(
                Arguments.of("sample has no comment", "COMMENT ON TABLE sample IS NULL"),
                Arguments.of("sample.extra " + unclassified, "ALTER TABLE sample ADD extra integer"),
                Arguments.of("sample.colour " + unclassified, "COMMENT ON COLUMN sample.colour IS 'personal: a name'"),
                Arguments.of(
                        "sample.colour is sealed but not bytea", "COMMENT ON COLUMN sample.colour IS 'sealed: a name'"),
                Arguments.of(
                        "sample.colour is a token but not 64 bits or an array of them",
                        "COMMENT ON COLUMN sample.colour IS 'token: a word'"),
                Arguments.of(
                        "sample.colour is a fact in text that names neither its values nor its source",
                        "COMMENT ON COLUMN sample.colour IS 'fact: what the buyer said'"),
                Arguments.of(
                        "sample belongs to sellers but its primary key does not begin with seller_id",
                        "ALTER TABLE sample DROP CONSTRAINT sample_pkey, ADD PRIMARY KEY (sample_id, seller_id)"),
                Arguments.of(
                        "sample_colour_seller_id_key is unique without beginning with seller_id",
                        "ALTER TABLE sample ADD UNIQUE (colour, seller_id)"),
                Arguments.of(unforced, "ALTER TABLE sample NO FORCE ROW LEVEL SECURITY"),
                Arguments.of(unforced, "ALTER TABLE sample DISABLE ROW LEVEL SECURITY"),
                Arguments.of(unguarded, "DROP POLICY seller_only ON sample"),
                Arguments.of(unguarded, "CREATE POLICY everybody ON sample USING (true)"),
                Arguments.of(unguarded, "ALTER POLICY seller_only ON sample WITH CHECK (true)"),
                Arguments.of("sample " + power, "GRANT TRUNCATE ON sample TO counterfoil_app"),
                Arguments.of(
                        "flyway_schema_history is Flyway's, and the application can reach it",
                        "GRANT SELECT ON flyway_schema_history TO counterfoil_app"));
        return Stream.concat(ofTables, breachesBesideTables());
    }

    private static Stream<Arguments> breachesBesideTables() {
        return Stream.of(
                Arguments.of(
                        "counterfoil_app is the application's role and may more than it should",
                        "GRANT CREATE ON SCHEMA counterfoil TO counterfoil_app"),
                Arguments.of(
                        "samples is a view that does not read with its caller's rights, or a copy of rows",
                        "CREATE VIEW samples AS SELECT sample_id FROM sample"),
                Arguments.of(
                        "all_samples runs with its owner's rights without a fixed search path",
                        "CREATE FUNCTION all_samples() RETURNS bigint LANGUAGE sql SECURITY DEFINER"
                                + " AS 'SELECT count(*) FROM counterfoil.sample'"),
                Arguments.of(
                        "all_samples runs with its owner's rights and is not on the closed list",
                        "CREATE FUNCTION all_samples() RETURNS bigint LANGUAGE sql SECURITY DEFINER"
                                + " SET search_path = counterfoil, pg_temp AS 'SELECT count(*) FROM sample'"),
                Arguments.of(
                        "board belongs to no seller and is not on the closed list",
                        "CREATE TABLE board (board_id uuid PRIMARY KEY);"
                                + " SELECT open_installation_table('board', 'everybody may read it')"),
                Arguments.of(
                        "piece belongs to sellers without row level security enabled and forced",
                        """
                        CREATE TABLE whole (seller_id uuid, day date, PRIMARY KEY (seller_id, day)) PARTITION BY RANGE (day);
                        SELECT guard_seller_table('whole');
                        CREATE TABLE piece PARTITION OF whole FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                        """));
    }

    private static List<String> violationsAfter(String breach) {
        var database = HubDatabase.fresh();
        new JdbcTemplate(database.owner()).execute(GOOD + breach);
        return violations(database);
    }

    private static List<String> violations(HubDatabase database) {
        return new CatalogueRules(database.owner(), database.appRole()).violations();
    }
}
