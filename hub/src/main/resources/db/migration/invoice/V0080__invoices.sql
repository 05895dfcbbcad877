CREATE TABLE invoice_series (
    seller_id   uuid   NOT NULL,
    series      text   NOT NULL,
    last_number bigint NOT NULL,
    PRIMARY KEY (seller_id, series)
);
COMMENT ON TABLE invoice_series IS 'The last number of each series; it moves in the transaction that issues, so no number is left out.';
COMMENT ON COLUMN invoice_series.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_series.series IS 'fact: the series, a year after V for VAT invoices or S for statements, source: the code';
COMMENT ON COLUMN invoice_series.last_number IS 'fact: the last number given';
SELECT guard_seller_table('invoice_series');

CREATE TABLE invoice_invoice (
    seller_id           uuid        NOT NULL,
    invoice_id          uuid        NOT NULL,
    series              text        NOT NULL,
    number              bigint      NOT NULL,
    order_id            uuid        NOT NULL,
    order_reference     text        NOT NULL,
    kind                text        NOT NULL,
    issued_at           timestamptz NOT NULL,
    issued_on           date        NOT NULL,
    supplied_on         date        NOT NULL,
    currency            char(3)     NOT NULL,
    net_minor           bigint      NOT NULL,
    vat_minor           bigint      NOT NULL,
    gross_minor         bigint      NOT NULL,
    vat_sterling_minor  bigint,
    sterling_rate       text        NOT NULL,
    supplier_name       text        NOT NULL,
    supplier_address    text        NOT NULL,
    supplier_vat_number text        NOT NULL,
    notes               text        NOT NULL,
    territory           text        NOT NULL,
    place_reason        text        NOT NULL,
    subject_id          uuid        NOT NULL,
    party_ends_on       date,
    PRIMARY KEY (seller_id, invoice_id),
    UNIQUE (seller_id, series, number),
    UNIQUE (seller_id, order_id)
);
COMMENT ON TABLE invoice_invoice IS 'Issued invoices and statements; never changed. The customer of a full one is in the vault.';
COMMENT ON COLUMN invoice_invoice.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_invoice.invoice_id IS 'id: the invoice, and its party in the vault';
COMMENT ON COLUMN invoice_invoice.series IS 'fact: its series, source: the code';
COMMENT ON COLUMN invoice_invoice.number IS 'fact: counts from 1 in the series';
COMMENT ON COLUMN invoice_invoice.order_id IS 'id: the order';
COMMENT ON COLUMN invoice_invoice.order_reference IS 'pseudonym: the channel''s order number';
COMMENT ON COLUMN invoice_invoice.kind IS 'fact: FULL, SIMPLIFIED or WITHOUT_VAT';
COMMENT ON COLUMN invoice_invoice.issued_at IS 'fact: when it was issued, UTC';
COMMENT ON COLUMN invoice_invoice.issued_on IS 'fact: the day of issue in London';
COMMENT ON COLUMN invoice_invoice.supplied_on IS 'fact: the time of supply, a day in London';
COMMENT ON COLUMN invoice_invoice.currency IS 'fact: ISO 4217 code of its amounts';
COMMENT ON COLUMN invoice_invoice.net_minor IS 'fact: total without VAT, minor units';
COMMENT ON COLUMN invoice_invoice.vat_minor IS 'fact: total VAT, minor units';
COMMENT ON COLUMN invoice_invoice.gross_minor IS 'fact: total, minor units';
COMMENT ON COLUMN invoice_invoice.vat_sterling_minor IS 'fact: total VAT in pence, where the document tells it';
COMMENT ON COLUMN invoice_invoice.sterling_rate IS 'fact: the exchange rate of that sum and who says so, or empty, source: the code';
COMMENT ON COLUMN invoice_invoice.supplier_name IS 'fact: the seller''s trading name on that day, source: the seller''s details';
COMMENT ON COLUMN invoice_invoice.supplier_address IS 'fact: the seller''s business address on that day, source: the seller''s details';
COMMENT ON COLUMN invoice_invoice.supplier_vat_number IS 'fact: the seller''s VAT number on that day, or empty, source: the seller''s details';
COMMENT ON COLUMN invoice_invoice.notes IS 'fact: the sentences below the totals, source: the code';
COMMENT ON COLUMN invoice_invoice.territory IS 'fact: destination of the goods as the order tells it, an ISO country code, XI, BFPO, UNCLEAR or empty, source: the order';
COMMENT ON COLUMN invoice_invoice.place_reason IS 'fact: why the place of supply was taken as it was, where the address did not settle it, source: the code';
COMMENT ON COLUMN invoice_invoice.subject_id IS 'id: the data subject in the vault';
COMMENT ON COLUMN invoice_invoice.party_ends_on IS 'fact: first day on which its customer cannot be opened; empty if it names none';
SELECT guard_seller_table('invoice_invoice');
CREATE INDEX invoice_invoice_latest ON invoice_invoice (seller_id, issued_at DESC, invoice_id);

