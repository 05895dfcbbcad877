CREATE TABLE disclosure_entry (
    seller_id  uuid        NOT NULL,
    act        text        NOT NULL,
    record_id  uuid        NOT NULL,
    at         timestamptz NOT NULL,
    recipient  text        NOT NULL CHECK (recipient <> ''),
    account_id uuid        NOT NULL,
    purpose    text        NOT NULL,
    categories text[]      NOT NULL CHECK (cardinality(categories) > 0),
    order_id   uuid        NOT NULL,
    subject_id uuid        NOT NULL,
    person_id  uuid,
    PRIMARY KEY (seller_id, act, record_id)
);
COMMENT ON TABLE disclosure_entry IS 'Personal data that was given to somebody outside, written before it left; ids alone, so that it outlives the data (Art 15(1)(c), Art 30(1)(d)).';
COMMENT ON COLUMN disclosure_entry.seller_id IS 'id: the seller';
COMMENT ON COLUMN disclosure_entry.act IS 'fact: code of the act, values of the enum DisclosingAct';
COMMENT ON COLUMN disclosure_entry.record_id IS 'id: which of these acts, as the shipment';
COMMENT ON COLUMN disclosure_entry.at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN disclosure_entry.recipient IS 'fact: code of the service that received it';
COMMENT ON COLUMN disclosure_entry.account_id IS 'id: the account of the seller through which it went';
COMMENT ON COLUMN disclosure_entry.purpose IS 'fact: name of the purpose, values of the enum Purpose';
COMMENT ON COLUMN disclosure_entry.categories IS 'fact: codes of what was given, values of the enum DataCategory';
COMMENT ON COLUMN disclosure_entry.order_id IS 'id: the order it was about';
COMMENT ON COLUMN disclosure_entry.subject_id IS 'id: the data subject, random';
COMMENT ON COLUMN disclosure_entry.person_id IS 'id: the person of the shop who asked for it; empty for what the hub does by itself';
SELECT guard_seller_table('disclosure_entry');
-- What was given away was given away: the application writes it and reads it, and takes nothing back.
REVOKE UPDATE, DELETE ON disclosure_entry FROM ${app_role};
CREATE INDEX disclosure_entry_order ON disclosure_entry (seller_id, order_id);
CREATE INDEX disclosure_entry_subject ON disclosure_entry (seller_id, subject_id);
CREATE INDEX disclosure_entry_at ON disclosure_entry (seller_id, at);
