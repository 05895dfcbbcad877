CREATE TABLE seller_api_token (
    seller_id    uuid        NOT NULL,
    token_id     uuid        NOT NULL,
    name         text        NOT NULL CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9 ._-]{1,39}$'),
    scopes       text[]      NOT NULL CHECK (cardinality(scopes) > 0),
    secret_hash  bytea       NOT NULL,
    made_at      timestamptz NOT NULL,
    made_by      uuid        NOT NULL,
    expires_on   date        NOT NULL,
    revoked_at   timestamptz,
    revoked_by   uuid,
    last_used_on date,
    PRIMARY KEY (seller_id, token_id)
);
COMMENT ON TABLE seller_api_token IS 'Tokens by which programs of a shop come in; the token itself is shown once and kept nowhere.';
COMMENT ON COLUMN seller_api_token.seller_id IS 'id: the seller';
COMMENT ON COLUMN seller_api_token.token_id IS 'id: the token, and who it is in the journal';
COMMENT ON COLUMN seller_api_token.name IS 'fact: how the program is called; source: an owner types it, in plain letters and digits, and is asked to name no person';
COMMENT ON COLUMN seller_api_token.scopes IS 'fact: codes of what it opens, values of the enum ApiScope';
COMMENT ON COLUMN seller_api_token.secret_hash IS 'secret: SHA-256 of the random part of the token';
COMMENT ON COLUMN seller_api_token.made_at IS 'fact: when it was made, business time, UTC';
COMMENT ON COLUMN seller_api_token.made_by IS 'id: the owner who made it';
COMMENT ON COLUMN seller_api_token.expires_on IS 'fact: first day on which it opens nothing';
COMMENT ON COLUMN seller_api_token.revoked_at IS 'fact: when it was revoked, business time, UTC; empty while it stands';
COMMENT ON COLUMN seller_api_token.revoked_by IS 'id: the owner who revoked it';
COMMENT ON COLUMN seller_api_token.last_used_on IS 'fact: the last day on which it was used; empty if it never was';
SELECT guard_seller_table('seller_api_token');
-- What a token opens and until when is said once; it is revoked, and another one made.
REVOKE UPDATE, DELETE ON seller_api_token FROM ${app_role};
GRANT UPDATE (revoked_at, revoked_by, last_used_on) ON seller_api_token TO ${app_role};

CREATE TABLE seller_api_call (
    seller_id uuid        NOT NULL,
    token_id  uuid        NOT NULL,
    key_hash  bytea       NOT NULL,
    body_hash bytea       NOT NULL,
    made_id   uuid        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (seller_id, token_id, key_hash),
    FOREIGN KEY (seller_id, token_id) REFERENCES seller_api_token (seller_id, token_id)
);
COMMENT ON TABLE seller_api_call IS 'Calls that made something, by their Idempotency-Key, so that a call which is sent again makes nothing twice; kept for a week.';
COMMENT ON COLUMN seller_api_call.seller_id IS 'id: the seller';
COMMENT ON COLUMN seller_api_call.token_id IS 'id: the token';
COMMENT ON COLUMN seller_api_call.key_hash IS 'secret: SHA-256 of the key that the program gave';
COMMENT ON COLUMN seller_api_call.body_hash IS 'secret: HMAC-SHA-256 of what was sent, under that key';
COMMENT ON COLUMN seller_api_call.made_id IS 'id: what was made';
COMMENT ON COLUMN seller_api_call.at IS 'fact: when, business time, UTC';
SELECT guard_seller_table('seller_api_call');
