-- What is special about a product for VAT, beside its rate.
CREATE TABLE invoice_goods_mark (
    seller_id uuid NOT NULL,
    sku       text NOT NULL,
    title     text NOT NULL,
    mark      text NOT NULL,
    PRIMARY KEY (seller_id, sku, title)
);
COMMENT ON TABLE invoice_goods_mark IS 'Products that are second-hand, under excise duty or under the reverse charge; of those with nothing special there is no row.';
COMMENT ON COLUMN invoice_goods_mark.seller_id IS 'id: the seller';
COMMENT ON COLUMN invoice_goods_mark.sku IS 'fact: the stock keeping unit, source: what the seller calls its own goods at the channel; empty for none';
COMMENT ON COLUMN invoice_goods_mark.title IS 'fact: the title at the channel where there is no stock keeping unit, source: what the seller calls its own goods';
COMMENT ON COLUMN invoice_goods_mark.mark IS 'fact: what is special about it, values of the enum GoodsMark';
SELECT guard_seller_table('invoice_goods_mark');
