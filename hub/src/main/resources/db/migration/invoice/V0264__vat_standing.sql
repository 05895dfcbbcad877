-- How a seller stands with the tax offices, from a day on; documents that were issued keep what was so then.
CREATE TABLE invoice_vat_standing (
    seller_id              uuid        NOT NULL,
    holds_from             date        NOT NULL,
    registered_since       date,
    established            boolean     NOT NULL,
    dispatched_from        text        NOT NULL,
    scheme                 text        NOT NULL,
    flat_rate_bp           integer     CHECK (flat_rate_bp BETWEEN 1 AND 10000),
    distance_sales         text        NOT NULL,
    import_one_stop_shop   boolean     NOT NULL,
    states                 text[]      NOT NULL,
    said_at                timestamptz NOT NULL,
    person_id              uuid        NOT NULL,
    PRIMARY KEY (seller_id, holds_from)
);
COMMENT ON TABLE invoice_vat_standing IS 'How a seller stands with the tax offices: where it is registered, under which schemes, where its goods set out from.';
COMMENT ON COLUMN invoice_vat_standing.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_vat_standing.holds_from IS 'fact: the first time of supply it counts for';
COMMENT ON COLUMN invoice_vat_standing.registered_since IS 'fact: the first day of the registration for United Kingdom VAT; empty if it was always so';
COMMENT ON COLUMN invoice_vat_standing.established IS 'fact: whether the business has its seat in the United Kingdom';
COMMENT ON COLUMN invoice_vat_standing.dispatched_from IS 'fact: code of the territory that goods set out from, source: measure.Territory';
COMMENT ON COLUMN invoice_vat_standing.scheme IS 'fact: code of how VAT is reckoned, values of the enum VatScheme';
COMMENT ON COLUMN invoice_vat_standing.flat_rate_bp IS 'fact: percentage of the flat-rate scheme in hundredths of a per cent; empty for none';
COMMENT ON COLUMN invoice_vat_standing.distance_sales IS 'fact: code of how sales to consumers in other member states are accounted for, values of the enum DistanceSales';
COMMENT ON COLUMN invoice_vat_standing.import_one_stop_shop IS 'fact: whether the seller is registered for the Import One Stop Shop';
COMMENT ON COLUMN invoice_vat_standing.states IS 'fact: codes of the member states where the seller is registered, source: ISO 3166-1';
COMMENT ON COLUMN invoice_vat_standing.said_at IS 'fact: when it was said, business time, UTC';
COMMENT ON COLUMN invoice_vat_standing.person_id IS 'id: the person who has said it';
SELECT guard_seller_table('invoice_vat_standing');

-- Whether the VAT number that a business has given is registered, as a person has looked it up.
CREATE TABLE invoice_customer_number (
    seller_id  uuid        NOT NULL,
    order_id   uuid        NOT NULL,
    registered boolean     NOT NULL,
    said_at    timestamptz NOT NULL,
    person_id  uuid        NOT NULL,
    PRIMARY KEY (seller_id, order_id)
);
COMMENT ON TABLE invoice_customer_number IS 'Whether the VAT number that the customer of an order has given was found to be registered; the number itself is not here.';
COMMENT ON COLUMN invoice_customer_number.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_customer_number.order_id IS 'id: the order';
COMMENT ON COLUMN invoice_customer_number.registered IS 'fact: whether the tax office says that it is registered';
COMMENT ON COLUMN invoice_customer_number.said_at IS 'fact: when it was said, business time, UTC';
COMMENT ON COLUMN invoice_customer_number.person_id IS 'id: the person who has looked it up';
SELECT guard_seller_table('invoice_customer_number');

-- Rates of products in other states are not those of the United Kingdom.
CREATE TABLE invoice_rate_there (
    seller_id uuid    NOT NULL,
    sku       text    NOT NULL,
    title     text    NOT NULL,
    state     char(2) NOT NULL,
    rate_bp   integer NOT NULL CHECK (rate_bp BETWEEN 0 AND 10000),
    PRIMARY KEY (seller_id, sku, title, state)
);
COMMENT ON TABLE invoice_rate_there IS 'Rates of VAT of products in member states, where they are not the standard rate.';
COMMENT ON COLUMN invoice_rate_there.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_rate_there.sku IS 'fact: the stock keeping unit, source: what the seller calls its own goods at the channel; empty for none';
COMMENT ON COLUMN invoice_rate_there.title IS 'fact: the title at the channel where there is no stock keeping unit, source: what the seller calls its own goods';
COMMENT ON COLUMN invoice_rate_there.state IS 'fact: code of the member state, source: ISO 3166-1';
COMMENT ON COLUMN invoice_rate_there.rate_bp IS 'fact: the rate in hundredths of a per cent';
SELECT guard_seller_table('invoice_rate_there');

-- Why a line bears the VAT it bears stands with it for good.
ALTER TABLE invoice_line
    ADD COLUMN reason text NOT NULL DEFAULT '',
    ADD COLUMN rule   text NOT NULL DEFAULT '';
COMMENT ON COLUMN invoice_line.reason IS 'fact: why it bears that VAT, source: sentences of the program';
COMMENT ON COLUMN invoice_line.rule IS 'fact: where the rule is written, source: sentences of the program';
