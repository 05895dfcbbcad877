CREATE TABLE accounting_books (
    seller_id     uuid        NOT NULL,
    account_id    uuid        NOT NULL,
    way           text        NOT NULL,
    since         date        NOT NULL,
    looked_until  date        NOT NULL,
    confirmed_at  timestamptz NOT NULL,
    confirmed_by  uuid        NOT NULL,
    next_round_at timestamptz NOT NULL,
    wrong         text        NOT NULL DEFAULT '',
    mend          text        NOT NULL DEFAULT '',
    PRIMARY KEY (seller_id, account_id)
);
COMMENT ON TABLE accounting_books IS 'How sales are entered into the books at an accounting service, as a person has confirmed it; without a row nothing is entered.';
COMMENT ON COLUMN accounting_books.seller_id IS 'id: the seller';
COMMENT ON COLUMN accounting_books.account_id IS 'id: the account at the accounting service';
COMMENT ON COLUMN accounting_books.way IS 'fact: how, values of the enum EntryWay';
COMMENT ON COLUMN accounting_books.since IS 'fact: the first day of issue whose invoices are entered, a day in London';
COMMENT ON COLUMN accounting_books.looked_until IS 'fact: invoices issued before this day were all looked for, a day in London';
COMMENT ON COLUMN accounting_books.confirmed_at IS 'fact: when a person last confirmed it, business time, UTC';
COMMENT ON COLUMN accounting_books.confirmed_by IS 'id: who confirmed it';
COMMENT ON COLUMN accounting_books.next_round_at IS 'fact: before then nothing is tried, business time, UTC';
COMMENT ON COLUMN accounting_books.wrong IS 'fact: why the last round stopped, or empty, source: the code';
COMMENT ON COLUMN accounting_books.mend IS 'fact: what to do about it, or empty, source: the code';
SELECT guard_seller_table('accounting_books');

CREATE TABLE accounting_code (
    seller_id  uuid NOT NULL,
    account_id uuid NOT NULL,
    heading    text NOT NULL,
    code       text NOT NULL,
    title      text NOT NULL,
    PRIMARY KEY (seller_id, account_id, heading)
);
COMMENT ON TABLE accounting_code IS 'Under which account, and which VAT code, of the accounting service each part of a sale goes.';
COMMENT ON COLUMN accounting_code.seller_id IS 'id: the seller';
COMMENT ON COLUMN accounting_code.account_id IS 'id: the account at the accounting service';
COMMENT ON COLUMN accounting_code.heading IS 'fact: which part, values of the enum Heading';
COMMENT ON COLUMN accounting_code.code IS 'fact: the code there, source: the accounting service';
COMMENT ON COLUMN accounting_code.title IS 'fact: what it is called there, source: the accounting service';
SELECT guard_seller_table('accounting_code');

