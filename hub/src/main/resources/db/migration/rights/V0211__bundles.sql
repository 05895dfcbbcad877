CREATE TABLE rights_bundle (
    seller_id  uuid        NOT NULL,
    request_id uuid        NOT NULL,
    bundle_id  uuid        NOT NULL,
    made_at    timestamptz NOT NULL,
    made_by    uuid        NOT NULL,
    ends_on    date        NOT NULL,
    bytes      bigint      NOT NULL,
    PRIMARY KEY (seller_id, bundle_id),
    FOREIGN KEY (seller_id, request_id) REFERENCES rights_request (seller_id, request_id)
);
COMMENT ON TABLE rights_bundle IS 'Copies of what is held that were made for requesters (Art 15, 20); the copy itself is sealed and ends after 14 days.';
COMMENT ON COLUMN rights_bundle.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_bundle.request_id IS 'id: the request';
COMMENT ON COLUMN rights_bundle.bundle_id IS 'id: the sealed copy';
COMMENT ON COLUMN rights_bundle.made_at IS 'fact: when it was made, business time, UTC';
COMMENT ON COLUMN rights_bundle.made_by IS 'id: the person of the shop who has made it';
COMMENT ON COLUMN rights_bundle.ends_on IS 'fact: first day on which it cannot be opened';
COMMENT ON COLUMN rights_bundle.bytes IS 'fact: how large it is';
SELECT guard_seller_table('rights_bundle');
CREATE INDEX rights_bundle_request ON rights_bundle (seller_id, request_id);
