package app.counterfoil.hub.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every table, column and role of the schema must be; asks the catalogue and tells all violations at once. */
public final class CatalogueRules {

    /** Each query returns one column: the things that break the rule. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry(
                    "has no comment",
                    """
                    SELECT c.relname FROM tables c
                     WHERE NOT c.relispartition AND c.said IS NULL
                    """),
            Map.entry(
                    "is not classified as fact, id, pseudonym, sealed, token or secret with a sentence",
                    """
                    SELECT name FROM columns
                     WHERE said IS NULL OR said !~ '^(fact|id|pseudonym|sealed|token|secret): \\S.+'
                    """),
            Map.entry(
                    "is sealed but not bytea",
                    """
                    SELECT name FROM columns WHERE said LIKE 'sealed:%' AND type <> 'bytea'
                    """),
            Map.entry(
                    "is a token but not 64 bits or an array of them",
                    """
                    SELECT name FROM columns WHERE said LIKE 'token:%' AND type NOT IN ('bigint', 'bigint[]')
                    """),
            Map.entry(
                    "is a fact in text that names neither its values nor its source",
                    """
                    SELECT name FROM columns
                     WHERE said LIKE 'fact:%' AND type IN ('text', 'text[]', 'character varying', 'jsonb', 'json')
                       AND said !~ '(source: |values of the enum |as the code declares|codes? of |closed list|from the setting|[A-Z_]{2,}(,| or) )'
                    """),
            Map.entry(
                    "belongs to sellers but its primary key does not begin with seller_id",
                    """
                    SELECT c.relname FROM seller_tables c
                     WHERE NOT EXISTS (
                            SELECT 1 FROM pg_index i
                              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                             WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'seller_id')
                    """),
            Map.entry(
                    "is unique without beginning with seller_id",
                    """
                    SELECT i.indexrelid::regclass::text FROM seller_tables c
                      JOIN pg_index i ON i.indrelid = c.oid AND i.indisunique
                     WHERE NOT EXISTS (
                            SELECT 1 FROM pg_attribute a
                             WHERE a.attrelid = c.oid AND a.attnum = i.indkey[0] AND a.attname = 'seller_id')
                    """),
            Map.entry(
                    "belongs to sellers without row level security enabled and forced",
                    """
                    SELECT c.relname FROM seller_tables c WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)
                    """),
            Map.entry(
                    "belongs to sellers without exactly the one policy that shows a seller its own rows",
                    """
                    SELECT c.relname FROM seller_tables c
                     WHERE (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) <> 1
                        OR NOT EXISTS (
                            SELECT 1 FROM pg_policy p
                             WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polroles = '{0}'
                               AND pg_get_expr(p.polqual, c.oid) = :own
                               AND pg_get_expr(p.polwithcheck, c.oid) = :own)
                    """),
            Map.entry(
                    "can be emptied past its policy, or changed in shape, by the application",
                    """
                    SELECT c.relname FROM tables c
                     WHERE has_table_privilege(:app, c.oid, 'TRUNCATE')
                        OR has_table_privilege(:app, c.oid, 'TRIGGER')
                        OR has_table_privilege(:app, c.oid, 'REFERENCES')
                    """),
            Map.entry(
                    "is Flyway's, and the application can reach it",
                    """
                    SELECT relname FROM pg_class
                     WHERE relnamespace = 'counterfoil'::regnamespace AND relname = 'flyway_schema_history'
                       AND has_table_privilege(:app, oid, 'SELECT, INSERT, UPDATE, DELETE')
                    """),
            Map.entry(
                    "is owned by the application",
                    """
                    SELECT relname FROM pg_class
                     WHERE relnamespace = 'counterfoil'::regnamespace AND pg_get_userbyid(relowner) = :app
                    """),
            Map.entry(
                    "is the application's role and may more than it should",
                    """
                    SELECT rolname FROM pg_roles
                     WHERE rolname = :app
                       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
                            OR has_schema_privilege(:app, 'counterfoil', 'CREATE')
                            OR has_schema_privilege(:app, 'public', 'CREATE')
                            OR has_database_privilege(:app, current_database(), 'CREATE'))
                    """),
            Map.entry(
                    "is a view that does not read with its caller's rights, or a copy of rows",
                    """
                    SELECT relname FROM pg_class
                     WHERE relnamespace = 'counterfoil'::regnamespace
                       AND (relkind = 'm'
                            OR relkind = 'v' AND NOT COALESCE('security_invoker=true' = ANY (reloptions), false))
                    """),
            Map.entry(
                    "runs with its owner's rights without a fixed search path",
                    """
                    SELECT proname FROM pg_proc
                     WHERE pronamespace = 'counterfoil'::regnamespace AND prosecdef
                       AND NOT COALESCE(array_to_string(proconfig, ' ') LIKE '%search_path=%', false)
                    """),
            Map.entry(
                    "runs with its owner's rights and is not on the closed list",
                    """
                    SELECT proname FROM pg_proc
                     WHERE pronamespace = 'counterfoil'::regnamespace AND prosecdef
                       AND proname NOT IN (:mighty)
                    """),
            Map.entry(
                    "belongs to no seller and is not on the closed list",
                    """
                    SELECT c.relname FROM tables c
                     WHERE NOT c.relispartition AND c.root_said ~ '^installation: '
                       AND c.relname NOT IN (:sellerless)
                    """));

    /** What may run with its owner's rights: the application makes partitions, and drops those past and empty. */
    private static final List<String> MIGHTY =
            List.of("vault_add_record_partition", "vault_add_journal_partition", "vault_drop_ended_pieces");

