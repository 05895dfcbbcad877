-- The ground every other migration stands on. Column comments begin with their class: fact (nothing about a person),
-- id (an identifier of ours), pseudonym (an outside identifier), sealed (ciphertext under a purpose), token (blind
-- search tokens), secret (a wrapped key or a hash). A test compares them with the catalogue.

CREATE FUNCTION guard_seller_table(p_table regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', p_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', p_table);
    EXECUTE format('CREATE POLICY seller_only ON %s'
        ' USING (seller_id = NULLIF(current_setting(''counterfoil.seller'', true), '''')::uuid)'
        ' WITH CHECK (seller_id = NULLIF(current_setting(''counterfoil.seller'', true), '''')::uuid)', p_table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${app_role}', p_table);
END $$;
COMMENT ON FUNCTION guard_seller_table IS 'Shows the rows of a table only to transactions of their own seller, the owner of the table included.';

CREATE FUNCTION open_installation_table(p_table regclass, p_reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('COMMENT ON TABLE %s IS %L', p_table, 'installation: ' || p_reason);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${app_role}', p_table);
END $$;
COMMENT ON FUNCTION open_installation_table IS 'Opens one of the few tables that belong to no seller, and says why it does not.';

-- The table db-scheduler works with; its definition is that of the library's documentation.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
SELECT open_installation_table('scheduled_tasks', 'jobs of the installation; they name sellers by id at most');
COMMENT ON COLUMN scheduled_tasks.task_name IS 'fact: name of the job, as the code declares it';
COMMENT ON COLUMN scheduled_tasks.task_instance IS 'id: what the job works on, an id or the word recurring';
COMMENT ON COLUMN scheduled_tasks.task_data IS 'id: ids the job needs, serialized';
COMMENT ON COLUMN scheduled_tasks.execution_time IS 'fact: when it is due, UTC';
COMMENT ON COLUMN scheduled_tasks.picked IS 'fact: whether a node works on it';
COMMENT ON COLUMN scheduled_tasks.picked_by IS 'fact: name of the node, from the setting db-scheduler.scheduler-name';
COMMENT ON COLUMN scheduled_tasks.last_success IS 'fact: when it last went well, UTC';
COMMENT ON COLUMN scheduled_tasks.last_failure IS 'fact: when it last failed, UTC';
COMMENT ON COLUMN scheduled_tasks.consecutive_failures IS 'fact: how often it failed in a row';
COMMENT ON COLUMN scheduled_tasks.last_heartbeat IS 'fact: when the node last gave a sign, UTC';
COMMENT ON COLUMN scheduled_tasks.version IS 'fact: counts changes';
COMMENT ON COLUMN scheduled_tasks.priority IS 'fact: higher goes first';
