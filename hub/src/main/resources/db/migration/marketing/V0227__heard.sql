CREATE TABLE marketing_heard (
    seller_id  uuid        NOT NULL,
    account_id uuid        NOT NULL,
    event_hash bytea       NOT NULL,
    heard_at   timestamptz NOT NULL,
    PRIMARY KEY (seller_id, account_id, event_hash)
);
COMMENT ON TABLE marketing_heard IS 'What newsletter services have told by themselves, so that the same is done once however often it is told; kept for three days.';
COMMENT ON COLUMN marketing_heard.seller_id IS 'id: the seller';
COMMENT ON COLUMN marketing_heard.account_id IS 'id: the account at the newsletter service';
COMMENT ON COLUMN marketing_heard.event_hash IS 'pseudonym: hash of kind, list, number and time of what was told';
COMMENT ON COLUMN marketing_heard.heard_at IS 'fact: when it was first told, business time, UTC';
SELECT guard_seller_table('marketing_heard');
