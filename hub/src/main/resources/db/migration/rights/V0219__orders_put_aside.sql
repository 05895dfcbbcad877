CREATE TABLE rights_put_aside (
    seller_id    uuid NOT NULL,
    request_id   uuid NOT NULL,
    attention_id uuid NOT NULL,
    PRIMARY KEY (seller_id, request_id, attention_id),
    FOREIGN KEY (seller_id, request_id) REFERENCES rights_request (seller_id, request_id)
);
COMMENT ON TABLE rights_put_aside IS 'Orders that could not be taken in and that a request is about, found by their number or by an address in what their channel sent.';
COMMENT ON COLUMN rights_put_aside.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_put_aside.request_id IS 'id: the request';
COMMENT ON COLUMN rights_put_aside.attention_id IS 'id: the order that was put aside';
SELECT guard_seller_table('rights_put_aside');

ALTER TABLE rights_order ADD COLUMN side text NOT NULL DEFAULT 'BOTH';
COMMENT ON COLUMN rights_order.side IS 'fact: which of the two people of an order the requester is, values of the enum Side';
