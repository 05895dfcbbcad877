-- Credentials of outside accounts: not personal, but worth as much to a thief. Wrapped like every other key.
CREATE TABLE vault_kept_secret (
    seller_id uuid    NOT NULL,
    secret_id uuid    NOT NULL,
    epoch     integer NOT NULL,
    wrapped   bytea   NOT NULL,
    PRIMARY KEY (seller_id, secret_id)
);
COMMENT ON TABLE vault_kept_secret IS 'Credentials that the seller gave for outside accounts, under the epoch key.';
COMMENT ON COLUMN vault_kept_secret.seller_id IS 'id: the seller';
COMMENT ON COLUMN vault_kept_secret.secret_id IS 'id: the account the credentials are for';
COMMENT ON COLUMN vault_kept_secret.epoch IS 'fact: number of the epoch key it is wrapped under';
COMMENT ON COLUMN vault_kept_secret.wrapped IS 'secret: the credentials under the epoch key';
SELECT guard_seller_table('vault_kept_secret');
