-- What channels say they have paid out, line by line, as their settlement files tell it. No buyer stands in it.
CREATE TABLE payout_settlement (
    seller_id     uuid        NOT NULL,
    settlement_id uuid        NOT NULL,
    account_id    uuid        NOT NULL,
    service       text        NOT NULL,
    number        text        NOT NULL CHECK (number ~ '^[0-9A-Za-z-]{1,40}$'),
    currency      char(3)     NOT NULL,
    first_day     date        NOT NULL,
    last_day      date        NOT NULL CHECK (last_day >= first_day),
    paid_on       date,
    total_minor   bigint      NOT NULL,
    lines         integer     NOT NULL CHECK (lines > 0),
    content_hash  text        NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    taken_at      timestamptz NOT NULL,
    person_id     uuid        NOT NULL,
    PRIMARY KEY (seller_id, settlement_id),
    UNIQUE (seller_id, account_id, number)
);
COMMENT ON TABLE payout_settlement IS 'Settlements of channels: what was paid out for a period, and when.';
COMMENT ON COLUMN payout_settlement.seller_id IS 'id: the seller';
COMMENT ON COLUMN payout_settlement.settlement_id IS 'id: the settlement';
COMMENT ON COLUMN payout_settlement.account_id IS 'id: the channel account it is of';
COMMENT ON COLUMN payout_settlement.service IS 'fact: the channel, values of the enum OutsideService';
COMMENT ON COLUMN payout_settlement.number IS 'fact: the number of the settlement or payout, source: the channel';
COMMENT ON COLUMN payout_settlement.currency IS 'fact: ISO 4217 code of its amounts';
COMMENT ON COLUMN payout_settlement.first_day IS 'fact: first day of its period, or of its lines where the channel names no period';
COMMENT ON COLUMN payout_settlement.last_day IS 'fact: last day of its period, or of its lines where the channel names no period';
COMMENT ON COLUMN payout_settlement.paid_on IS 'fact: the day on which it was paid out, as the channel says; empty if it says none';
COMMENT ON COLUMN payout_settlement.total_minor IS 'fact: what was paid out, minor units; below nought if it is owed to the channel';
COMMENT ON COLUMN payout_settlement.lines IS 'fact: how many lines it has';
COMMENT ON COLUMN payout_settlement.content_hash IS 'fact: SHA-256 in hex of what was read of the file, by which the same is known again, source: the code';
COMMENT ON COLUMN payout_settlement.taken_at IS 'fact: when it was taken in, business time, UTC';
COMMENT ON COLUMN payout_settlement.person_id IS 'id: who took it in';
SELECT guard_seller_table('payout_settlement');
REVOKE UPDATE ON payout_settlement FROM ${app_role};
CREATE INDEX payout_settlement_latest ON payout_settlement (seller_id, last_day DESC, settlement_id);

CREATE TABLE payout_line (
    seller_id     uuid    NOT NULL,
    settlement_id uuid    NOT NULL,
    line          integer NOT NULL CHECK (line > 0),
    file_row      integer NOT NULL CHECK (file_row > 0),
    kind          text    NOT NULL,
    name          text    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    order_number  text    NOT NULL CHECK (order_number ~ '^[0-9A-Za-z!-]{0,60}$'),
    day           date    NOT NULL,
    amount_minor  bigint  NOT NULL,
    PRIMARY KEY (seller_id, settlement_id, line),
    FOREIGN KEY (seller_id, settlement_id) REFERENCES payout_settlement (seller_id, settlement_id)
);
COMMENT ON TABLE payout_line IS 'Lines of settlements: what each order, refund and fee comes to. The columns about buyers are not read.';
COMMENT ON COLUMN payout_line.seller_id IS 'id: the seller';
COMMENT ON COLUMN payout_line.settlement_id IS 'id: the settlement it belongs to';
COMMENT ON COLUMN payout_line.line IS 'fact: counts from 1';
COMMENT ON COLUMN payout_line.file_row IS 'fact: the row of the file it was read from, the first row being 1';
COMMENT ON COLUMN payout_line.kind IS 'fact: what it is, values of the enum LineKind';
COMMENT ON COLUMN payout_line.name IS 'fact: how the channel calls it, without numbers of five digits and more and without addresses, source: the channel';
COMMENT ON COLUMN payout_line.order_number IS 'pseudonym: the channel''s number of the order it is of, or empty';
COMMENT ON COLUMN payout_line.day IS 'fact: the day it was posted';
COMMENT ON COLUMN payout_line.amount_minor IS 'fact: minor units; below nought where it is taken off what is paid out';
SELECT guard_seller_table('payout_line');
REVOKE UPDATE ON payout_line FROM ${app_role};
CREATE INDEX payout_line_order ON payout_line (seller_id, order_number) WHERE order_number <> '';