CREATE TABLE accounting_posting (
    seller_id      uuid        NOT NULL,
    posting_id     uuid        NOT NULL,
    account_id     uuid        NOT NULL,
    way            text        NOT NULL,
    day            date        NOT NULL,
    number         text        NOT NULL,
    currency       char(3)     NOT NULL,
    net_minor      bigint      NOT NULL,
    vat_minor      bigint      NOT NULL,
    gross_minor    bigint      NOT NULL,
    names_somebody boolean     NOT NULL,
    state          text        NOT NULL,
    made_at        timestamptz NOT NULL,
    due_at         timestamptz,
    claimed_until  timestamptz,
    tries          integer     NOT NULL DEFAULT 1,
    attempt        integer     NOT NULL DEFAULT 1,
    may_be_there   boolean     NOT NULL,
    entry_id       text        NOT NULL DEFAULT '',
    entered_at     timestamptz,
    wrong          text        NOT NULL DEFAULT '',
    mend           text        NOT NULL DEFAULT '',
    PRIMARY KEY (seller_id, posting_id),
    UNIQUE (seller_id, account_id, number)
);
COMMENT ON TABLE accounting_posting IS 'What was to be entered into the books at an accounting service, written down before it is sent, and what became of it.';
COMMENT ON COLUMN accounting_posting.seller_id IS 'id: the seller';
COMMENT ON COLUMN accounting_posting.posting_id IS 'id: the posting; of a single invoice the ledger of disclosures has the same one';
COMMENT ON COLUMN accounting_posting.account_id IS 'id: the account at the accounting service';
COMMENT ON COLUMN accounting_posting.way IS 'fact: a summary or a single invoice, values of the enum EntryWay';
COMMENT ON COLUMN accounting_posting.day IS 'fact: the day of issue, in London';
COMMENT ON COLUMN accounting_posting.number IS 'fact: the number it has in the books: of the invoice, or made of day, currency and shop, source: the code';
COMMENT ON COLUMN accounting_posting.currency IS 'fact: ISO 4217 code of its amounts';
COMMENT ON COLUMN accounting_posting.net_minor IS 'fact: total without VAT, minor units';
COMMENT ON COLUMN accounting_posting.vat_minor IS 'fact: total VAT, minor units';
COMMENT ON COLUMN accounting_posting.gross_minor IS 'fact: total, minor units';
COMMENT ON COLUMN accounting_posting.names_somebody IS 'fact: whether it was written down to name the customer';
COMMENT ON COLUMN accounting_posting.state IS 'fact: where it stands, values of the enum PostingState';
COMMENT ON COLUMN accounting_posting.made_at IS 'fact: when it was written down, business time, UTC';
COMMENT ON COLUMN accounting_posting.due_at IS 'fact: when it is tried next, business time, UTC; empty once there is nothing to try';
COMMENT ON COLUMN accounting_posting.claimed_until IS 'fact: until when a call may still be under way, business time, UTC';
COMMENT ON COLUMN accounting_posting.tries IS 'fact: how often it was tried since a person last asked for it';
COMMENT ON COLUMN accounting_posting.attempt IS 'fact: counts up each time the service has surely not taken it, for what is sent then may differ';
COMMENT ON COLUMN accounting_posting.may_be_there IS 'fact: whether it may stand in the books without our knowing; then it is looked for before it is sent';
COMMENT ON COLUMN accounting_posting.entry_id IS 'pseudonym: by which the accounting service names the entry, or empty';
COMMENT ON COLUMN accounting_posting.entered_at IS 'fact: when it was known to stand in the books, business time, UTC';
COMMENT ON COLUMN accounting_posting.wrong IS 'fact: what is wrong with it, or empty, source: the code';
COMMENT ON COLUMN accounting_posting.mend IS 'fact: what to do about it, or empty, source: the code';
SELECT guard_seller_table('accounting_posting');
REVOKE DELETE ON accounting_posting FROM ${app_role};
CREATE INDEX accounting_posting_due ON accounting_posting (seller_id, account_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX accounting_posting_latest ON accounting_posting (seller_id, day DESC, number DESC);

CREATE TABLE accounting_posted_invoice (
    seller_id  uuid NOT NULL,
    account_id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    posting_id uuid NOT NULL,
    PRIMARY KEY (seller_id, account_id, invoice_id),
    FOREIGN KEY (seller_id, posting_id) REFERENCES accounting_posting (seller_id, posting_id)
);
COMMENT ON TABLE accounting_posted_invoice IS 'Which invoices a posting enters; each once for an account.';
COMMENT ON COLUMN accounting_posted_invoice.seller_id IS 'id: the seller';
COMMENT ON COLUMN accounting_posted_invoice.account_id IS 'id: the account at the accounting service';
COMMENT ON COLUMN accounting_posted_invoice.invoice_id IS 'id: the invoice';
COMMENT ON COLUMN accounting_posted_invoice.posting_id IS 'id: the posting';
SELECT guard_seller_table('accounting_posted_invoice');
REVOKE UPDATE, DELETE ON accounting_posted_invoice FROM ${app_role};
CREATE INDEX accounting_posted_invoice_posting ON accounting_posted_invoice (seller_id, posting_id);
