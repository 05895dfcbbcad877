-- What people have said of differences between a settlement and its orders; the differences themselves are found anew each time.
CREATE TABLE payout_look (
    seller_id     uuid        NOT NULL,
    settlement_id uuid        NOT NULL,
    kind          text        NOT NULL,
    order_number  text        NOT NULL CHECK (order_number ~ '^[0-9A-Za-z!-]{1,60}$'),
    about_minor   bigint      NOT NULL,
    note          text        NOT NULL,
    looked_at     timestamptz NOT NULL,
    person_id     uuid        NOT NULL,
    PRIMARY KEY (seller_id, settlement_id, kind, order_number),
    FOREIGN KEY (seller_id, settlement_id) REFERENCES payout_settlement (seller_id, settlement_id)
);
COMMENT ON TABLE payout_look IS 'What came of looking at differences between settlements and orders.';
COMMENT ON COLUMN payout_look.seller_id IS 'id: the seller';
COMMENT ON COLUMN payout_look.settlement_id IS 'id: the settlement';
COMMENT ON COLUMN payout_look.kind IS 'fact: in what they differ, values of the enum DifferenceKind';
COMMENT ON COLUMN payout_look.order_number IS 'pseudonym: the channel''s number of the order';
COMMENT ON COLUMN payout_look.about_minor IS 'fact: the amount that was seen, minor units; at another it is to be looked at again';
COMMENT ON COLUMN payout_look.note IS 'fact: what came of it, values of the enum LookNote';
COMMENT ON COLUMN payout_look.looked_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN payout_look.person_id IS 'id: who has looked';
SELECT guard_seller_table('payout_look');
