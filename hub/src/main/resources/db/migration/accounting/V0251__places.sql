-- The codes of the accounts that the journal in files is written under, as the seller has said them; without a row the proposal.
CREATE TABLE accounting_place (
    seller_id uuid        NOT NULL,
    place     text        NOT NULL,
    code      text        NOT NULL CHECK (code ~ '^[0-9A-Za-z][0-9A-Za-z ._/-]{0,19}$'),
    said_at   timestamptz NOT NULL,
    person_id uuid        NOT NULL,
    PRIMARY KEY (seller_id, place)
);
COMMENT ON TABLE accounting_place IS 'Under which code an account of the journal in files stands in the seller''s own books.';
COMMENT ON COLUMN accounting_place.seller_id IS 'id: the seller';
COMMENT ON COLUMN accounting_place.place IS 'fact: the account, values of the enum JournalPlace';
COMMENT ON COLUMN accounting_place.code IS 'fact: its code, source: the chart of accounts of the seller';
COMMENT ON COLUMN accounting_place.said_at IS 'fact: when it was said, business time, UTC';
COMMENT ON COLUMN accounting_place.person_id IS 'id: who said it';
SELECT guard_seller_table('accounting_place');
