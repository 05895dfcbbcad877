CREATE TABLE connection_account (
    seller_id    uuid        NOT NULL,
    account_id   uuid        NOT NULL,
    service      text        NOT NULL,
    name         text        NOT NULL,
    connected_at timestamptz NOT NULL,
    credential   bigint      NOT NULL,
    removed_at   timestamptz,
    PRIMARY KEY (seller_id, account_id)
);
COMMENT ON TABLE connection_account IS 'Accounts the seller has at outside services; their credentials are kept secrets of the vault.';
COMMENT ON COLUMN connection_account.seller_id IS 'id: the seller';
COMMENT ON COLUMN connection_account.account_id IS 'id: the account';
COMMENT ON COLUMN connection_account.service IS 'fact: AMAZON, EBAY or ROYAL_MAIL';
COMMENT ON COLUMN connection_account.name IS 'fact: what the seller calls the account, source: its owner';
COMMENT ON COLUMN connection_account.connected_at IS 'fact: when it was connected, UTC';
COMMENT ON COLUMN connection_account.credential IS 'token: keyed hash of the credential that names the account at the service, 64 bit';
COMMENT ON COLUMN connection_account.removed_at IS 'fact: when it was removed, UTC; its orders stay';
CREATE UNIQUE INDEX connection_account_once ON connection_account (seller_id, service, credential) WHERE removed_at IS NULL;
SELECT guard_seller_table('connection_account');