CREATE TABLE invoice_line (
    seller_id   uuid     NOT NULL,
    invoice_id  uuid     NOT NULL,
    line        smallint NOT NULL,
    part        text     NOT NULL CHECK (part IN ('GOODS', 'EXTRA')),
    description text     NOT NULL,
    quantity    integer  NOT NULL CHECK (quantity > 0),
    treatment   text     NOT NULL,
    rate_bp     integer  NOT NULL,
    net_minor   bigint   NOT NULL,
    vat_minor   bigint   NOT NULL,
    gross_minor bigint   NOT NULL,
    PRIMARY KEY (seller_id, invoice_id, line)
);
COMMENT ON TABLE invoice_line IS 'Lines of issued invoices; never changed.';
COMMENT ON COLUMN invoice_line.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_line.invoice_id IS 'id: the invoice';
COMMENT ON COLUMN invoice_line.line IS 'fact: counts from 1';
COMMENT ON COLUMN invoice_line.part IS 'fact: GOODS, or EXTRA for delivery and what else was charged or taken off';
COMMENT ON COLUMN invoice_line.description IS 'fact: title of the product, source: the listing; or the name of the extra';
COMMENT ON COLUMN invoice_line.quantity IS 'fact: how many; 1 for an extra';
COMMENT ON COLUMN invoice_line.treatment IS 'fact: CHARGED, EXEMPT, EXPORTED, MARKETPLACE_ACCOUNTS or NOT_REGISTERED';
COMMENT ON COLUMN invoice_line.rate_bp IS 'fact: rate of VAT in basis points';
COMMENT ON COLUMN invoice_line.net_minor IS 'fact: without VAT, minor units';
COMMENT ON COLUMN invoice_line.vat_minor IS 'fact: VAT, minor units';
COMMENT ON COLUMN invoice_line.gross_minor IS 'fact: with VAT, minor units';
SELECT guard_seller_table('invoice_line');

-- What was issued stands: the application cannot change or remove it.
REVOKE UPDATE, DELETE ON invoice_invoice, invoice_line FROM ${app_role};

CREATE TABLE invoice_vat_class (
    seller_id uuid NOT NULL,
    sku       text NOT NULL,
    vat_class text NOT NULL,
    PRIMARY KEY (seller_id, sku)
);
COMMENT ON TABLE invoice_vat_class IS 'How the law rates the seller''s products; a product that is not here is standard-rated.';
COMMENT ON COLUMN invoice_vat_class.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_vat_class.sku IS 'fact: the seller''s stock keeping unit, source: the listing';
COMMENT ON COLUMN invoice_vat_class.vat_class IS 'fact: STANDARD, REDUCED, ZERO or EXEMPT';
SELECT guard_seller_table('invoice_vat_class');

CREATE TABLE invoice_open (
    seller_id uuid        NOT NULL,
    order_id  uuid        NOT NULL,
    due_at    timestamptz NOT NULL,
    next_try  timestamptz NOT NULL,
    wrong     text        NOT NULL DEFAULT '',
    mend      text        NOT NULL DEFAULT '',
    aside     boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (seller_id, order_id)
);
COMMENT ON TABLE invoice_open IS 'Orders that have left and are to be invoiced; the row goes when the invoice is issued.';
COMMENT ON COLUMN invoice_open.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_open.order_id IS 'id: the order';
COMMENT ON COLUMN invoice_open.due_at IS 'fact: when it was found to be due, UTC';
COMMENT ON COLUMN invoice_open.next_try IS 'fact: when it is tried next, UTC';
COMMENT ON COLUMN invoice_open.wrong IS 'fact: why it could not be issued, or empty if not tried yet, source: the code';
COMMENT ON COLUMN invoice_open.mend IS 'fact: what to do about it, source: the code';
COMMENT ON COLUMN invoice_open.aside IS 'fact: whether a person said that none is to be issued here';
SELECT guard_seller_table('invoice_open');
CREATE INDEX invoice_open_due ON invoice_open (seller_id, next_try);

CREATE TABLE invoice_place (
    seller_id uuid        NOT NULL,
    order_id  uuid        NOT NULL,
    place     text        NOT NULL,
    said_at   timestamptz NOT NULL,
    person_id uuid        NOT NULL,
    PRIMARY KEY (seller_id, order_id)
);
COMMENT ON TABLE invoice_place IS 'Where goods were delivered, as a person has decided where the address does not say it.';
COMMENT ON COLUMN invoice_place.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_place.order_id IS 'id: the order';
COMMENT ON COLUMN invoice_place.place IS 'fact: GREAT_BRITAIN or REST_OF_WORLD';
COMMENT ON COLUMN invoice_place.said_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN invoice_place.person_id IS 'id: who decided';
SELECT guard_seller_table('invoice_place');

CREATE TABLE invoice_exchange_rate (
    seller_id uuid    NOT NULL,
    currency  char(3) NOT NULL,
    month     date    NOT NULL,
    units     numeric NOT NULL CHECK (units > 0),
    PRIMARY KEY (seller_id, currency, month)
);
COMMENT ON TABLE invoice_exchange_rate IS 'HMRC''s exchange rates of the month as the bookkeeper has entered them.';
COMMENT ON COLUMN invoice_exchange_rate.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_exchange_rate.currency IS 'fact: ISO 4217 code';
COMMENT ON COLUMN invoice_exchange_rate.month IS 'fact: first day of the month it is for';
COMMENT ON COLUMN invoice_exchange_rate.units IS 'fact: units of the currency to one pound, as HMRC publishes it';
SELECT guard_seller_table('invoice_exchange_rate');