    /** The tables that belong to no seller: each shows everybody the rows of all. */
    private static final List<String> SELLERLESS = List.of(
            "scheduled_tasks",
            "seller_seller",
            "seller_sign_in_route",
            "clock_ahead",
            "clock_jump",
            "clock_tick",
            "vault_installation_key");

    private static final String ROOTS =
            """
            WITH tables AS (
                SELECT c.oid, c.relname, c.relispartition, c.relrowsecurity, c.relforcerowsecurity,
                       obj_description(c.oid) AS said,
                       obj_description(COALESCE(pg_partition_root(c.oid), c.oid::regclass)::oid, 'pg_class') AS root_said
                  FROM pg_class c
                 WHERE c.relnamespace = 'counterfoil'::regnamespace AND c.relkind IN ('r', 'p')
                   AND c.relname <> 'flyway_schema_history'
            ), seller_tables AS (
                SELECT * FROM tables WHERE COALESCE(root_said, '') !~ '^installation: \\S'
            ), columns AS (
                SELECT c.relname || '.' || a.attname AS name, format_type(a.atttypid, NULL) AS type,
                       col_description(c.oid, a.attnum) AS said
                  FROM tables c
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                 WHERE NOT c.relispartition
            )
            """;

    private static final String OWN_ROWS =
            "(seller_id = (NULLIF(current_setting('counterfoil.seller'::text, true), ''::text))::uuid)";

    private final JdbcClient db;
    private final String appRole;

    /** Rules over the schema that this way in can see, for an application that works as this role. */
    public CatalogueRules(DataSource owner, String appRole) {
        this.db = JdbcClient.create(owner);
        this.appRole = appRole;
    }

    /** Every violation as a sentence, sorted; empty when all is well. */
    public List<String> violations() {
        var found = new ArrayList<String>();
        RULES.forEach((rule, query) -> db.sql(ROOTS + query)
                .param("own", OWN_ROWS)
                .param("app", appRole)
                .param("mighty", MIGHTY)
                .param("sellerless", SELLERLESS)
                .query(String.class)
                .list()
                .forEach(thing -> found.add(thing + " " + rule)));
        found.sort(null);
        return found;
    }
}
