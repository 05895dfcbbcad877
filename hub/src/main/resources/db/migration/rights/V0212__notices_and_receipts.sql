CREATE TABLE rights_notice (
    seller_id    uuid        NOT NULL,
    request_id   uuid        NOT NULL,
    recipient    text        NOT NULL CHECK (recipient <> ''),
    due_at       timestamptz NOT NULL,
    told_at      timestamptz,
    confirmed_at timestamptz,
    left_out     text,
    person_id    uuid,
    PRIMARY KEY (seller_id, request_id, recipient),
    FOREIGN KEY (seller_id, request_id) REFERENCES rights_request (seller_id, request_id)
);
COMMENT ON TABLE rights_notice IS 'Recipients who are to be told that something was corrected, erased or is no longer to be used (Art 19).';
COMMENT ON COLUMN rights_notice.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_notice.request_id IS 'id: the request';
COMMENT ON COLUMN rights_notice.recipient IS 'fact: code of the service that has received something';
COMMENT ON COLUMN rights_notice.due_at IS 'fact: since when they are to be told, business time, UTC';
COMMENT ON COLUMN rights_notice.told_at IS 'fact: when they were told';
COMMENT ON COLUMN rights_notice.confirmed_at IS 'fact: when they confirmed that it is done there';
COMMENT ON COLUMN rights_notice.left_out IS 'fact: why they are not told, values of the enum NoticeLeftOut';
COMMENT ON COLUMN rights_notice.person_id IS 'id: the person of the shop who has said the latest of it';
SELECT guard_seller_table('rights_notice');

CREATE TABLE rights_receipt (
    seller_id  uuid        NOT NULL,
    request_id uuid        NOT NULL,
    code       text        NOT NULL,
    made_at    timestamptz NOT NULL,
    lines      text[]      NOT NULL,
    PRIMARY KEY (seller_id, request_id),
    FOREIGN KEY (seller_id, request_id) REFERENCES rights_request (seller_id, request_id),
    UNIQUE (seller_id, code)
);
COMMENT ON TABLE rights_receipt IS 'What people can prove an erasure by: it names nobody, and is held against the erasure ledger whenever it is looked at.';
COMMENT ON COLUMN rights_receipt.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_receipt.request_id IS 'id: the request';
COMMENT ON COLUMN rights_receipt.code IS 'id: by which it is found, random';
COMMENT ON COLUMN rights_receipt.made_at IS 'fact: when it was made, business time, UTC';
COMMENT ON COLUMN rights_receipt.lines IS 'fact: what it says: purposes, numbers and days';
SELECT guard_seller_table('rights_receipt');
REVOKE UPDATE, DELETE ON rights_receipt FROM ${app_role};
