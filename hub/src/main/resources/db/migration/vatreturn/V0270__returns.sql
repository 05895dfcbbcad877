-- VAT returns: the periods of a seller, what it has bought, and what was submitted with the documents it counts.
CREATE TABLE vatreturn_rhythm (
    seller_id  uuid        NOT NULL,
    holds_from date        NOT NULL,
    rhythm     text        NOT NULL,
    said_at    timestamptz NOT NULL,
    person_id  uuid        NOT NULL,
    PRIMARY KEY (seller_id, holds_from)
);
COMMENT ON TABLE vatreturn_rhythm IS 'Which periods a seller makes VAT returns for, from a day on; the first row begins the first period.';
COMMENT ON COLUMN vatreturn_rhythm.seller_id IS 'id: the seller';
COMMENT ON COLUMN vatreturn_rhythm.holds_from IS 'fact: first day of the first period of this kind';
COMMENT ON COLUMN vatreturn_rhythm.rhythm IS 'fact: how long a period is, values of the enum Rhythm';
COMMENT ON COLUMN vatreturn_rhythm.said_at IS 'fact: when it was said, business time, UTC';
COMMENT ON COLUMN vatreturn_rhythm.person_id IS 'id: who said it';
SELECT guard_seller_table('vatreturn_rhythm');

CREATE TABLE vatreturn_purchase (
    seller_id    uuid        NOT NULL,
    purchase_id  uuid        NOT NULL,
    kind         text        NOT NULL,
    day          date        NOT NULL,
    paid_on      date,
    reference    text        NOT NULL CHECK (reference ~ '^[0-9A-Za-z/._#-]{1,40}$' AND reference ~ '[0-9]'),
    net_minor    bigint      NOT NULL,
    vat_minor    bigint      NOT NULL,
    noted_at     timestamptz NOT NULL,
    person_id    uuid        NOT NULL,
    file_hash    text        CHECK (file_hash ~ '^[0-9a-f]{64}$'),
    file_row     integer     CHECK (file_row > 0),
    withdrawn_at timestamptz,
    PRIMARY KEY (seller_id, purchase_id)
);
COMMENT ON TABLE vatreturn_purchase IS 'What the seller has bought, and VAT that stands on no document here, as the bookkeeper has noted or imported it; names no supplier.';
COMMENT ON COLUMN vatreturn_purchase.seller_id IS 'id: the seller';
COMMENT ON COLUMN vatreturn_purchase.purchase_id IS 'id: the purchase';
COMMENT ON COLUMN vatreturn_purchase.kind IS 'fact: what it is to VAT, values of the enum PurchaseKind';
COMMENT ON COLUMN vatreturn_purchase.day IS 'fact: the tax point that stands on the document';
COMMENT ON COLUMN vatreturn_purchase.paid_on IS 'fact: the day on which it was paid; empty while it is not';
COMMENT ON COLUMN vatreturn_purchase.reference IS 'fact: the number of the document, without blanks and with a digit, source: the document';
COMMENT ON COLUMN vatreturn_purchase.net_minor IS 'fact: without VAT, pence; below nought for a credit note';
COMMENT ON COLUMN vatreturn_purchase.vat_minor IS 'fact: the VAT, pence';
COMMENT ON COLUMN vatreturn_purchase.noted_at IS 'fact: when it was noted, business time, UTC';
COMMENT ON COLUMN vatreturn_purchase.person_id IS 'id: who noted it';
COMMENT ON COLUMN vatreturn_purchase.file_hash IS 'fact: SHA-256 in hex of the file it was imported from, or empty, source: the code';
COMMENT ON COLUMN vatreturn_purchase.file_row IS 'fact: the row of that file, the heading being the first';
COMMENT ON COLUMN vatreturn_purchase.withdrawn_at IS 'fact: when it was taken back, business time, UTC; it counts nowhere then';
SELECT guard_seller_table('vatreturn_purchase');
REVOKE UPDATE, DELETE ON vatreturn_purchase FROM ${app_role};
GRANT UPDATE (paid_on, withdrawn_at) ON vatreturn_purchase TO ${app_role};
-- The same document noted twice would reclaim its VAT twice.
CREATE UNIQUE INDEX vatreturn_purchase_once ON vatreturn_purchase (seller_id, reference, day, kind, net_minor, vat_minor)
    WHERE withdrawn_at IS NULL;
CREATE INDEX vatreturn_purchase_latest ON vatreturn_purchase (seller_id, day DESC, purchase_id);

