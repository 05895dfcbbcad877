ALTER TABLE order_order ADD COLUMN buyer_by_person boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN order_order.buyer_by_person IS 'fact: whether a person of the shop has put the buyer right, in the place of what the channel tells';
