CREATE TABLE rights_statement (
    seller_id    uuid        NOT NULL,
    request_id   uuid        NOT NULL,
    statement_id uuid        NOT NULL,
    order_id     uuid        NOT NULL,
    subject_id   uuid        NOT NULL,
    added_at     timestamptz NOT NULL,
    person_id    uuid        NOT NULL,
    PRIMARY KEY (seller_id, statement_id),
    FOREIGN KEY (seller_id, request_id) REFERENCES rights_request (seller_id, request_id)
);
COMMENT ON TABLE rights_statement IS 'What people have added to what is held on an order of theirs (Art 16); the statement itself is sealed and lives as long as the record of the request.';
COMMENT ON COLUMN rights_statement.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_statement.request_id IS 'id: the request';
COMMENT ON COLUMN rights_statement.statement_id IS 'id: the sealed statement';
COMMENT ON COLUMN rights_statement.order_id IS 'id: the order that it stands beside';
COMMENT ON COLUMN rights_statement.subject_id IS 'id: under whom it is sealed, the requester';
COMMENT ON COLUMN rights_statement.added_at IS 'fact: when it was added, business time, UTC';
COMMENT ON COLUMN rights_statement.person_id IS 'id: the person of the shop who has written it down';
SELECT guard_seller_table('rights_statement');
CREATE INDEX rights_statement_order ON rights_statement (seller_id, order_id);
CREATE INDEX rights_statement_request ON rights_statement (seller_id, request_id);
