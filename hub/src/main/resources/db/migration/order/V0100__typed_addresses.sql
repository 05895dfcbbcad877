ALTER TABLE order_order ADD COLUMN address_by_person boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN order_order.address_by_person IS 'fact: whether a person of the shop typed the address it goes to, in the place of the channel''s';
CREATE INDEX order_order_address_needed ON order_order (seller_id, account_id)
    WHERE holds @> ARRAY['ADDRESS_NEEDED'];