CREATE TABLE vatreturn_return (
    seller_id    uuid        NOT NULL,
    return_id    uuid        NOT NULL,
    period_start date        NOT NULL,
    period_end   date        NOT NULL CHECK (period_end >= period_start),
    box1_minor   bigint      NOT NULL,
    box2_minor   bigint      NOT NULL,
    box3_minor   bigint      NOT NULL,
    box4_minor   bigint      NOT NULL,
    box5_minor   bigint      NOT NULL CHECK (box5_minor >= 0),
    box6_minor   bigint      NOT NULL CHECK (box6_minor % 100 = 0),
    box7_minor   bigint      NOT NULL CHECK (box7_minor % 100 = 0),
    box8_minor   bigint      NOT NULL CHECK (box8_minor % 100 = 0),
    box9_minor   bigint      NOT NULL CHECK (box9_minor % 100 = 0),
    frozen_at    timestamptz NOT NULL,
    person_id    uuid        NOT NULL,
    state        text        NOT NULL,
    PRIMARY KEY (seller_id, return_id)
);
COMMENT ON TABLE vatreturn_return IS 'VAT returns with their figures, frozen when they were declared; figures are never changed.';
COMMENT ON COLUMN vatreturn_return.seller_id IS 'id: the seller';
COMMENT ON COLUMN vatreturn_return.return_id IS 'id: the return';
COMMENT ON COLUMN vatreturn_return.period_start IS 'fact: first day of the period';
COMMENT ON COLUMN vatreturn_return.period_end IS 'fact: last day of the period';
COMMENT ON COLUMN vatreturn_return.box1_minor IS 'fact: box 1, pence';
COMMENT ON COLUMN vatreturn_return.box2_minor IS 'fact: box 2, pence';
COMMENT ON COLUMN vatreturn_return.box3_minor IS 'fact: box 3, pence';
COMMENT ON COLUMN vatreturn_return.box4_minor IS 'fact: box 4, pence';
COMMENT ON COLUMN vatreturn_return.box5_minor IS 'fact: box 5, pence, never below nought';
COMMENT ON COLUMN vatreturn_return.box6_minor IS 'fact: box 6, pence of whole pounds';
COMMENT ON COLUMN vatreturn_return.box7_minor IS 'fact: box 7, pence of whole pounds';
COMMENT ON COLUMN vatreturn_return.box8_minor IS 'fact: box 8, pence of whole pounds';
COMMENT ON COLUMN vatreturn_return.box9_minor IS 'fact: box 9, pence of whole pounds';
COMMENT ON COLUMN vatreturn_return.frozen_at IS 'fact: when it was frozen, business time, UTC';
COMMENT ON COLUMN vatreturn_return.person_id IS 'id: who declared it';
COMMENT ON COLUMN vatreturn_return.state IS 'fact: where it stands, values of the enum ReturnState';
SELECT guard_seller_table('vatreturn_return');
REVOKE UPDATE, DELETE ON vatreturn_return FROM ${app_role};
GRANT UPDATE (state) ON vatreturn_return TO ${app_role};
-- One return for each period, but for those that no longer count.
CREATE UNIQUE INDEX vatreturn_return_once ON vatreturn_return (seller_id, period_start)
    WHERE state NOT IN ('REFUSED', 'WITHDRAWN');

CREATE TABLE vatreturn_counted (
    seller_id      uuid    NOT NULL,
    return_id      uuid    NOT NULL,
    source_id      uuid    NOT NULL,
    part           text    NOT NULL,
    kind           text    NOT NULL,
    tax_point      date    NOT NULL,
    document       text    NOT NULL,
    detail         text    NOT NULL,
    late           boolean NOT NULL,
    turnover_minor bigint  NOT NULL,
    box1_minor     bigint  NOT NULL,
    box2_minor     bigint  NOT NULL,
    box4_minor     bigint  NOT NULL,
    box6_minor     bigint  NOT NULL,
    box7_minor     bigint  NOT NULL,
    box8_minor     bigint  NOT NULL,
    box9_minor     bigint  NOT NULL,
    PRIMARY KEY (seller_id, return_id, source_id, part),
    FOREIGN KEY (seller_id, return_id) REFERENCES vatreturn_return (seller_id, return_id)
);
COMMENT ON TABLE vatreturn_counted IS 'What a VAT return counts: documents and what each adds to its boxes; never changed.';
COMMENT ON COLUMN vatreturn_counted.seller_id IS 'id: the seller';
COMMENT ON COLUMN vatreturn_counted.return_id IS 'id: the return';
COMMENT ON COLUMN vatreturn_counted.source_id IS 'id: the issued document or the purchase';
COMMENT ON COLUMN vatreturn_counted.part IS 'fact: which part of it: a treatment and rate, LATE, CAME or PURCHASE, source: the code';
COMMENT ON COLUMN vatreturn_counted.kind IS 'fact: what it is, values of the enum EntryKind';
COMMENT ON COLUMN vatreturn_counted.tax_point IS 'fact: the day that decides the period';
COMMENT ON COLUMN vatreturn_counted.document IS 'fact: number of the document, source: the series of invoices, or the number on what was bought';
COMMENT ON COLUMN vatreturn_counted.detail IS 'fact: what it is in words, source: the code';
COMMENT ON COLUMN vatreturn_counted.late IS 'fact: whether its day lies in a period that was submitted before';
COMMENT ON COLUMN vatreturn_counted.turnover_minor IS 'fact: what it adds to the turnover of the flat rate, pence with VAT';
COMMENT ON COLUMN vatreturn_counted.box1_minor IS 'fact: what it adds to box 1, pence';
COMMENT ON COLUMN vatreturn_counted.box2_minor IS 'fact: what it adds to box 2, pence';
COMMENT ON COLUMN vatreturn_counted.box4_minor IS 'fact: what it adds to box 4, pence';
COMMENT ON COLUMN vatreturn_counted.box6_minor IS 'fact: what it adds to box 6, pence';
COMMENT ON COLUMN vatreturn_counted.box7_minor IS 'fact: what it adds to box 7, pence';
COMMENT ON COLUMN vatreturn_counted.box8_minor IS 'fact: what it adds to box 8, pence';
COMMENT ON COLUMN vatreturn_counted.box9_minor IS 'fact: what it adds to box 9, pence';
SELECT guard_seller_table('vatreturn_counted');
REVOKE UPDATE, DELETE ON vatreturn_counted FROM ${app_role};
CREATE INDEX vatreturn_counted_source ON vatreturn_counted (seller_id, source_id);
