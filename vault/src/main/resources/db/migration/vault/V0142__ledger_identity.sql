COMMENT ON COLUMN vault_installation_key.name IS 'fact: number of the epoch, SIGNING, ROUTING, or LEDGER for the erasure ledger';
COMMENT ON COLUMN vault_installation_key.fingerprint IS 'secret: HMAC-SHA256 of a fixed text under the key; for the ledger SHA-256 of its first line';
