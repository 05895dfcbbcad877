-- What the database remembers of the keys outside it, so that it is never opened or filled under others.
CREATE TABLE vault_installation_key (
    name        text  NOT NULL PRIMARY KEY,
    fingerprint bytea NOT NULL
);
SELECT open_installation_table('vault_installation_key', 'fingerprints of the keys outside the database, which all sellers share');
COMMENT ON COLUMN vault_installation_key.name IS 'fact: number of the epoch, SIGNING or ROUTING';
COMMENT ON COLUMN vault_installation_key.fingerprint IS 'secret: HMAC-SHA256 of a fixed text under the key';
REVOKE UPDATE, DELETE, TRUNCATE ON vault_installation_key FROM ${app_role};
