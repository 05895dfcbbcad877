-- Transaction numbers belong to one database cluster and begin low again in another. Entries and checkpoints carry the
-- cluster's own number, so that a range is never counted across two of them.
ALTER TABLE vault_journal
    ADD COLUMN cluster bigint NOT NULL DEFAULT ((pg_control_system()).system_identifier);
COMMENT ON COLUMN vault_journal.cluster IS 'fact: system identifier of the database cluster that counted the transaction';

ALTER TABLE vault_checkpoint
    ADD COLUMN cluster bigint NOT NULL DEFAULT ((pg_control_system()).system_identifier),
    ADD COLUMN format smallint NOT NULL DEFAULT 1;
ALTER TABLE vault_checkpoint ALTER COLUMN format DROP DEFAULT;
COMMENT ON COLUMN vault_checkpoint.cluster IS 'fact: system identifier of the database cluster whose transactions are counted';
COMMENT ON COLUMN vault_checkpoint.format IS 'fact: what the hash is made over: 1 entries alone, 2 range, time, cluster and transactions too';
