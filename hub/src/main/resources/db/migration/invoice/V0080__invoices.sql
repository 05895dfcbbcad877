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
    shipping_minor      bigint      NOT NULL,
    supplier_name       text        NOT NULL,
    supplier_address    text        NOT NULL,
    supplier_vat_number text        NOT NULL,
    notes               text        NOT NULL,
    territory           text        NOT NULL,
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
COMMENT ON COLUMN invoice_invoice.shipping_minor IS 'fact: delivery contained in the lines, minor units, VAT included';
COMMENT ON COLUMN invoice_invoice.supplier_name IS 'fact: the seller''s trading name on that day, source: the seller''s details';
COMMENT ON COLUMN invoice_invoice.supplier_address IS 'fact: the seller''s business address on that day, source: the seller''s details';
COMMENT ON COLUMN invoice_invoice.supplier_vat_number IS 'fact: the seller''s VAT number on that day, or empty, source: the seller''s details';
COMMENT ON COLUMN invoice_invoice.notes IS 'fact: the sentences below the totals, source: the code';
COMMENT ON COLUMN invoice_invoice.territory IS 'fact: destination of the goods, ISO country code or XI, source: the order';
COMMENT ON COLUMN invoice_invoice.subject_id IS 'id: the data subject in the vault';
COMMENT ON COLUMN invoice_invoice.party_ends_on IS 'fact: first day on which its customer cannot be opened; empty if it names none';
SELECT guard_seller_table('invoice_invoice');
CREATE INDEX invoice_invoice_latest ON invoice_invoice (seller_id, issued_at DESC, invoice_id);

CREATE TABLE invoice_line (
    seller_id   uuid     NOT NULL,
    invoice_id  uuid     NOT NULL,
    line        smallint NOT NULL,
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
COMMENT ON COLUMN invoice_line.description IS 'fact: title of the product, source: the listing';
COMMENT ON COLUMN invoice_line.quantity IS 'fact: how many';
COMMENT ON COLUMN invoice_line.treatment IS 'fact: CHARGED, EXEMPT, EXPORTED, MARKETPLACE_ACCOUNTS or NOT_REGISTERED';
COMMENT ON COLUMN invoice_line.rate_bp IS 'fact: rate of VAT in basis points';
COMMENT ON COLUMN invoice_line.net_minor IS 'fact: without VAT, minor units, its share of delivery included';
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
