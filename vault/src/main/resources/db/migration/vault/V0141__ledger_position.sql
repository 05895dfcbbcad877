-- How far a seller's part of the database has followed the erasure ledger, which lies outside of it. A database from a
-- backup stands at an earlier place, and is brought up to the ledger before it is opened.
CREATE TABLE vault_ledger_position (
    seller_id uuid   NOT NULL PRIMARY KEY,
    sequence  bigint NOT NULL CHECK (sequence >= 0),
    hash      text   NOT NULL
);
COMMENT ON TABLE vault_ledger_position IS 'The last entry of the erasure ledger that has been carried out on a seller''s data.';
COMMENT ON COLUMN vault_ledger_position.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_ledger_position.sequence IS 'fact: number of the entry, counted over all sellers';
COMMENT ON COLUMN vault_ledger_position.hash IS 'fact: SHA-256 of the entry and all before it, in hexadecimal digits, source: the erasure ledger';
SELECT guard_seller_table('vault_ledger_position');
REVOKE DELETE, TRUNCATE ON vault_ledger_position FROM ${app_role};
