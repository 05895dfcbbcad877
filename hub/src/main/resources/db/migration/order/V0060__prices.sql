CREATE TABLE order_price (
    seller_id      uuid   NOT NULL,
    order_id       uuid   NOT NULL,
    sold_in        text   NOT NULL,
    PRIMARY KEY (seller_id, order_id)
);
COMMENT ON TABLE order_price IS 'What an invoice needs beyond lines, delivery and total; only for orders that have more or tell no address.';
COMMENT ON COLUMN order_price.seller_id IS 'id: the seller';
COMMENT ON COLUMN order_price.order_id IS 'id: the order';
COMMENT ON COLUMN order_price.sold_in IS 'fact: ISO country code of the marketplace, or empty, source: the channel''s code of it';
SELECT guard_seller_table('order_price');

CREATE TABLE order_price_part (
    seller_id    uuid     NOT NULL,
    order_id     uuid     NOT NULL,
    part         smallint NOT NULL,
    kind         text     NOT NULL,
    line         smallint NOT NULL,
    amount_minor bigint   NOT NULL,
    PRIMARY KEY (seller_id, order_id, part)
);
COMMENT ON TABLE order_price_part IS 'What was charged or taken off beside lines and delivery.';
COMMENT ON COLUMN order_price_part.seller_id IS 'id: the seller';
COMMENT ON COLUMN order_price_part.order_id IS 'id: the order';
COMMENT ON COLUMN order_price_part.part IS 'fact: counts from 1';
COMMENT ON COLUMN order_price_part.kind IS 'fact: what it is, from the code''s closed list';
COMMENT ON COLUMN order_price_part.line IS 'fact: the line it goes with, counted from 1; 0 if with all';
COMMENT ON COLUMN order_price_part.amount_minor IS 'fact: VAT included, minor units; negative if taken off';
SELECT guard_seller_table('order_price_part');

COMMENT ON COLUMN order_order.territory IS 'fact: destination for tax and couriers, an ISO country code, XI for Northern Ireland, BFPO for forces post, UNCLEAR if country and postcode name different places, or empty, source: country and postcode area of the address';
