CREATE TABLE privacy_policy (
    seller_id    uuid        NOT NULL,
    version      integer     NOT NULL CHECK (version > 0),
    text         text        NOT NULL,
    hash         bytea       NOT NULL,
    published_at timestamptz NOT NULL,
    published_by uuid        NOT NULL,
    PRIMARY KEY (seller_id, version)
);
COMMENT ON TABLE privacy_policy IS 'The privacy policies that a shop has published, each as it was: what people were told when.';
COMMENT ON COLUMN privacy_policy.seller_id IS 'id: the seller';
COMMENT ON COLUMN privacy_policy.version IS 'fact: counts from 1 in a shop, without a gap';
COMMENT ON COLUMN privacy_policy.text IS 'fact: the policy as sections of lines, source: the program writes it from its promises, the register and the address of the business';
COMMENT ON COLUMN privacy_policy.hash IS 'fact: SHA-256 over the text';
COMMENT ON COLUMN privacy_policy.published_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN privacy_policy.published_by IS 'id: the person of the shop who published it';
SELECT guard_seller_table('privacy_policy');
-- What people were told stays as it was told.
REVOKE UPDATE, DELETE ON privacy_policy FROM ${app_role};
