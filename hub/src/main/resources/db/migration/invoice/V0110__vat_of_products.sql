-- A product without a stock keeping unit is known by its title, and the seller says once how most products are rated.
ALTER TABLE invoice_vat_class ADD COLUMN title text NOT NULL DEFAULT '';
ALTER TABLE invoice_vat_class
    DROP CONSTRAINT invoice_vat_class_pkey,
    ADD PRIMARY KEY (seller_id, sku, title);
COMMENT ON TABLE invoice_vat_class IS 'How the law rates the products of which the seller has said it.';
COMMENT ON COLUMN invoice_vat_class.sku IS 'fact: the seller''s stock keeping unit, or empty, source: the listing';
COMMENT ON COLUMN invoice_vat_class.title IS 'fact: title of a product that has no stock keeping unit, else empty, source: the listing';

CREATE TABLE invoice_vat_most (
    seller_id uuid        NOT NULL,
    vat_class text        NOT NULL,
    said_at   timestamptz NOT NULL,
    person_id uuid,
    PRIMARY KEY (seller_id)
);
COMMENT ON TABLE invoice_vat_most IS 'How most of what a seller sells is rated, as the seller has said; products of which nothing is said follow it.';
COMMENT ON COLUMN invoice_vat_most.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_vat_most.vat_class IS 'fact: STANDARD, REDUCED, ZERO or EXEMPT';
COMMENT ON COLUMN invoice_vat_most.said_at IS 'fact: when, business time, UTC';
COMMENT ON COLUMN invoice_vat_most.person_id IS 'id: who said it, if it was a person';
SELECT guard_seller_table('invoice_vat_most');

ALTER TABLE invoice_open ADD COLUMN waits_for text NOT NULL DEFAULT 'ORDER';
COMMENT ON COLUMN invoice_open.waits_for IS 'fact: where it is mended: ORDER, PRODUCTS or RATES';
