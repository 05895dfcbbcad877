CREATE TABLE export_copy (
    seller_id   uuid        NOT NULL,
    copy_id     uuid        NOT NULL,
    copy_no     integer     NOT NULL CHECK (copy_no > 0),
    purpose     text        NOT NULL,
    recipient   text        NOT NULL CHECK (recipient <> ''),
    format      text        NOT NULL,
    subject_id  uuid        NOT NULL,
    mark        uuid        NOT NULL,
    made_at     timestamptz NOT NULL,
    made_by     uuid        NOT NULL,
    ends_on     date        NOT NULL,
    state       text        NOT NULL,
    rows        integer     NOT NULL DEFAULT 0,
    people      integer     NOT NULL DEFAULT 0,
    blank       integer     NOT NULL DEFAULT 0,
    columns     text[]      NOT NULL DEFAULT '{}',
    bytes       bigint      NOT NULL DEFAULT 0,
    state_at    timestamptz NOT NULL,
    state_by    uuid,
    PRIMARY KEY (seller_id, copy_id),
    UNIQUE (seller_id, copy_no)
);
COMMENT ON TABLE export_copy IS 'Files that were made of orders for somebody: for what, to whom, until when. The file itself is sealed under its purpose.';
COMMENT ON COLUMN export_copy.seller_id IS 'id: the seller';
COMMENT ON COLUMN export_copy.copy_id IS 'id: the copy, and its sealed file';
COMMENT ON COLUMN export_copy.copy_no IS 'fact: counts from 1 in a shop; stands in the file and in the journal';
COMMENT ON COLUMN export_copy.purpose IS 'fact: what it was made for, values of the enum ExportPurpose';
COMMENT ON COLUMN export_copy.recipient IS 'fact: code of the recipient on the register, or OWN_COPY or the like';
COMMENT ON COLUMN export_copy.format IS 'fact: as what it was written, values of the enum CopyFormat';
COMMENT ON COLUMN export_copy.subject_id IS 'id: the data subject under whom the file is sealed, random, of this copy alone';
COMMENT ON COLUMN export_copy.mark IS 'id: random; the codes of the copy''s rows and their order are reckoned from it';
COMMENT ON COLUMN export_copy.made_at IS 'fact: when it was asked for, business time, UTC';
COMMENT ON COLUMN export_copy.made_by IS 'id: the person of the shop, or the token, who asked for it';
COMMENT ON COLUMN export_copy.ends_on IS 'fact: first day on which it cannot be downloaded, and by which whoever has it destroys it';
COMMENT ON COLUMN export_copy.state IS 'fact: where it stands, values of the enum CopyState';
COMMENT ON COLUMN export_copy.rows IS 'fact: how many rows it has';
COMMENT ON COLUMN export_copy.people IS 'fact: how many rows name somebody';
COMMENT ON COLUMN export_copy.blank IS 'fact: how many rows name nobody though the purpose would carry it';
COMMENT ON COLUMN export_copy.columns IS 'fact: headings of the columns in which anything stands, as the code declares them';
COMMENT ON COLUMN export_copy.bytes IS 'fact: how large the file is';
COMMENT ON COLUMN export_copy.state_at IS 'fact: since when it stands there, business time, UTC';
COMMENT ON COLUMN export_copy.state_by IS 'id: the person of the shop by whose act; empty if by none';
SELECT guard_seller_table('export_copy');

CREATE TABLE export_row (
    seller_id uuid    NOT NULL,
    copy_id   uuid    NOT NULL,
    row_no    integer NOT NULL,
    order_id  uuid    NOT NULL,
    code      text    NOT NULL,
    named     boolean NOT NULL,
    PRIMARY KEY (seller_id, copy_id, row_no),
    FOREIGN KEY (seller_id, copy_id) REFERENCES export_copy (seller_id, copy_id)
);
COMMENT ON TABLE export_row IS 'The rows of copies: ids alone, so that a found file is told and copies that name somebody are found.';
COMMENT ON COLUMN export_row.seller_id IS 'id: the seller';
COMMENT ON COLUMN export_row.copy_id IS 'id: the copy';
COMMENT ON COLUMN export_row.row_no IS 'fact: counts from 1 in the order in which they stand in the file';
COMMENT ON COLUMN export_row.order_id IS 'id: the order';
COMMENT ON COLUMN export_row.code IS 'fact: code of the row in this copy; source: the code that reckons it from the mark of the copy';
COMMENT ON COLUMN export_row.named IS 'fact: whether it names somebody';
SELECT guard_seller_table('export_row');
CREATE INDEX export_row_order ON export_row (seller_id, order_id);
CREATE INDEX export_row_code ON export_row (seller_id, code);

CREATE TABLE export_fetch (
    seller_id uuid        NOT NULL,
    fetch_id  uuid        NOT NULL,
    copy_id   uuid        NOT NULL,
    at        timestamptz NOT NULL,
    reader_id uuid        NOT NULL,
    PRIMARY KEY (seller_id, fetch_id),
    FOREIGN KEY (seller_id, copy_id) REFERENCES export_copy (seller_id, copy_id)
);
COMMENT ON TABLE export_fetch IS 'Downloads of copies: who has one in their hands.';
COMMENT ON COLUMN export_fetch.seller_id IS 'id: the seller';
COMMENT ON COLUMN export_fetch.fetch_id IS 'id: the download';
COMMENT ON COLUMN export_fetch.copy_id IS 'id: the copy';
COMMENT ON COLUMN export_fetch.at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN export_fetch.reader_id IS 'id: the person of the shop, or the token, who has downloaded it';
SELECT guard_seller_table('export_fetch');
CREATE INDEX export_fetch_copy ON export_fetch (seller_id, copy_id, at);

CREATE TABLE export_facts (
    seller_id uuid  NOT NULL,
    copy_id   uuid  NOT NULL,
    file      bytea NOT NULL,
    PRIMARY KEY (seller_id, copy_id),
    FOREIGN KEY (seller_id, copy_id) REFERENCES export_copy (seller_id, copy_id)
);
COMMENT ON TABLE export_facts IS 'Files of facts alone: they name nobody, and go when their copy ends.';
COMMENT ON COLUMN export_facts.seller_id IS 'id: the seller';
COMMENT ON COLUMN export_facts.copy_id IS 'id: the copy';
COMMENT ON COLUMN export_facts.file IS 'fact: the file, without anybody in it';
SELECT guard_seller_table('export_facts');

-- What was made and fetched stays as it was written; of a copy only where it stands moves on.
REVOKE UPDATE, DELETE ON export_copy, export_row, export_fetch FROM ${app_role};
GRANT UPDATE (state, state_at, state_by, rows, people, blank, columns, bytes) ON export_copy TO ${app_role};
