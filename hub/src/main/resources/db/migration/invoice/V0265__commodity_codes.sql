-- What customs call a product: since July 2026 the European Union takes a fixed duty for each heading in a small parcel.
CREATE TABLE invoice_commodity_code (
    seller_id uuid NOT NULL,
    sku       text NOT NULL,
    title     text NOT NULL,
    code      text NOT NULL CHECK (code ~ '^[0-9]{6,10}$'),
    PRIMARY KEY (seller_id, sku, title)
);
COMMENT ON TABLE invoice_commodity_code IS 'Commodity codes of products, as customs tariffs number them; the first six digits are the same in all countries.';
COMMENT ON COLUMN invoice_commodity_code.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_commodity_code.sku IS 'fact: the stock keeping unit, source: what the seller calls its own goods at the channel; empty for none';
COMMENT ON COLUMN invoice_commodity_code.title IS 'fact: the title at the channel where there is no stock keeping unit, source: what the seller calls its own goods';
COMMENT ON COLUMN invoice_commodity_code.code IS 'fact: six to ten digits, source: the customs tariff';
SELECT guard_seller_table('invoice_commodity_code');
